/// Exercises, routines and protocols: built-in ones, and the user's own.
package struct Catalogue: Sendable {
  /// The slugs and aliases of all exercises.
  package private(set) var index: NameIndex<Exercise>
  /// The kinds of measurement that protocols may name.
  package let kinds: [MeasurementKind]
  private let ownSources: [Definitions.Source]
  private var loaded = Loaded()
  /// Which of the user's definitions could not be read, and why.
  package private(set) var unreadable: [String] = []

  /// Parts that are only loaded where needed.
  private struct Loaded: Sendable {
    var routines: [Routine] = []
    var protocols: [RehabProtocol] = []
    var topics: [Topic] = []
  }

  /// The built-in exercises followed by the user's. ``withProtocols()`` adds routines and protocols, which
  /// most commands do not need.
  package init(
    own: [Exercise] = [], kinds: [MeasurementKind] = MeasurementKind.builtIn,
    sources: [Definitions.Source] = []
  ) {
    index = NameIndex(items: Exercise.builtIn, names: Exercise.builtInNames)
    self.kinds = kinds
    ownSources = sources
    add(own)
  }

  /// A catalogue with only these exercises and topics.
  init(exercises: [Exercise], topics: [Topic]) {
    index = NameIndex()
    kinds = MeasurementKind.builtIn
    ownSources = []
    loaded.topics = topics
    add(exercises)
  }

  private mutating func add(_ exercises: [Exercise]) {
    for exercise in exercises {
      index.add(exercise, slug: exercise.slug.text, aliases: exercise.aliases)
    }
  }

  /// All exercises: the built-in ones in file order, then the user's.
  package var exercises: [Exercise] { index.items }
  /// The routines in the order of their protocols, the user's last.
  package var routines: [Routine] { loaded.routines }
  /// The protocols; the user's last.
  package var protocols: [RehabProtocol] { loaded.protocols }
  /// The questions on which protocols disagree.
  package var topics: [Topic] { loaded.topics }

  /// The same with all routines and protocols.
  ///
  /// A user's definition that refers to something removed is left out and listed in ``unreadable``: it must
  /// not block the rest of the log.
  package func withProtocols() -> Catalogue {
    var catalogue = self
    let builtIn = RehabProtocol.builtIn
    catalogue.loaded = Loaded(
      routines: builtIn.flatMap(\.routines), protocols: builtIn, topics: Topic.builtIn)
    catalogue.addOwn(ownSources)
    return catalogue
  }

  /// Adds definitions that may refer to each other, in any order.
  private mutating func addOwn(_ sources: [Definitions.Source]) {
    var rest = sources
    while true {
      var failed: [(source: Definitions.Source, error: InputError)] = []
      for source in rest {
        do {
          add(try Definitions(Array(source.text.utf8), on: self, own: true, isNew: false))
        } catch let error as InputError {
          failed.append((source, error))
        } catch {}
      }
      guard !failed.isEmpty, failed.count < rest.count else {
        unreadable = failed.map {
          "your \($0.source.kind.rawValue) '\($0.source.slug)' is left out: \($0.error.message)"
        }
        return
      }
      rest = failed.map(\.source)
    }
  }

  mutating func add(_ definitions: Definitions) {
    loaded.routines += definitions.routines
    loaded.protocols += definitions.protocols
  }

  func adding(exercises: [Exercise]) -> Catalogue {
    var catalogue = self
    catalogue.add(exercises)
    return catalogue
  }

  func adding(routines: [Routine]) -> Catalogue {
    var catalogue = self
    catalogue.loaded.routines += routines
    return catalogue
  }

  /// Whether the name is taken for a block of this kind.
  func isTaken(_ kind: String, slug: Slug) -> Bool {
    switch kind {
    case "exercise": exercises.contains { $0.slug == slug }
    case "routine": routines.contains { $0.slug == slug }
    case "protocol": protocols.contains { $0.slug == slug }
    case "criterion": protocols.contains { $0.criteria.contains { $0.id == slug } }
    default: false
    }
  }

  /// The exercise that each variant counts as.
  package var bases: [Slug: Slug] {
    var bases: [Slug: Slug] = [:]
    for exercise in exercises {
      if let base = exercise.variantOf { bases[exercise.slug] = base }
    }
    return bases
  }

  /// The routine with this name or unique prefix.
  ///
  /// - Throws: ``InputError`` that lists the routines.
  package func routine(named word: String) throws -> Routine {
    try Catalogue.named(word, what: "routine", items: routines.map { ($0.slug, $0) })
  }

  /// The protocol with this name or unique prefix.
  ///
  /// - Throws: ``InputError`` that lists the protocols.
  package func rehabProtocol(named word: String) throws -> RehabProtocol {
    try Catalogue.named(word, what: "protocol", items: protocols.map { ($0.slug, $0) })
  }

  /// The protocol and the stage of an interval; nil when either was removed.
  package func stage(
    in interval: ProtocolHistory.StageInterval
  ) -> (rehabProtocol: RehabProtocol, stage: Stage)? {
    guard let rehabProtocol = protocols.first(where: { $0.slug == interval.rehabProtocol }),
      let stage = rehabProtocol.stage(interval.stage)
    else { return nil }
    return (rehabProtocol, stage)
  }

  private static func named<Item: Sendable>(
    _ word: String, what: String, items: [(slug: Slug, item: Item)]
  ) throws -> Item {
    var index = NameIndex<Item>()
    for (slug, item) in items { index.add(item, slug: slug.text) }
    switch index.match(word.lowercased()) {
    case .one(let item): return item
    case .several(let slugs):
      throw InputError(
        "the \(what) \(word.quoted) could be \(slugs.joined(separator: ", "))",
        hint: "give more letters")
    case .none:
      let names = items.map(\.slug.text).joined(separator: ", ")
      throw InputError("there is no \(what) \(word.quoted)", hint: "the \(what)s are \(names)")
    }
  }
}
