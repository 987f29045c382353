import Analytics
import Core

// An entry of the log as one line, as the details of `psoas show`, and as JSON.

extension LogEntry: Tabular {
  /// What the entry holds, on one line.
  package var summary: String {
    switch self {
    case .session(let session, let pain): session.summary(pain)
    case .pain(let rating, _): rating.summary
    case .measurement(let measurement): measurement.summary
    case .day(let record): record.summary
    case .flare(let flare): flare.summary
    case .stage(let change): change.summary
    case .check(let check): check.summary
    }
  }

  /// The details as pairs of a label and a value, those without a value left out.
  var details: [(String, String)] {
    let own: [(String, String?)] =
      switch self {
      case .session(let session, let pain): session.details(pain)
      case .pain(let rating, let answers): rating.details(answers)
      case .measurement(let measurement): measurement.details
      case .day(let record): record.details
      case .flare(let flare): flare.details
      case .stage(let change): change.details
      case .check(let check): check.details
      }
    let head: [(String, String?)] = [
      ("id", id.description), ("kind", kind.rawValue),
      ("at", "\(moment.label) \(offsetText(minutes: moment.offsetMinutes)) \(moment.zone)"),
      ("day", moment.day == moment.calendarDay ? nil : moment.day.description),
    ]
    return (head + own).compactMap { label, value in value.map { (label, $0) } }
  }

  /// The entry for `psoas show`: a label and a value a line.
  package func text(_ style: Style) -> String {
    let width = details.map(\.0.utf8.count).max() ?? 0
    return details.map { label, value in
      let indent = "\n" + String(repeating: " ", count: width + 2)
      // A note is shown as it was written.
      let shown = label == "note" ? Style.harmless(value) : style.plain(value)
      let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
      return style.tint(Style.pad(label, to: width, right: false), .heading) + "  "
        + lines.joined(separator: indent) + "\n"
    }.joined()
  }

  package var table: Table { Table(fields: details) }

  /// The entry as JSON.
  package func json() -> JSON {
    let own: [(String, JSON)] =
      switch self {
      case .session(let session, let pain): session.fields(pain)
      case .pain(let rating, let answers): rating.fields(answers)
      case .measurement(let measurement): measurement.fields
      case .day(let record): record.fields
      case .flare(let flare): flare.fields
      case .stage(let change): change.fields
      case .check(let check): check.fields
      }
    return .object(
      [
        ("id", .string(id.description)), ("type", .string(kind.rawValue)),
        ("at", .string(moment.iso8601)), ("day", .string(moment.day.description)),
        ("zone", .string(moment.zone)),
      ] + own)
  }
}

extension Session {
  fileprivate func summary(_ pain: PainAround) -> String {
    var parts = entries.map(\.text)
    if let routine { parts.insert("routine \(routine)", at: 0) }
    if let duration { parts.append("\(duration) min") }
    if let effort { parts.append("effort \(effort)") }
    if let before = pain.before { parts.append("pain before \(before)") }
    if let after = pain.after { parts.append("pain after \(after)") }
    if let morning = pain.nextMorning { parts.append("next morning \(morning)") }
    return parts.isEmpty ? "session" : parts.joined(separator: ", ")
  }

  fileprivate func details(_ pain: PainAround) -> [(String, String?)] {
    [
      ("routine", routine?.text),
      ("planned", planned.isEmpty ? nil : planned.joined(separator: "\n")),
      ("done", entries.isEmpty ? nil : entries.map(\.text).joined(separator: "\n")),
      ("minutes", duration?.description), ("effort", effort.map { "\($0) (CR10)" }),
      ("load", load.map { "\($0.text()) (effort x minutes)" }),
      ("pain before", pain.before?.description), ("pain after", pain.after?.description),
      ("next morning", pain.nextMorning?.description), ("note", note),
    ]
  }

  fileprivate func fields(_ pain: PainAround) -> [(String, JSON)] {
    [
      ("routine", JSON(routine?.text)), ("minutes", JSON(duration?.minutes)),
      ("effort", JSON(effort?.value)), ("load", JSON(load)),
      ("sets", .integer(setCount)),
      ("entries", .array(entries.map { $0.json() })),
      ("planned", .array(planned.map { .string($0) })),
      (
        "pain",
        .object([
          ("before", JSON(pain.before?.points)), ("after", JSON(pain.after?.points)),
          ("nextMorning", JSON(pain.nextMorning?.points)),
        ])
      ),
      ("note", JSON(note)),
    ]
  }
}

