import CLI
import Glibc

// The words as bytes: Swift would replace what is not UTF-8, and store or open something else.
let words = CommandLine.unsafeArgv
let count = Int(CommandLine.argc)
exit(
  Psoas.launch(
    count == 0 ? nil : (1..<count).map { words[$0].map { String(validatingCString: $0) } ?? nil }))
