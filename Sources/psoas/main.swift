import CLI
import System

// The arguments as bytes: Swift would replace invalid UTF-8, and another file would be opened or stored.
let arguments = CommandLine.unsafeArgv
let count = Int(CommandLine.argc)
CurrentProcess.exit(
  Psoas.launch(
    count == 0
      ? nil : (1..<count).map { arguments[$0].map { String(validatingCString: $0) } ?? nil }))
