/// Parses a protocol from its block and the blocks below it.
struct ProtocolReader {
  let blocks: [BlockFile.Block]
  let catalogue: Catalogue
  let parser: EntryParser
  let own: Bool

  private var head: BlockFile.Block { blocks[0] }

  func rehabProtocol() throws -> RehabProtocol {
    try head.allow([
      "title", "source", "idea", "for", "not-for", "warning", "stance",
    ])
    let routines = try blocks.filter { $0.kind == "routine" }.map {
      try RoutineReader.routine($0, of: head.slug, parser: parser, own: own)
    }
    return RehabProtocol(
      slug: head.slug, title: try head.required("title"), source: try head.required("source"),
      idea: head.text("idea") ?? "", indications: head.all("for").map(\.value),
      contraindications: head.all("not-for").map(\.value),
      warnings: ProtocolReader.sentences(head.all("warning").map(\.value)), stances: try stances(),
      questions: try blocks.filter { $0.kind == "question" }.map(question),
      stages: try stages(routines), routines: routines, own: own)
  }

  /// Joins lines up to one that ends with a source in brackets, or ends a sentence.
  private static func sentences(_ lines: [String]) -> [String] {
    lines.reduce(into: []) { sentences, line in
      if let last = sentences.last, !last.hasSuffix(")"), !last.hasSuffix(".") {
        sentences[sentences.count - 1] = "\(last) \(line)"
      } else {
        sentences.append(line)
      }
    }
  }

  private func stances() throws -> [RehabProtocol.Stance] {
    var seen: Set<Slug> = []
    return try head.all("stance").map { field in
      let parts = field.value.split(separator: "|").map { $0.trimmed }
      guard parts.count == 3, let topic = Slug(parts[0]),
        catalogue.topics.contains(where: { $0.id == topic })
      else {
        let topics = catalogue.topics.map(\.id.text).joined(separator: ", ")
        throw InputError(
          "line \(field.line): \(field.value.quoted) is no stance",
          hint: "use 'TOPIC | short answer | in a few words'; the topics are \(topics)")
      }
      guard seen.insert(topic).inserted else {
        throw InputError(
          "line \(field.line): '\(topic)' is answered twice", hint: "keep one of the answers")
      }
      return RehabProtocol.Stance(topic: topic, answer: parts[1], words: parts[2])
    }
  }

  private func question(_ block: BlockFile.Block) throws -> RehabProtocol.Question {
    try block.allow(["asks", "advice", "source"])
    return RehabProtocol.Question(
      id: block.slug, question: try block.required("asks"), advice: try block.required("advice"),
      source: try block.value("source") ?? (own ? "own" : "default"))
  }

  private func stages(_ routines: [Routine]) throws -> [Stage] {
    let criteria = try criteria(routines)
    let found = blocks.filter { $0.kind == "stage" }
    guard !found.isEmpty else {
      throw InputError(
        "line \(head.line): \(head.title) has no stage", hint: "add a block such as [stage begin]")
    }
    let ordered = try StageOrder.of(found)
    let stages = try ordered.map { try stage($0, routines: routines, criteria: criteria) }
    for (block, stage) in zip(ordered.dropLast(), stages) where stage.gate.isEmpty {
      throw InputError(
        "line \(block.line): \(block.title) has no gate to the stage behind it",
        hint: "name its criteria in a line 'gate: …'")
    }
    if let last = ordered.last, let block = stages.last, !block.gate.isEmpty {
      throw InputError(
        "line \(last.lineOf("gate")): \(last.title) is the last stage, so it can have no gate",
        hint: "call what it aims at 'goal: …'")
    }
    let used = Set(stages.flatMap { ($0.gate + $0.goals).map(\.id) })
    for block in blocks where block.kind == "criterion" && !used.contains(block.slug) {
      throw InputError(
        "line \(block.line): no stage asks for \(block.title)",
        hint: "name it in a 'gate:' or 'goal:' of a stage")
    }
    return stages
  }

  private func stage(
    _ block: BlockFile.Block, routines: [Routine], criteria: [Slug: Criterion]
  ) throws -> Stage {
    try block.allow(["title", "aim", "routine", "gate", "goal", "next"])
    func named(_ key: String) throws -> [Criterion] {
      var seen: Set<Slug> = []
      return try block.slugs(key).map { slug in
        guard let criterion = criteria[slug] else {
          throw InputError(
            "line \(block.lineOf(key)): there is no criterion \(slug.text.quoted)",
            hint: "add a block [criterion \(slug)] to this protocol")
        }
        guard seen.insert(slug).inserted else {
          throw InputError(
            "line \(block.lineOf(key)): '\(slug)' appears twice", hint: "keep one of them")
        }
        return criterion
      }
    }
    return Stage(
      slug: block.slug, title: try block.value("title") ?? block.slug.text,
      aim: block.text("aim") ?? "",
      plans: try block.all("routine").map { try plan($0, routines: routines) },
      gate: try named("gate"), goals: try named("goal"))
  }

