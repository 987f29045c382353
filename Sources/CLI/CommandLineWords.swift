import App
import ArgumentParser
import Core

/// Prepares the arguments for the argument parser: finds the command, with common options before its name as
/// in git, and completes shortened names.
struct CommandLineWords {
  /// The command that the words are options of; the program itself where the argument parser has to decide,
  /// as for help.
  let command: any ParsableCommand.Type
  /// The words for the argument parser of that command.
  let words: [String]
  /// The names of the command and its subcommand, as far as known.
  let commandPath: [String]
  private let leading: [String]
  private let rest: [String]
  /// The command with subcommands that the path ends at, if any.
  private let group: (any ParsableCommand.Type)?

  /// The index of the first word that is not a common option.
  static func placeOfCommand(in arguments: [String]) -> Int {
    var position = 0
    while position < arguments.count {
      let word = arguments[position]
      if CommonOptions.valued.contains(word), position + 1 < arguments.count {
        position += 2
      } else if CommonOptions.flags.contains(word)
        || CommonOptions.valued.contains(where: { word.hasPrefix($0 + "=") })
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
      // The first word may also be an alias or an external program, see ``completed()``.
      let next = path.isEmpty ? found.subcommand(word) : found.subcommand(shortened: word)
      guard let next else { break }
      path.append(next.name)
      found = next
    }
    commandPath = path
    group = found.configuration.subcommands.isEmpty ? nil : found
    let tail = Array(rest.dropFirst(path.count))
    if group != nil, tail.first == "help" {
      let topic = CommandLineWords.completed(topic: tail.dropFirst(), in: found)
      (command, words) = (Psoas.self, ["help"] + path + topic)
      return
    }
    let asksForHelp = tail.contains("--help") || tail.contains("-h")
    if let standard = found.configuration.defaultSubcommand, !asksForHelp,
      tail.allSatisfy({ $0.hasPrefix("-") })
    {
      found = standard
    }
    // Parsing from the root would read the common options at every level, a third of the start-up time.
    if found.configuration.subcommands.isEmpty {
      command = found
      words =
        leading + (found == EditCommand.self ? FieldOptions.separatingEmptyValues(tail) : tail)
    } else {
      command = Psoas.self
      words = path + (path.isEmpty ? [] : leading) + tail
    }
  }

  /// The words with the first one expanded: an alias, a report without the word `report`, or a unique prefix
  /// of a command. The program's commands and programs in PATH take precedence.
  ///
  /// - Throws: ``InputError``.
  func completed() throws -> CommandLineWords {
    guard commandPath.isEmpty, let name = rest.first, !name.hasPrefix("-"), name != "help",
      ExternalCommand(name, arguments: [], leading: []) == nil
    else { return self }
    if let words = try Alias.expanded(leading + rest) {
      return CommandLineWords(words).withoutShortening()
    }
    return withoutShortening()
  }

  private func withoutShortening() -> CommandLineWords {
    guard commandPath.isEmpty, let name = rest.first, !name.hasPrefix("-") else { return self }
    let words = Psoas.completed(name)
    return words == [name] ? self : CommandLineWords(leading + words + rest.dropFirst())
  }

  /// The external program for an unknown command, or nil for a known one.
  ///
  /// - Throws: ``InputError`` with the most similar command.
  func externalCommand() throws -> ExternalCommand? {
    let tail = rest.dropFirst(commandPath.count)
    guard let group, let name = tail.first else { return nil }
    if commandPath.isEmpty, CommonOptions.valued.contains(name) {
      throw InputError("missing value for '\(name)'", hint: "see 'psoas --help'")
    }
    if name == "help" {
      try checkTopic(CommandLineWords.completed(topic: tail.dropFirst(), in: group), in: group)
      return nil
    }
    if name.hasPrefix("-") { return nil }
    if commandPath.isEmpty,
      let found = ExternalCommand(name, arguments: Array(tail.dropFirst()), leading: leading)
    {
      return found
    }
    throw unknown(name, in: group, tool: (["psoas"] + commandPath).joined(separator: " "))
  }

  /// The words after `help` with command names in full, as far as they match any.
  private static func completed(
    topic: ArraySlice<String>, in group: any ParsableCommand.Type
  ) -> [String] {
    var words = topic
    if group == Psoas.self, let name = words.first, !name.hasPrefix("-") {
      words = (Psoas.completed(name) + words.dropFirst())[...]
    }
    var command = group
    return words.map { word in
      guard let next = command.subcommand(shortened: word) else { return word }
      command = next
      return next.name
    }
  }

  /// Checks that the words after `help` name a command.
  private func checkTopic(_ topic: [String], in group: any ParsableCommand.Type) throws {
    var command = group
    var path = ["psoas"] + commandPath
    for word in topic where !word.hasPrefix("-") {
      guard let next = command.subcommand(shortened: word) else {
        throw unknown(word, in: command, tool: path.joined(separator: " "))
      }
      command = next
      path.append(word)
    }
  }

  private func unknown(
    _ name: String, in group: any ParsableCommand.Type, tool: String
  ) -> InputError {
    if commandPath.isEmpty, Alias.areHidden(leading + rest) {
      return InputError(
        "\(name.quoted) is not a command of psoas, and whether it is an alias of yours cannot be read",
        hint: "the log is in use or not as it should be: try again, or look with 'psoas doctor'")
    }
    let names = group.configuration.subcommands.map { $0.name }
    let beginnings = names.filter { !name.isEmpty && $0.hasPrefix(name) }
    guard beginnings.count < 2 else {
      return InputError(
        "\(name.quoted) could be more than one command of \(tool)",
        hint: "choose from \(beginnings.joined(separator: ", "))")
    }
    let reports = commandPath.isEmpty ? ReportCommand.configuration.subcommands.map { $0.name } : []
    let nearest =
      (names + reports).min { name.editDistance(to: $0) < name.editDistance(to: $1) } ?? "help"
    let isNear = name.editDistance(to: nearest) <= min(2, name.utf8.count - 1)
    return InputError(
      "\(name.quoted) is not a command of \(tool)",
      hint: isNear
        ? "did you mean '\(tool) \(nearest)'?" : "choose from \(names.joined(separator: ", "))")
  }
}
