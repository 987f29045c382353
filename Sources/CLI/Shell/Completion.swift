import App
import ArgumentParser
import Core
import Render
import Store

/// What could stand next on a command line, for the completion of shells.
///
/// `psoas __complete WORD…` gets the words behind `psoas` up to the cursor, the last one unfinished, and
/// prints a candidate a line, with a tab and a few words about it; `:files` where a file belongs. It
/// never says anything else and never fails, since a shell would show that amid the line being typed.
struct Completion {
  private let before: [String]
  private let partial: String
  private let environment: [String: String]
  private let known: CompletionSource

  /// The word that asks for it.
  static let name = "__complete"
  private static let files = ":files"

  /// Prints what could be the last of these words.
  static func answer(_ words: [String]) {
    let lines = Completion(words, Context.processEnvironment()).lines
    try? OutputStream.standard.write(lines.map { $0 + "\n" }.joined())
  }

  init(_ words: [String], _ environment: [String: String]) {
    partial = words.last ?? ""
    self.environment = environment
    let given = ExternalCommand.value(of: "--db", in: words.dropLast()).map {
      $0.hasPrefix("~/") ? (environment["HOME"] ?? "~") + $0.dropFirst() : $0
    }
    known = CompletionSource(path: try? Context.place(given, environment).path)
    before = Array(words.dropLast())
  }

  /// The lines to be printed.
  var lines: [String] {
    guard let candidates else { return [Completion.files] }
    let style = Style(width: 1000, unicode: true, colour: false)
    return candidates.filter { $0.text.hasPrefix(partial) }.map { candidate in
      let about = style.plain(String(candidate.about.prefix(100)))
      return about.isEmpty ? candidate.text : "\(candidate.text)\t\(about)"
    }
  }

  /// What could stand there; nil for a file.
  private var candidates: [Candidate]? {
    var words = before[...]
    while let word = words.first, word.hasPrefix("-") {
      words.removeFirst()
      guard GlobalOptions.valued.contains(word) else { continue }
      guard !words.isEmpty else { return value(of: word, InitCommand.self, []) }
      words.removeFirst()
    }
    if let name = words.first, !Psoas.isCommand(name), let expansion = known.expansion(of: name) {
      words = (expansion + words.dropFirst())[...]
    }
    if words.first == "help" { return topics(words.dropFirst()) }
    var path: [String] = []
    var command: any ParsableCommand.Type = Psoas.self
    while let word = words.first, let next = command.subcommand(word) {
      path.append(word)
      command = next
      words.removeFirst()
    }
    guard !command.configuration.subcommands.isEmpty else {
      return within(command, path, Array(words))
    }
    let standard = command.configuration.defaultSubcommand
    let isWithinStandard = words.first?.hasPrefix("-") == true || partial.hasPrefix("-")
    if isWithinStandard, let standard {
      return within(standard, path + [standard._commandName], Array(words))
    }
    guard words.isEmpty else { return [] }
    if partial.hasPrefix("-") { return options(of: InitCommand.self, only: "EVERYWHERE") }
    return subcommands(of: command) + (path.isEmpty ? beyond() : [])
  }

  private func subcommands(of command: any ParsableCommand.Type) -> [Candidate] {
    command.configuration.subcommands.map {
      Candidate(text: $0._commandName, about: $0.configuration.abstract)
    }
  }

  /// What stands beside the commands of the program: help, aliases and programs in PATH.
  private func beyond() -> [Candidate] {
    [Candidate(text: "help", about: "Show how a command is used.")] + known.aliases()
      + ExternalCommand.names(environment).map { Candidate(text: $0, about: "psoas-\($0)") }
  }

  private func topics(_ words: ArraySlice<String>) -> [Candidate] {
    var command: any ParsableCommand.Type = Psoas.self
    for word in words {
      guard let next = command.subcommand(word) else { return [] }
      command = next
    }
    return subcommands(of: command)
  }

  private func within(
    _ command: any ParsableCommand.Type, _ path: [String], _ words: [String]
  ) -> [Candidate]? {
    let help = CommandHelp(of: command)
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
      } else if help.option(word)?.value != nil {
        open = word
      }
    }
    if let open { return value(of: open, command, path) }
    if !isLiteral, partial.hasPrefix("--"), let sign = partial.firstIndex(of: "=") {
      let name = String(partial[..<sign])
      return value(of: name, command, path)?.map {
        Candidate(text: "\(name)=\($0.text)", about: $0.about)
      }
    }
    if !isLiteral, partial.hasPrefix("-") { return options(of: command) }
    let kind = CompletionKind.ofArgument(place, in: path)
    return kind == .files ? nil : known.words(kind)
  }

  private func value(
    of name: String, _ command: any ParsableCommand.Type, _ path: [String]
  ) -> [Candidate]? {
    guard let item = CommandHelp(of: command).option(name), let value = item.value else {
      return []
    }
    let formats = (command as? any PsoasCommand.Type)?.formats ?? Table.formats
    let kind = CompletionKind.ofOption(name, value: value, in: path, formats: formats) ?? .free
    return kind == .files ? nil : known.words(kind)
  }

  private func options(
    of command: any ParsableCommand.Type, only title: String? = nil
  ) -> [Candidate] {
    let sections = CommandHelp(of: command).sections.filter { title == nil || $0.title == title }
    // A short name is typed faster than completed.
    return sections.flatMap(\.items).flatMap { item in
      item.names.filter { $0.hasPrefix("--") }.map { Candidate(text: $0, about: item.help) }
    }
  }
}

extension ParsableCommand {
  /// The subcommand of this name.
  static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0._commandName == name }
  }
}

extension Psoas {
  /// Whether the program itself has a command of this name.
  static func isCommand(_ name: String) -> Bool { name == "help" || subcommand(name) != nil }

  /// What aliases have to know of the command line.
  static var commandNames: CommandNames {
    CommandNames(
      isCommand: { Psoas.isCommand($0) },
      placeOfCommand: { CommandLineWords.placeOfCommand(in: $0) }
    )
  }
}
