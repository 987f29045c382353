import App
import ArgumentParser
import Core
import Render
import Store

/// A word offered by completion, with a short description.
struct Candidate: Equatable {
  let text: String
  var about = ""

  /// The line that the shell's completion script reads.
  var line: String {
    let text = about.split(whereSeparator: \.isNewline).joined(separator: " ")
    let shown = Style(width: 1000, unicode: true, colour: false).plain(String(text.prefix(100)))
    return shown.isEmpty ? self.text : "\(self.text)\t\(shown)"
  }
}

extension CompletionKind {
  /// Words from the user's log, each with a short description.
  private static func known(
    _ words: @escaping @Sendable (CompletionSource) throws -> [Candidate]
  ) -> CompletionKind {
    .custom { arguments, _, _ in
      ((try? words(CompletionSource(arguments))) ?? []).map(\.line)
    }
  }

  /// The same for the first argument only, of a command that takes any number.
  static func first(
    _ words: @escaping @Sendable (CompletionSource) throws -> [Candidate]
  ) -> CompletionKind {
    known { source in
      source.arguments.dropFirst().dropLast().allSatisfy { $0.hasPrefix("-") }
        ? try words(source) : []
    }
  }

  static let moments = list([
    "today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ])
  static let exercises = known { try $0.exercises() }
  static let routines = known { try $0.routines() }
  static let kinds = known { try $0.kinds() }
  static let series = known { try $0.series() }
  /// Factors, with the sign before their value.
  static let factors = known { try $0.factors() }
  static let sites = known { $0.sites() }
  static let protocols = known { try $0.protocols() }
  /// Routines and protocols defined by the user.
  static let ownDefinitions = known { try $0.ownDefinitions() }
  /// Stages and protocols that have been followed.
  static let phases = known { try $0.phases() }
  static let entries = known { try $0.entries() }
  /// The red flags for a check, otherwise the questions before a protocol.
  static let questions = known { try $0.questions() }
}

/// The words known from the program and the user's log. A log that is missing, damaged or of another version
/// is ignored: completion neither complains nor changes anything.
struct CompletionSource {
  /// The command and what was typed after it, the last word unfinished.
  let arguments: [String]
  private let log: LogStore?

  /// - Parameter arguments: may start with common options.
  init(_ arguments: [String]) {
    self.arguments = Array(arguments[CommandLineWords.placeOfCommand(in: arguments)...])
    let environment = Context.processEnvironment()
    let given = ExternalCommand.value(of: "--db", in: arguments.dropLast()).map {
      $0.hasPrefix("~/") ? (environment["HOME"] ?? "~") + $0.dropFirst() : $0
    }
    log = (try? Context.place(given, environment: environment).path).flatMap {
      LogStore.openReadOnly($0)
    }
  }

  /// How many entries to offer.
  private static let entryCount = 30

  /// The names of the user's aliases.
  func aliases() -> [Candidate] {
    Alias.all(in: stored).map { Candidate(text: $0.name, about: "alias for '\($0.line)'") }
  }

  /// The words that an alias stands for, or nil.
  func expansion(of name: String) -> [String]? { try? Alias.named(name, in: stored)?.words() }

  private var stored: [String: String] { (try? log?.settings()) ?? [:] }

  func exercises() throws -> [Candidate] {
    Catalogue(own: try log?.ownExercises() ?? []).exercises.map {
      Candidate(text: $0.slug.text, about: $0.name)
    }
  }

  func routines() throws -> [Candidate] {
    try Catalogue.whole(log).routines.map { Candidate(text: $0.slug.text, about: $0.title) }
  }

  func kinds() throws -> [Candidate] {
    try MeasurementKind.whole(log).map { Candidate(text: $0.slug.text, about: $0.title) }
  }

  func series() throws -> [Candidate] {
    let kinds = try MeasurementKind.whole(log)
    let titles = Dictionary(kinds.map { ($0.slug.text, $0.title) }) { first, _ in first }
    let held = try log?.loggedSeries().names(own: kinds) ?? []
    let names = held.isEmpty ? ["pain"] + kinds.map(\.slug.text) : held
    return names.map { name in
      Candidate(text: name, about: titles[String(name.prefix { $0 != ":" })] ?? "")
    }
  }

  func factors() throws -> [Candidate] {
    try log?.loggedSeries().factors.keys.sorted().map { Candidate(text: "\($0.text)=") } ?? []
  }

  func sites() -> [Candidate] {
    PainSite.names.flatMap { site in
      [Candidate(text: site)] + Side.allCases.map { Candidate(text: "\(site):\($0.rawValue)") }
    }
  }

  func protocols() throws -> [Candidate] {
    try Catalogue.whole(log).protocols.map { Candidate(text: $0.slug.text, about: $0.title) }
  }

  func ownDefinitions() throws -> [Candidate] {
    try log?.ownDefinitions().map { Candidate(text: $0.slug.text, about: $0.kind.rawValue) } ?? []
  }

  func phases() throws -> [Candidate] {
    guard let log else { return [] }
    let protocols = try Catalogue.whole(log).protocols
    let followed = Set(try log.protocolHistory().changes.map(\.rehabProtocol))
    return protocols.filter { followed.contains($0.slug) }.flatMap { rehabProtocol in
      [Candidate(text: rehabProtocol.slug.text, about: rehabProtocol.title)]
        + rehabProtocol.stages.map { Candidate(text: $0.slug.text, about: $0.title) }
    }
  }

  func questions() throws -> [Candidate] {
    if arguments.first == CheckCommand.configuration.commandName {
      return Safety().flags.map { Candidate(text: $0.id.text, about: $0.question) }
    }
    return try Catalogue.whole(log).protocols.flatMap(\.questions).map {
      Candidate(text: $0.id.text, about: $0.question)
    }
  }

  func settings() throws -> [Candidate] {
    let stored = stored
    let current = Settings(stored)
    return try Setting.every(
      current, catalogue: try Catalogue.whole(log), stored: stored, names: Psoas.commandNames
    ).map { Candidate(text: $0.key, about: "\(current.value($0)): \($0.help)") }
  }

  func entries() throws -> [Candidate] {
    guard let log else { return [] }
    let entries = try log.entries(of: nil, EntryWindow(limit: CompletionSource.entryCount))
    let newest = try log.newestKey()?.id
    return (newest == nil ? [] : [Candidate(text: "last", about: "the newest entry")])
      + entries.map {
        Candidate(text: $0.id.short, about: "\($0.moment.label)  \($0.summary)")
      }
  }
}
