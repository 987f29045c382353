import Core

/// Writes entries of a log as a FHIR R4 bundle, one entry per line, with one in memory.
package struct FHIRWriter {
  /// Bytes written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private let patient: String
  private let questions: [Slug: String]
  private let isRedacted: Bool
  private var hasEntry = false

  /// Writes the start of the bundle and the person.
  ///
  /// - Parameters:
  ///   - timestamp: when it is made, ISO 8601 with offset.
  ///   - key: the first key of the log, from which the person's URL is made.
  ///   - name: the person's name, if set.
  ///   - questions: the red-flag questions.
  ///   - isRedacted: whether notes and triggers are left out.
  package init(
    timestamp: String, key: EntryID, name: String?, questions: [RedFlag], isRedacted: Bool
  ) {
    patient = key.urn(part: 0xFF00)
    self.questions = Dictionary(questions.map { ($0.id, $0.question) }) { first, _ in first }
    self.isRedacted = isRedacted
    bytes += "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"timestamp\":".utf8
    ExportJSONWriter.quote(timestamp, to: &bytes)
    bytes += ",\"entry\":[".utf8
    let named = isRedacted ? nil : name
    add(
      patient,
      resource: [("resourceType", .string("Patient"))]
        + (named.map { [("name", .array([.object([("text", .string($0))])]))] } ?? []))
  }

  /// Ends the bundle.
  package mutating func finish() { bytes += "\n]}\n".utf8 }

  /// The bytes written since the last call; the buffer is reused.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func add(_ url: String, resource: [(key: String, value: JSONText)]) {
    bytes += (hasEntry ? ",\n" : "\n").utf8
    hasEntry = true
    JSONText.object([("fullUrl", .string(url)), ("resource", .object(resource))])
      .write(to: &bytes)
  }

  private mutating func observe(
    _ url: String, category: JSONText, code: JSONText, when: (key: String, value: JSONText),
    rest: [(key: String, value: JSONText)]
  ) {
    add(
      url,
      resource: [
        ("resourceType", .string("Observation")), ("status", .string("final")),
        ("category", category), ("code", code), ("subject", .reference(patient)), when,
      ] + rest)
  }

  private func at(_ moment: Moment) -> (key: String, value: JSONText) {
    ("effectiveDateTime", .string(moment.dateTime))
  }

  private func note(_ text: String?) -> [(key: String, value: JSONText)] {
    guard let text, !isRedacted else { return [] }
    return [("note", .array([.object([("text", .string(text))])]))]
  }

  /// Writes an entry. The profile has nothing for changes of stage.
  ///
  /// - Parameter ratings: the ratings before and after a session.
  package mutating func add(_ entry: LogEntry, ratings: [EntryID] = []) {
    switch entry {
    case .session(let session, _): add(session, ratings: ratings)
    case .pain(let rating, _): add(rating)
    case .measurement(let measurement): add(measurement)
    case .day(let record): add(record)
    case .flare(let flare): add(flare)
    case .check(let check): add(check)
    case .stage: return
    }
  }

  private mutating func add(_ session: Session, ratings: [EntryID]) {
    let activity = JSONText.category("activity", display: "Activity")
    var members = ratings.map(\.urn)
    if let duration = session.duration {
      members.append(session.id.urn(part: 1))
      observe(
        session.id.urn(part: 1), category: activity,
        code: .concept("Exercise duration", codings: FHIRCode.duration),
        when: at(session.moment),
        rest: [("valueQuantity", .quantity(digits(duration.minutes), unit: "min"))])
    }
    if let effort = session.effort {
      members.append(session.id.urn(part: 2))
      observe(
        session.id.urn(part: 2), category: activity,
        code: .concept("Effort of the session, CR10 0-10", codings: FHIRCode.exertion),
        when: at(session.moment),
        rest: [("valueQuantity", .quantity(Decimal.text(tenths: effort.tenths), unit: "{score}"))])
    }
    var rest: [(key: String, value: JSONText)] = []
    if !members.isEmpty { rest.append(("hasMember", .array(members.map { .reference($0) }))) }
    if !session.entries.isEmpty {
      let components = session.entries.map { entry in
        JSONText.object([
          ("code", .concept(entry.exercise.text)),
          ("valueString", .string(entry.fullDose.isEmpty ? "done" : entry.fullDose)),
        ])
      }
      rest.append(("component", .array(components)))
    }
    observe(
      session.id.urn, category: activity, code: .concept("Exercise session"),
      when: at(session.moment),
      rest: rest + note(session.note))
  }

  private mutating func add(_ rating: PainRating) {
    let code =
      switch rating.recall {
      case .now: JSONText.concept("Pain now, 0-10 numeric rating", codings: FHIRCode.painNow)
      case .average: JSONText.concept("Average pain of the last 24 hours, 0-10 numeric rating")
      case .worst: JSONText.concept("Worst pain of the last 24 hours, 0-10 numeric rating")
      case .morning: JSONText.concept("Pain on getting up, 0-10 numeric rating")
      }
    var rest: [(key: String, value: JSONText)] = [
      ("valueQuantity", .quantity(Decimal.text(tenths: rating.score.tenths), unit: "{score}"))
    ]
    if !rating.sites.isEmpty {
      rest.append(
        ("bodySite", .concept(rating.sites.map(\.description).joined(separator: ", "))))
    }
    observe(
      rating.id.urn, category: .category("survey", display: "Survey"), code: code,
      when: at(rating.moment),
      rest: rest + note(rating.note))
  }

  private mutating func add(_ measurement: Measurement) {
    let kind = measurement.kind
    let unit =
      switch kind.unit {
      case .degrees: "deg"
      case .seconds: "s"
      case .points: "{score}"
      case .centimetres: "cm"
      case .kilograms: "kg"
      case .count: "{count}"
      }
    var rest: [(key: String, value: JSONText)] = [
      ("valueQuantity", .quantity(digits(measurement.value), unit: unit))
    ]
    if let side = measurement.side {
      rest.append(("bodySite", .concept(side.rawValue, codings: FHIRCode.side(side))))
    }
    let method = [measurement.instrument?.rawValue, measurement.motion?.rawValue].compactMap(\.self)
    if !method.isEmpty { rest.append(("method", .concept(method.joined(separator: ", ")))) }
    var components = measurement.trials.enumerated().map { index, trial in
      JSONText.object([
        ("code", .concept("trial \(index + 1)")),
        ("valueQuantity", .quantity(Decimal.text(hundredths: trial), unit: unit)),
      ])
    }
    if components.count == 1 { components = [] }
    if let pain = measurement.pain {
      components.append(
        .object([
          ("code", .concept("Pain during it, 0-10")),
          ("valueQuantity", .quantity(Decimal.text(tenths: pain.tenths), unit: "{score}")),
        ]))
    }
    if !components.isEmpty { rest.append(("component", .array(components))) }
    let isSurvey = kind.unit == .points
    observe(
      measurement.id.urn,
      category: isSurvey
        ? .category("survey", display: "Survey") : .category("exam", display: "Exam"),
      code: .concept(isRedacted && !isBuiltIn(kind) ? kind.slug.text : kind.title),
      when: at(measurement.moment), rest: rest + note(measurement.note))
  }

  private func isBuiltIn(_ kind: MeasurementKind) -> Bool {
    MeasurementKind.builtIn.contains { $0.slug == kind.slug }
  }

  private mutating func add(_ record: DayRecord) {
    for (index, factor) in record.factors.enumerated() {
      observe(
        record.id.urn(part: index + 1),
        category: .category("social-history", display: "Social History"),
        code: .concept(factor.name.text),
        when: ("effectiveDateTime", .string(record.moment.day.description)),
        rest: [
          (
            "valueQuantity",
            .quantity(digits(factor.value.value), unit: factor.value.unit == .time ? "h" : "1")
          )
        ])
    }
  }

  private mutating func add(_ flare: Flare) {
    var period: [(key: String, value: JSONText)] = [("start", .string(flare.start.dateTime))]
    if let end = flare.end { period.append(("end", .string(end.dateTime))) }
    observe(
      flare.id.urn, category: .category("survey", display: "Survey"),
      code: .concept(
        "Flare of low back pain, as the person marked it", codings: FHIRCode.lowBackPain),
      when: ("effectivePeriod", .object(period)),
      rest: [("valueBoolean", .bare("true"))] + note(flare.note))
  }

  private mutating func add(_ check: SafetyCheck) {
    guard !check.answers.isEmpty else { return }
    let items = check.answers.sorted { $0.key < $1.key }.map { question, yes in
      JSONText.object([
        ("linkId", .string(question.text)),
        ("text", .string(questions[question] ?? question.text)),
        ("answer", .array([.object([("valueBoolean", .bare(yes ? "true" : "false"))])])),
      ])
    }
    add(
      check.id.urn,
      resource: [
        ("resourceType", .string("QuestionnaireResponse")), ("status", .string("completed")),
        ("subject", .reference(patient)), ("authored", .string(check.moment.dateTime)),
        ("item", .array(items)),
      ])
  }

  /// The shortest digits that read back as the same number; no fraction for whole numbers.
  private func digits(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
  }
}
