import System
import Unpack

CurrentProcess.exit(UnpackCommand.run(Array(CommandLine.arguments.dropFirst())))