  /// `big-three
  /// 3 a week
  /// article`; a name alone means daily, by our default.
  private func plan(_ field: BlockFile.Field, routines: [Routine]) throws -> Stage.Plan {
    let parts = field.value.split(separator: "|").map { $0.trimmed }
    let name = parts.first ?? ""
    guard let routine = (routines + catalogue.routines).first(where: { $0.slug.text == name })
    else {
      throw InputError(
        "line \(field.line): there is no routine \(name.quoted)",
        hint: "add a block [routine …], or name one of 'psoas routine list'")
    }
    let often = parts.count > 1 ? parts[1] : "daily"
    let source = parts.count > 2 ? parts[2] : own ? "own" : "default"
    guard parts.count <= 3, let days = ProtocolReader.daysPerWeek(often) else {
      throw InputError(
        "line \(field.line): cannot read how often in \(field.value.quoted)",
        hint: "use 'routine: NAME | daily' or 'routine: NAME | 3 a week'")
    }
    return Stage.Plan(routine: routine, daysPerWeek: days, source: source)
  }

  private static func daysPerWeek(_ text: String) -> Int? {
    if text == "daily" { return 7 }
    let words = text.split(separator: " ")
    guard words.count == 3, words[1...] == ["a", "week"], let days = Int(digits: words[0]),
      (1...7).contains(days)
    else { return nil }
    return days
  }

  private func criteria(_ routines: [Routine]) throws -> [Slug: Criterion] {
    var criteria: [Slug: Criterion] = [:]
    for block in blocks where block.kind == "criterion" {
      let criterion = try RuleReader.criterion(block, own: own)
      try check(criterion.rule, block: block, routines: routines)
      criteria[criterion.id] = criterion
    }
    return criteria
  }

  /// Checks that what a rule evaluates exists.
  private func check(_ rule: Rule, block: BlockFile.Block, routines: [Routine]) throws {
    switch rule {
    case .exerciseDays(let slugs), .painDuring(let slugs), .sessionsOverDays(let slugs),
      .sessionsAtPain(let slugs):
      try checkExercises(slugs, key: "exercises", block: block)
    case .doneTogether(let slugs, let other):
      try checkExercises(slugs, key: "exercises", block: block)
      try checkExercises([other], key: "with", block: block)
    case .practiceShare(let slug):
      guard !(routines + catalogue.routines).contains(where: { $0.slug == slug }) else { return }
      throw InputError(
        "line \(block.lineOf("routine")): there is no routine \(slug.text.quoted)",
        hint: "add a block [routine \(slug)]")
    case .evenHold(let slug), .painFreeMeasures(let slug), .measureAtMost(let slug):
      guard !catalogue.kinds.contains(where: { $0.slug == slug }) else { return }
      throw InputError(
        "line \(block.lineOf("measure")): there is no measurement \(slug.text.quoted)",
        hint: "the kinds are \(catalogue.kinds.map(\.slug.text).joined(separator: ", "))")
    default: return
    }
  }

  private func checkExercises(_ slugs: [Slug], key: String, block: BlockFile.Block) throws {
    for slug in slugs {
      try InputError.atLine(block.lineOf(key)) {
        // By its full name: a file is parsed again with later catalogues.
        guard parser.exercises.exactly(slug.text)?.slug != slug else { return }
        throw InputError(
          "there is no exercise \(slug.text.quoted)", hint: "'psoas exercise list' shows all")
      }
    }
  }
}

/// The order of stages: as listed, or by their `next:` lines.
enum StageOrder {
  static func of(_ blocks: [BlockFile.Block]) throws -> [BlockFile.Block] {
    guard blocks.contains(where: { !$0.all("next").isEmpty }) else { return blocks }
    var next: [Slug: Slug] = [:]
    for block in blocks {
      guard let name = try block.value("next") else { continue }
      guard let target = blocks.first(where: { $0.slug.text == name }) else {
        throw InputError(
          "line \(block.lineOf("next")): there is no stage \(name.quoted)",
          hint: "the stages are \(blocks.map(\.slug.text).joined(separator: ", "))")
      }
      if let other = next.first(where: { $0.value == target.slug }) {
        throw InputError(
          "line \(block.lineOf("next")): '\(other.key)' leads to '\(target.slug)' already",
          hint: "a stage follows one other")
      }
      next[block.slug] = target.slug
    }
    let targets = Set(next.values)
    var order = blocks.filter { !targets.contains($0.slug) }.prefix(1).map(\.slug)
    while let last = order.last, let following = next[last], !order.contains(following) {
      order.append(following)
    }
    let missing = blocks.first { !order.contains($0.slug) }
    if let missing {
      let isCircle = next[missing.slug] != nil && targets.contains(missing.slug)
      throw InputError(
        "line \(missing.line): \(missing.title) "
          + (isCircle ? "goes round in a circle" : "is reached from no other stage"),
        hint: "let each stage but the last name its 'next:', and none an earlier one")
    }
    return order.compactMap { slug in blocks.first { $0.slug == slug } }
  }
}