extension ExerciseEntry {
  fileprivate func json() -> JSON {
    .object([
      ("exercise", .string(exercise.text)), ("text", .string(text)), ("dose", .string(dose)),
      (
        "sets",
        .array(sets.map { .object([("reps", JSON($0.reps)), ("holdSeconds", JSON($0.hold))]) })
      ),
      ("side", JSON(side?.rawValue)), ("load", JSON(load?.amount)),
      ("loadUnit", JSON(load?.unit.rawValue)), ("pain", JSON(pain?.points)),
    ])
  }
}

extension PainRating {
  fileprivate var summary: String {
    var parts = ["pain \(score)" + (recall == .now ? "" : " (\(recall.rawValue))")]
    parts += sites.map(\.description)
    if !triggers.isEmpty { parts.append("trigger " + triggers.joined(separator: ", ")) }
    if woke { parts.append("woke you") }
    if let session { parts.append("\(session.tie.rawValue) session \(session.id.short)") }
    return parts.joined(separator: ", ")
  }

  fileprivate func details(_ answers: [EntryID]) -> [(String, String?)] {
    [
      ("score", "\(score) of 10"), ("recall", recall.rawValue),
      ("sites", sites.isEmpty ? nil : sites.map(\.description).joined(separator: ", ")),
      ("triggers", triggers.isEmpty ? nil : triggers.joined(separator: ", ")),
      ("woke", woke ? "yes" : nil),
      ("session", session.map { "\($0.tie.rawValue) \($0.id.short)" }),
      (
        "answers",
        answers.isEmpty
          ? nil : "the morning after " + answers.map(\.short).joined(separator: ", ")
      ),
      ("note", note),
    ]
  }

  fileprivate func fields(_ answers: [EntryID]) -> [(String, JSON)] {
    [
      ("score", .number(score.points)), ("recall", .string(recall.rawValue)),
      ("sites", .array(sites.map { .string($0.description) })),
      ("triggers", .array(triggers.map { .string($0) })), ("woke", .bool(woke)),
      ("session", JSON(session?.id.description)), ("tie", JSON(session?.tie.rawValue)),
      ("answers", .array(answers.map { .string($0.description) })), ("note", JSON(note)),
    ]
  }
}

extension Measurement {
  fileprivate var summary: String {
    var parts = ["\(kind.slug)" + (side.map { " \($0.rawValue)" } ?? "") + " \(valueText)"]
    if trials.count > 1 {
      let list = trials.map { hundredthsText($0) }.joined(separator: " ")
      parts.append("\(kind.unit == .seconds ? "best" : "mean") of \(list)")
    }
    if let instrument { parts.append(instrument.rawValue) }
    if let motion { parts.append(motion.rawValue) }
    if let painText { parts.append(painText) }
    return parts.joined(separator: ", ")
  }

  /// `pain-free`, `pain 3`.
  var painText: String? { pain.map { $0.tenths == 0 ? "pain-free" : "pain \($0)" } }

  var valueText: String { value.text(places: 1) + kind.unit.suffix }

  fileprivate var details: [(String, String?)] {
    [
      ("measured", "\(kind.slug) (\(kind.title))"), ("side", side?.rawValue),
      (
        "value", valueText + (trials.count > 1 ? kind.unit == .seconds ? " (best)" : " (mean)" : "")
      ),
      (
        "trials", trials.count > 1 ? trials.map { hundredthsText($0) }.joined(separator: ", ") : nil
      ),
      ("method", instrument?.rawValue), ("motion", motion?.rawValue),
      ("pain", pain.map { $0.tenths == 0 ? "none (pain-free)" : "\($0) of 10" }),
      ("photo", photo), ("note", note),
    ]
  }

  fileprivate var fields: [(String, JSON)] {
    [
      ("kind", .string(kind.slug.text)), ("side", JSON(side?.rawValue)),
      ("series", .string(series)), ("unit", .string(kind.unit.rawValue)),
      ("method", JSON(instrument?.rawValue)), ("motion", JSON(motion?.rawValue)),
      ("value", .number(value)),
      ("trials", .array(trials.map { .number(Double($0) / 100) })),
      ("pain", JSON(pain?.points)), ("painFree", pain.map { .bool($0.tenths == 0) } ?? .null),
      ("photo", JSON(photo)), ("note", JSON(note)),
    ]
  }
}

extension DayRecord {
  fileprivate var summary: String {
    factors.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  fileprivate var details: [(String, String?)] {
    factors.map { ($0.name.text, $0.value.description) }
  }

  fileprivate var fields: [(String, JSON)] {
    [
      (
        "factors",
        .object(
          factors.map { factor in
            (
              factor.name.text,
              .object([
                ("value", .number(factor.value.value)), ("unit", .string(factor.value.unit.symbol)),
              ])
            )
          })
      )
    ]
  }
}
