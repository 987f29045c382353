import App
import ArgumentParser
import Core

/// The words of the command line, put into the order that the argument parser wants: options that
/// every command takes may stand before the command's name, as git has it.
struct CommandLineWords {
  /// The command whose options the words are; the program itself where the argument parser has to
  /// find out, as for help.
  let command: any ParsableCommand.Type
  /// The words for the argument parser of that command.
  let words: [String]
  /// The names of the command and its subcommand, as far as they are known.
  let commandPath: [String]
  private let leading: [String]
  private let rest: [String]
  /// The command with subcommands that the path ends at, if it does.
  private let group: (any ParsableCommand.Type)?

  /// The place of the first word that is no option of every command.
  static func placeOfCommand(in arguments: [String]) -> Int {
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
    return position
  }

  init(_ arguments: [String]) {
    let position = CommandLineWords.placeOfCommand(in: arguments)
    leading = Array(arguments[..<position])
    rest = Array(arguments[position...])
    var path: [String] = []
    var found: any ParsableCommand.Type = Psoas.self
    for word in rest {
      guard let next = found.configuration.subcommands.first(where: { $0._commandName == word })
      else { break }
      path.append(word)
      found = next
    }
    commandPath = path
    group = found.configuration.subcommands.isEmpty ? nil : found
    let tail = Array(rest.dropFirst(path.count))
    if let standard = found.configuration.defaultSubcommand, tail.allSatisfy({ $0.hasPrefix("-") })
    {
      found = standard
    }
    // Parsing from the root would read the options of every command on the way, at a third of the
    // start-up time; only help needs the whole tree.
    let asksForHelp = tail.contains { ["--help", "-h", "help"].contains($0) }
    if asksForHelp || !found.configuration.subcommands.isEmpty {
      command = Psoas.self
      words = path + (path.isEmpty ? [] : leading) + tail
    } else {
      command = found
      words =
        leading + (found == EditCommand.self ? FieldOptions.separatingEmptyValues(tail) : tail)
    }
  }

  /// The words with an alias in their place written out, or these words where there is none. Commands of
  /// the program and programs in PATH go before aliases.
  ///
  /// - Throws: ``InputError``.
  func withoutAlias() throws -> CommandLineWords {
    guard commandPath.isEmpty, let name = rest.first, !name.hasPrefix("-"), name != "help",
      ExternalCommand(name, [], []) == nil, let words = try Alias.expanded(leading + rest)
    else { return self }
    return CommandLineWords(words)
  }

  /// The program that an unknown command stands for, or nil for a known one.
  ///
  /// - Throws: ``InputError`` that names the nearest command.
  func externalCommand() throws -> ExternalCommand? {
    let tail = rest.dropFirst(commandPath.count)
    guard let group, let name = tail.first else { return nil }
    if commandPath.isEmpty, GlobalOptions.valued.contains(name) {
      throw InputError("missing value for '\(name)'", hint: "see 'psoas --help'")
    }
    if name == "help" {
      try checkTopic(Array(tail.dropFirst()), in: group)
      return nil
    }
    if name.hasPrefix("-") { return nil }
    if commandPath.isEmpty, let found = ExternalCommand(name, Array(tail.dropFirst()), leading) {
      return found
    }
    throw unknown(name, in: group, (["psoas"] + commandPath).joined(separator: " "))
  }

  /// Checks that the words behind `help` lead to a command.
  private func checkTopic(_ topic: [String], in group: any ParsableCommand.Type) throws {
    var command = group
    var path = ["psoas"] + commandPath
    for word in topic where !word.hasPrefix("-") {
      guard let next = command.configuration.subcommands.first(where: { $0._commandName == word })
      else { throw unknown(word, in: command, path.joined(separator: " ")) }
      command = next
      path.append(word)
    }
  }

  private func unknown(
    _ name: String, in group: any ParsableCommand.Type, _ tool: String
  ) -> InputError {
    if commandPath.isEmpty, Alias.areHidden(leading + rest) {
      return InputError(
        "\(quoted(name)) is not a command of psoas, and whether it is an alias of yours cannot be read",
        hint: "the log is in use or not as it should be: try again, or look with 'psoas doctor'")
    }
    let names = group.configuration.subcommands.map { $0._commandName }
    let nearest = names.min { editDistance(name, $0) < editDistance(name, $1) } ?? "help"
    let isNear = editDistance(name, nearest) <= min(2, name.utf8.count - 1)
    return InputError(
      "\(quoted(name)) is not a command of \(tool)",
      hint: isNear
        ? "did you mean '\(tool) \(nearest)'?" : "choose from \(names.joined(separator: ", "))")
  }
}
