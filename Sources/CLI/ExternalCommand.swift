import App
import Core
import System

/// A program `psoas-foo` in PATH, run by `psoas foo`.
struct ExternalCommand {
  private let path: String
  private let arguments: [String]
  private let leading: [String]

  init?(_ name: String, arguments: [String], leading: [String]) {
    guard Slug(name)?.text == name, let path = ExternalCommand.program("psoas-\(name)") else {
      return nil
    }
    self.path = path
    self.arguments = arguments
    self.leading = leading
  }

  /// The path of a program in PATH, or nil.
  static func program(_ name: String) -> String? {
    guard let folders = Context.processEnvironment()["PATH"] else { return nil }
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// The path of a program that belongs to psoas: in the same folder, or else in PATH.
  static func companion(_ name: String) -> String? {
    let beside = CurrentProcess.executablePath.flatMap { own in
      own.lastIndex(of: "/").map { "\(own[...$0])\(name)" }
    }
    return beside.flatMap { isProgram($0) ? $0 : nil } ?? program(name)
  }

  /// Whether the file at a path is an executable program.
  static func isProgram(_ path: String) -> Bool {
    (try? FileStatus(path))?.kind == .regular && FileSystem.allows(.execute, path: path)
  }

  /// The names `foo` of all runnable programs `psoas-foo` in PATH, sorted.
  static func names(_ environment: [String: String]) -> [String] {
    var names: Set<String> = []
    for path in (environment["PATH"] ?? "").split(separator: ":").map(String.init) {
      for file in (try? FileSystem.names(in: path)) ?? [] {
        // A helper program of psoas itself is not a command.
        guard file.hasPrefix("psoas-"), file != "psoas-unpack", isProgram("\(path)/\(file)") else {
          continue
        }
        let name = String(file.dropFirst("psoas-".count))
        if Slug(name)?.text == name, !Psoas.isCommand(name) { names.insert(name) }
      }
    }
    return names.sorted()
  }

  /// Replaces this process with that program, which gets what psoas knows through its environment.
  func run() throws {
    for (variable, value) in variables() { CurrentProcess.setEnvironment(variable, value: value) }
    do { try Subprocess.replaceCurrent(with: [path] + arguments) } catch {
      throw Failure(
        "cannot run \(path.quotedPath): \(error.reason)",
        hint: "make sure that it is a program, or begins with a line such as #!/bin/sh")
    }
  }

  /// The environment variables of that program, as listed in docs/shell-integration.md.
  private func variables() -> [(String, String)] {
    let environment = Context.processEnvironment()
    var variables = [("PSOAS_VERSION", Psoas.version), ("PSOAS_COMMIT", Psoas.commit)]
    // It runs even without a usable path: it may not need a log.
    if let place = try? Context.place(value(of: "--db"), environment: environment) {
      variables.append(("PSOAS_DB", ExternalCommand.absolute(place.path)))
    }
    for (option, variable) in [("--now", "PSOAS_NOW"), ("--color", "PSOAS_COLOR")] {
      if let value = value(of: option) { variables.append((variable, value)) }
    }
    if leading.contains(where: { ["--quiet", "-q"].contains($0) }) {
      variables.append(("PSOAS_QUIET", "1"))
    }
    if let path = CurrentProcess.executablePath { variables.append(("PSOAS_PROGRAM", path)) }
    return variables
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), !path.isEmpty, let here = FileSystem.currentFolder else {
      return path
    }
    return "\(here)/\(path)"
  }

  private func value(of option: String) -> String? {
    ExternalCommand.value(of: option, in: leading[...])
  }

  /// The value of an option among words, as `--db x` or `--db=x`; nil where it is missing.
  static func value(of option: String, in words: ArraySlice<String>) -> String? {
    for (index, word) in zip(words.indices, words) {
      if word == "--" { return nil }
      if word == option { return index + 1 < words.endIndex ? words[index + 1] : nil }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
