import Glibc
import Unpacking

exit(UnpackCommand.run(Array(CommandLine.arguments.dropFirst())))
