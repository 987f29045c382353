import Commands
import Glibc

exit(Psoas.launch(Array(CommandLine.arguments.dropFirst())))
