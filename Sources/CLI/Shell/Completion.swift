import App
import ArgumentParser
import Core
import Render

/// Completes a command line for a shell.
///
/// `psoas __complete WORD…` gets the words after `psoas` up to the cursor, the last one unfinished. It prints
/// one candidate per line, with a tab and a short description; `:files` where a file belongs. It never prints
/// anything else and never fails, since a shell would show that in the middle of the line being typed.
struct Completion {
  private let before: [String]
  private let partial: String
  private let source: CompletionSource

  /// The hidden command.
  static let name = "__complete"
  private static let files = ":files"

  /// Prints the candidates for the last of these words.
  static func answer(_ arguments: [String]) {
    let lines = Completion(arguments).lines
    try? OutputStream.standard.write(lines.map { $0 + "\n" }.joined())
  }

  init(_ arguments: [String]) {
    partial = arguments.last ?? ""
    before = Array(arguments.dropLast())
    source = CompletionSource(arguments)
  }

  /// The lines to print.
  var lines: [String] {
    guard let candidates else { return [Completion.files] }
    return candidates.filter { $0.hasPrefix(partial) }
  }

  /// The candidates; nil for a file.
  private var candidates: [String]? {
    var words = before[...]
    var leading: [String] = []
    while let word = words.first, word.hasPrefix("-") {
      leading.append(words.removeFirst())
      guard CommonOptions.valued.contains(word) else { continue }
      guard !words.isEmpty else {
        return value(of: word, InitCommand.self, arguments: [], definition: nil)
      }
      leading.append(words.removeFirst())
    }
    if let name = words.first {
      words = (source.expansion(of: name) ?? Psoas.completed(name)) + words.dropFirst()
    }
    if words.first == "help" { return topics(words.dropFirst()) }
    var path: [String] = []
    var command: any ParsableCommand.Type = Psoas.self
    while let word = words.first, let next = command.subcommand(shortened: word) {
      path.append(next.name)
      command = next
      words.removeFirst()
    }
    guard !command.configuration.subcommands.isEmpty else {
      return within(command, front: leading + path, words: Array(words))
    }
    let standard = command.configuration.defaultSubcommand
    let isWithinStandard = words.first?.hasPrefix("-") == true || partial.hasPrefix("-")
    if isWithinStandard, let standard {
      return within(standard, front: leading + path, words: Array(words))
    }
    guard words.isEmpty else { return [] }
    if partial.hasPrefix("-") { return commonOptions() }
    return subcommands(of: command) + (path.isEmpty ? beyond() : [])
  }

  private func subcommands(of command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.map {
      Candidate(text: $0.name, about: $0.configuration.abstract).line
    }
  }

  /// Candidates other than the program's commands: help, aliases and programs in PATH.
  private func beyond() -> [String] {
    let programs = ExternalCommand.names(Context.processEnvironment()).map {
      Candidate(text: $0, about: "psoas-\($0)")
    }
    return
      ([Candidate(text: "help", about: "Show how a command is used.")] + source.aliases()
      + programs).map(\.line)
  }

  private func topics(_ words: ArraySlice<String>) -> [String] {
    var command: any ParsableCommand.Type = Psoas.self
    for word in words {
      guard let next = command.subcommand(shortened: word) else { return [] }
      command = next
    }
    return subcommands(of: command)
  }

  private func within(
    _ command: any ParsableCommand.Type, front: [String], words: [String]
  ) -> [String]? {
    let definition = CommandDefinition(of: command)
    let arguments = front + words + [partial]
    var place = 0
    var isLiteral = false
    var open: String?
    for word in words {
      if open != nil {
        open = nil
      } else if isLiteral || !word.hasPrefix("-") {
        place += 1
      } else if word == "--" {
        isLiteral = true
      } else if definition.option(word)?.takesValue == true {
        open = word
      }
    }
    if let open { return value(of: open, command, arguments: arguments, definition: definition) }
    if !isLiteral, partial.hasPrefix("--"), let sign = partial.firstIndex(of: "=") {
      let name = String(partial[..<sign])
      return value(of: name, command, arguments: arguments, definition: definition)?.map {
        "\(name)=\($0)"
      }
    }
    if !isLiteral, partial.hasPrefix("-") { return options(of: command) }
    let positionals = definition.positionals
    let index = positionals.firstIndex { $0.isRepeating }.map { min($0, place) } ?? place
    guard positionals.indices.contains(index) else { return [] }
    return values(
      of: positionals[index], "positional@\(index)", command: command, arguments: arguments)
  }

  private func value(
    of name: String, _ command: any ParsableCommand.Type, arguments: [String],
    definition: CommandDefinition?
  ) -> [String]? {
    let item = (definition ?? CommandDefinition(of: command)).option(name)
    guard let item, item.takesValue else { return [] }
    let values = values(of: item, name, command: command, arguments: arguments)
    // The option is common, but not every result has every format.
    guard name == "--format", let formats = (command as? any PsoasCommand.Type)?.formats else {
      return values
    }
    return formats.map(\.rawValue)
  }

  private func values(
    of item: CommandDefinition.Item, _ name: String, command: any ParsableCommand.Type,
    arguments: [String]
  ) -> [String]? {
    switch item.completionKind {
    case nil: []
    case .files: nil
    case .list(let values): values
    case .custom: command.completions(of: name, arguments: arguments)
    }
  }

  /// The options that may come before the command.
  private func commonOptions() -> [String] {
    options(of: InitCommand.self) { (CommonOptions.valued + CommonOptions.flags).contains($0) }
  }

  private func options(
    of command: any ParsableCommand.Type, where isOffered: (String) -> Bool = { _ in true }
  ) -> [String] {
    // Short names are quicker to type than to complete.
    CommandDefinition(of: command).items.filter { $0.kind != .positional }.flatMap { item in
      item.typedNames.filter { $0.hasPrefix("--") && isOffered($0) }.map {
        Candidate(text: $0, about: item.help).line
      }
    }
  }
}

extension ParsableCommand {
  /// The name of the command; every command has one.
  static var name: String { configuration.commandName ?? "" }

  /// The subcommand with this name.
  static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.name == name }
  }

  /// The subcommand with this name, or the only one whose name starts with it.
  static func subcommand(shortened text: String) -> (any ParsableCommand.Type)? {
    if let exact = subcommand(text) { return exact }
    guard !text.isEmpty, !text.hasPrefix("-") else { return nil }
    let found = configuration.subcommands.filter { $0.name.hasPrefix(text) }
    return found.count == 1 ? found[0] : nil
  }
}

extension Psoas {
  /// Whether the program itself has a command with this name.
  static func isCommand(_ name: String) -> Bool { name == "help" || subcommand(name) != nil }

  /// The words that a shortened command stands for, or the name itself. Commands take precedence over
  /// reports, which need no `report` before them.
  static func completed(_ name: String) -> [String] {
    if name == "help" { return [name] }
    if let command = subcommand(name) { return [command.name] }
    if let report = ReportCommand.subcommand(name) { return [ReportCommand.name, report.name] }
    if let command = subcommand(shortened: name) { return [command.name] }
    let isShared = configuration.subcommands.contains { $0.name.hasPrefix(name) }
    if !isShared, let report = ReportCommand.subcommand(shortened: name) {
      return [ReportCommand.name, report.name]
    }
    return [name]
  }

  /// What aliases need to know about the command line.
  static var commandNames: CommandNames {
    CommandNames(
      isCommand: { Psoas.isCommand($0) },
      placeOfCommand: { CommandLineWords.placeOfCommand(in: $0) })
  }
}
