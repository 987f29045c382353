/// The definitions in a catalogue file.
package struct Definitions: Sendable {
  /// Its exercises, in order.
  package internal(set) var exercises: [Exercise] = []
  /// Its routines, in order, including those of its protocols.
  package internal(set) var routines: [Routine] = []
  /// Its protocols, in order.
  package internal(set) var protocols: [RehabProtocol] = []
  /// The text of each standalone routine, and of each protocol with everything that belongs to it, to be
  /// stored and parsed again.
  package internal(set) var sources: [Source] = []

  /// A definition as text.
  package struct Source: Sendable, Equatable {
    /// What is defined.
    package enum Kind: String, Sendable {
      /// A standalone routine.
      case routine
      /// A protocol.
      case rehabProtocol = "protocol"
    }

    /// The kind of definition.
    package let kind: Kind
    /// Its name.
    package let slug: Slug
    /// Its blocks.
    package let text: String

    /// A definition read back from the log.
    package init(kind: Kind, slug: Slug, text: String) {
      self.kind = kind
      self.slug = slug
      self.text = text
    }
  }

  /// Parses a file on top of a catalogue, whose exercises and routines it may use.
  ///
  /// - Parameters:
  ///   - own: whether it is the user's.
  ///   - isNew: whether it is being added, so that it must not reuse names. A definition read back from a log
  ///     keeps its names, even if the program has gained the same ones since.
  /// - Throws: ``InputError`` with the invalid line.
  package init(
    _ bytes: [UInt8], on catalogue: Catalogue, own: Bool, isNew: Bool = true
  ) throws {
    let blocks = try BlockFile(bytes).blocks
    guard !blocks.isEmpty || !own else {
      throw InputError(
        "the file defines nothing", hint: "a block begins with a line such as [routine evening]")
    }
    let kinds = ["exercise", "routine", "protocol", "question", "stage", "criterion"]
    for block in blocks where !kinds.contains(block.kind) {
      throw InputError(
        "line \(block.line): there is no kind of block \(block.kind.quoted)",
        hint: "the kinds are \(kinds.joined(separator: ", "))")
    }
    try Definitions.checkNames(of: blocks, against: catalogue, own: own && isNew)
    exercises = try blocks.filter { $0.kind == "exercise" }.map {
      try ExerciseReader.exercise($0, own: own)
    }
    let known = catalogue.adding(exercises: exercises)
    if own { try ExerciseReader.check(exercises, blocks: blocks, known: known) }
    try readRest(of: blocks, catalogue: known, own: own)
  }

  private mutating func readRest(
    of blocks: [BlockFile.Block], catalogue: Catalogue, own: Bool
  ) throws {
    let parser = EntryParser(exercises: catalogue.index)
    var lone: [BlockFile.Block] = []
    var groups: [[BlockFile.Block]] = []
    for block in blocks where block.kind != "exercise" {
      if block.kind == "protocol" {
        groups.append([block])
      } else if !groups.isEmpty {
        groups[groups.count - 1].append(block)
      } else {
        guard block.kind == "routine" else {
          throw InputError(
            "line \(block.line): \(block.title) belongs to no protocol",
            hint: "put it below a [protocol …] block")
        }
        lone.append(block)
      }
    }
    for block in lone {
      routines.append(try RoutineReader.routine(block, of: nil, parser: parser, own: own))
      sources.append(Source(kind: .routine, slug: block.slug, text: block.source(routines)))
    }
    for group in groups {
      let reader = ProtocolReader(
        blocks: group, catalogue: catalogue.adding(routines: routines), parser: parser, own: own)
      let rehabProtocol = try reader.rehabProtocol()
      routines += rehabProtocol.routines
      protocols.append(rehabProtocol)
      sources.append(
        Source(
          kind: .rehabProtocol, slug: rehabProtocol.slug,
          text: group.map { $0.source(rehabProtocol.routines) }.joined(separator: "\n")))
    }
  }

  /// Refuses a name that appears twice in the file, or is taken in the catalogue.
  private static func checkNames(
    of blocks: [BlockFile.Block], against catalogue: Catalogue, own: Bool
  ) throws {
    var seen: [String: Int] = [:]
    var rehabProtocol = ""
    for block in blocks {
      if block.kind == "protocol" { rehabProtocol = block.slug.text }
      // Names of stages and questions are unique within their protocol; all other names are global.
      let scope = ["stage", "question"].contains(block.kind) ? rehabProtocol : ""
      let key = "\(block.kind) \(scope) \(block.slug)"
      if let first = seen[key] {
        throw InputError(
          "line \(block.line): \(block.title) is on line \(first) already",
          hint: "give one of them another name")
      }
      seen[key] = block.line
      guard own, catalogue.isTaken(block.kind, slug: block.slug) else { continue }
      throw InputError(
        "line \(block.line): the name of \(block.title) is taken", hint: "take another name")
    }
  }
}

/// Parses a routine from its block.
enum RoutineReader {
  static func routine(
    _ block: BlockFile.Block, of rehabProtocol: Slug?, parser: EntryParser, own: Bool
  ) throws -> Routine {
    try block.allow(["title", "dose-source", "minutes", "rest", "step"])
    let source = try block.value("dose-source") ?? (own ? "own" : "default")
    guard ["article", "default", "mixed", "own"].contains(source) else {
      throw InputError(
        "line \(block.lineOf("dose-source")): there is no source \(source.quoted)",
        hint: "use article, default, mixed or own")
    }
    let duration = try block.value("minutes").map { text in
      try InputError.atLine(block.lineOf("minutes")) { try Duration(minutes: text) }
    }
    let rest = try block.value("rest").map { text in
      try InputError.atLine(block.lineOf("rest")) { try DoseParser.rest(text) }
    }
    let steps = try block.all("step").flatMap { field in
      try InputError.atLine(field.line) { try parser.parse([field.value]) }
    }
    guard steps.count <= EntryParser.mostEntries else {
      throw InputError(
        "line \(block.line): \(block.title) has \(steps.count) steps",
        hint: "a routine may have up to \(EntryParser.mostEntries)")
    }
    guard !steps.isEmpty else {
      throw InputError(
        "line \(block.line): \(block.title) has no step",
        hint: "add lines such as 'step: glute-bridge 2x10'")
    }
    let routine = Routine(
      slug: block.slug, title: try block.value("title") ?? block.slug.text, program: rehabProtocol,
      doseSource: source, duration: duration, steps: steps, rest: rest, own: own)
    if let duration, let held = routine.holdSeconds, held > duration.seconds {
      throw InputError(
        "line \(block.lineOf("minutes")): the holds of \(block.title) add up to \(held) s, more than "
          + "\(duration) minutes", hint: "correct the minutes or the doses")
    }
    return routine
  }
}

extension InputError {
  /// Runs `body` and adds the line number to its error.
  static func atLine<Value>(_ line: Int, body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as InputError {
      throw InputError("line \(line): \(error.message)", hint: error.hint)
    }
  }
}

extension BlockFile.Block {
  /// The block as text without comments. The exercises of a routine's steps get their full names, which stay
  /// valid when exercises are added.
  fileprivate func source(_ routines: [Routine]) -> String {
    let routine = kind == "routine" ? routines.first { $0.slug == slug } : nil
    let kept = fields.filter { routine == nil || $0.key != "step" }
    return title + "\n" + kept.map { "\($0.key): \($0.value)\n" }.joined()
      + (routine?.steps ?? []).map { "step: \($0.text)\n" }.joined()
  }
}
