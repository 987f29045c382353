import Glibc
import Unpack

exit(UnpackCommand.run(Array(CommandLine.arguments.dropFirst())))
