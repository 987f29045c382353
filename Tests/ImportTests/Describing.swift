import Core
import Import

/// What a file holds, one line a value and one a set, as tests compare it.
func described(_ format: Format, _ bytes: [UInt8], options: ImportOptions = ImportOptions()) throws
  -> [String]
{
  var lines: [String] = []
  _ = try Importer.read(
    format, options: options, from: { pieces(bytes, of: 7) },
    deliver: {
      lines += describe($0)
    })
  return lines
}

/// The text of a value without its key.
func describe(_ value: ImportedValue) -> [String] {
  switch value {
  case .session(let session):
    let effort = session.effort.map { " effort \($0)" } ?? ""
    let length = session.duration.map { " \($0.seconds)s" } ?? ""
    let title = (session.title.map { " \($0)" } ?? "") + (session.continues ? " (more)" : "")
    return [
      "\(session.lines) \(session.start)\(title)\(length)\(effort)\(noted(session.note))"
    ] + session.sets.map { "  \(describe($0))" }
  case .pain(let pain):
    return ["\(pain.line) pain \(pain.when) \(pain.name ?? "-") \(pain.score)\(noted(pain.note))"]
  case .scale(let scale):
    let range = scale.range.map { " of \($0)" } ?? ""
    return [
      "\(scale.line) scale \(scale.when)\(part(scale.part)) \(scale.name) "
        + "\(Decimal.text(hundredths: scale.hundredths))\(range) \(scale.word ?? "-")\(noted(scale.note))"
    ]
  case .factor(let factor):
    return [
      "\(factor.line) factor \(factor.when)\(part(factor.part)) \(factor.name) \(factor.value)"
        + noted(factor.note)
    ]
  case .measurement(let value):
    let side = value.side.map { " \($0)" } ?? ""
    return [
      "\(value.line) measured \(value.when) \(value.name)\(side) "
        + "\(Decimal.text(hundredths: value.hundredths)) \(value.unit ?? "-")\(noted(value.note))"
    ]
  case .habit(let habit):
    let amount =
      habit.hundredths.map { " \(Decimal.text(hundredths: $0)) \(habit.unit ?? "-")" } ?? ""
    return ["\(habit.line) habit \(habit.day) \(habit.name)\(amount)\(noted(habit.note))"]
  case .rejected(let row):
    return ["line \(row.line)\(row.file.map { " of \($0)" } ?? "") \(row.reason)"]
  }
}

private func describe(_ set: ImportedSet) -> String {
  var words = [set.exercise]
  if let reps = set.done.reps { words.append("\(reps)") }
  if let hold = set.done.hold { words.append("\(hold)s") }
  if let load = set.load { words.append("@\(load)") }
  if let distance = set.distance {
    words.append("\(distance.thousandths)/1000 \(distance.unit?.rawValue ?? "-")")
  }
  if let side = set.side { words.append("\(side)") }
  if let rpe = set.rpeTenths { words.append("rpe \(Decimal.text(tenths: rpe))") }
  if let pain = set.pain { words.append("pain \(pain)") }
  if set.kind != .work { words.append("\(set.kind)") }
  return words.joined(separator: " ") + noted(set.note)
}

private func part(_ part: DayPart?) -> String { part.map { " \($0)" } ?? "" }

private func noted(_ note: String?) -> String {
  note.map {
    " '\($0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/"))'"
  } ?? ""
}
