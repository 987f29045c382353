import Commands
import Glibc

// The words as bytes: Swift would replace what is not UTF-8, and store or open something else.
let words = CommandLine.unsafeArgv
exit(
  Psoas.launch(
    (1..<max(1, Int(CommandLine.argc))).map {
      words[$0].map { String(validatingCString: $0) } ?? nil
    }))
