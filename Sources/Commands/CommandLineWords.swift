import ArgumentParser
import Glibc
import RehabLog

/// The words of the command line, put into the order that the argument parser wants: options that
/// every command takes may stand before the command's name, as git has it.
struct CommandLineWords {
  /// The words for the argument parser.
  let words: [String]
  /// The names of the command and its subcommand, as far as they are known.
  let commandPath: [String]
  private let leading: [String]
  private let rest: [String]

  init(_ arguments: [String]) {
    var position = 0
    while position < arguments.count {
      let word = arguments[position]
      if GlobalOptions.valued.contains(word), position + 1 < arguments.count {
        position += 2
      } else if GlobalOptions.flags.contains(word)
        || GlobalOptions.valued.contains(where: { word.hasPrefix($0 + "=") })
      {
        position += 1
      } else {
        break
      }
    }
    leading = Array(arguments[..<position])
    rest = Array(arguments[position...])
    var path: [String] = []
    var commands = Psoas.configuration.subcommands
    var standard: (any ParsableCommand.Type)?
    for word in rest {
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      path.append(word)
      commands = next.configuration.subcommands
      standard = next.configuration.defaultSubcommand
    }
    commandPath = path
    // A command that stands for its first subcommand passes its options on by name.
    let implied = standard?.configuration.commandName.map { [$0] } ?? []
    let tail = Array(rest.dropFirst(path.count))
    let asksForHelp = tail.contains { ["--help", "-h", "help"].contains($0) }
    words =
      path + (asksForHelp || !tail.allSatisfy { $0.hasPrefix("-") } ? [] : implied) + leading + tail
  }

  /// The program that an unknown command stands for, or nil for a known one.
  ///
  /// - Throws: ``InputError`` that names the nearest command.
  func outsideCommand() throws -> OutsideCommand? {
    guard commandPath.isEmpty, let name = rest.first, !name.hasPrefix("-"), name != "help" else {
      return nil
    }
    if let found = OutsideCommand(name, Array(rest.dropFirst()), leading) { return found }
    let names = Psoas.configuration.subcommands.compactMap { $0.configuration.commandName }
    let nearest = names.min { editDistance(name, $0) < editDistance(name, $1) } ?? "help"
    let isNear = editDistance(name, nearest) <= 2
    let hint =
      isNear
      ? "did you mean 'psoas \(nearest)'?" : "the commands are \(names.joined(separator: ", "))"
    throw InputError("\(quoted(name)) is not a psoas command", hint: hint)
  }
}

/// A program `psoas-foo` in PATH, which `psoas foo` runs.
struct OutsideCommand {
  private let path: String
  private let arguments: [String]
  private let leading: [String]

  init?(_ name: String, _ arguments: [String], _ leading: [String]) {
    guard Slug(name)?.text == name, let folders = getenv("PATH") else { return nil }
    let candidates = String(cString: folders).split(separator: ":").map { "\($0)/psoas-\(name)" }
    guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
    self.arguments = arguments
    self.leading = leading
  }

  /// Becomes that program. Options before the name reach it as PSOAS_DB and PSOAS_NOW.
  func run() throws {
    for (option, variable) in [("--db", "PSOAS_DB"), ("--now", "PSOAS_NOW")] {
      if let value = value(of: option) { setenv(variable, value, 1) }
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    throw Failure("cannot run \(quoted(path)): \(String(cString: strerror(errno)))")
  }

  private func value(of option: String) -> String? {
    for (index, word) in leading.enumerated() {
      if word == option, index + 1 < leading.count { return leading[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
