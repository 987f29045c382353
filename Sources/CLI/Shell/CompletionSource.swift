import App
import Core
import Render
import Store

/// A word that completion offers, with a few words about it.
struct Candidate: Equatable {
  let text: String
  var about = ""
}

/// The words that the program and the user's log know. A log that is not there, damaged or of another
/// version is no log here: completion neither complains nor changes anything.
struct CompletionSource {
  private let log: LogStore?

  init(path: String?) { log = path.flatMap { LogStore.openReadOnly($0) } }

  /// How many entries are offered.
  private static let entryCount = 30

  /// The words of a kind; of free words and files none.
  func words(_ kind: CompletionKind) -> [Candidate] { (try? known(kind)) ?? [] }

  /// What the user called the aliases by.
  func aliases() -> [Candidate] {
    Alias.all(in: stored).map { Candidate(text: $0.name, about: "alias for '\($0.line)'") }
  }

  /// The words that an alias stands for, or nil.
  func expansion(of name: String) -> [String]? { try? Alias.named(name, in: stored)?.words() }

  private var stored: [String: String] { (try? log?.settings()) ?? [:] }

  private func known(_ kind: CompletionKind) throws -> [Candidate] {
    switch kind {
    case .free, .files: []
    case .listed(let names): names.map { Candidate(text: $0) }
    case .formats(let formats): formats.map { Candidate(text: $0.rawValue) }
    case .moments:
      ["today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"].map {
        Candidate(text: $0)
      }
    case .exercises:
      try Catalogue(own: try log?.ownExercises() ?? []).exercises.map {
        Candidate(text: $0.slug.text, about: $0.name)
      }
    case .routines:
      try Catalogue.whole(log).routines.map { Candidate(text: $0.slug.text, about: $0.title) }
    case .kinds:
      try MeasurementKind.whole(log).map { Candidate(text: $0.slug.text, about: $0.title) }
    case .series: try series()
    case .factors:
      try log?.loggedSeries().factors.keys.sorted().map { Candidate(text: "\($0.text)=") } ?? []
    case .sites: PainSite.names.flatMap { name in CompletionSource.sides(of: name) }
    case .protocols:
      try Catalogue.whole(log).protocols.map { Candidate(text: $0.slug.text, about: $0.title) }
    case .ownDefinitions:
      try log?.ownDefinitions().map {
        Candidate(text: $0.slug.text, about: $0.kind.rawValue)
      } ?? []
    case .phases: try phases()
    case .settings: try settings()
    case .entries: try entries()
    case .questions:
      try Catalogue.whole(log).protocols.flatMap(\.questions).map {
        Candidate(text: $0.id.text, about: $0.question)
      }
    case .redFlags: try Safety().flags.map { Candidate(text: $0.id.text, about: $0.question) }
    }
  }

  private static func sides(of site: String) -> [Candidate] {
    [Candidate(text: site)] + Side.allCases.map { Candidate(text: "\(site):\($0.rawValue)") }
  }

  private func series() throws -> [Candidate] {
    let kinds = try MeasurementKind.whole(log)
    let titles = Dictionary(kinds.map { ($0.slug.text, $0.title) }) { first, _ in first }
    let held = try log?.loggedSeries().names(own: kinds) ?? []
    let names = held.isEmpty ? ["pain"] + kinds.map(\.slug.text) : held
    return names.map { name in
      Candidate(text: name, about: titles[String(name.prefix { $0 != ":" })] ?? "")
    }
  }

  private func phases() throws -> [Candidate] {
    guard let log else { return [] }
    let protocols = try Catalogue.whole(log).protocols
    let followed = Set(try log.protocolHistory().changes.map(\.rehabProtocol))
    return protocols.filter { followed.contains($0.slug) }.flatMap { rehabProtocol in
      [Candidate(text: rehabProtocol.slug.text, about: rehabProtocol.title)]
        + rehabProtocol.stages.map { Candidate(text: $0.slug.text, about: $0.title) }
    }
  }

  private func settings() throws -> [Candidate] {
    let stored = stored
    let current = Settings(stored)
    return try Setting.every(
      current, try Catalogue.whole(log), stored: stored, Psoas.commandNames
    ).map {
      Candidate(text: $0.key, about: "\(current.value($0)): \($0.help)")
    }
  }

  private func entries() throws -> [Candidate] {
    guard let log else { return [] }
    let entries = try log.entries(of: nil, EntryWindow(limit: CompletionSource.entryCount))
    let newest = try log.newestKey()?.id
    return (newest == nil ? [] : [Candidate(text: "last", about: "the entry made last")])
      + entries.map {
        Candidate(text: $0.id.short, about: "\($0.moment.label)  \($0.summary)")
      }
  }
}
