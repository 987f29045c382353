import Core

extension LogEntry: Tabular {
  /// The details as pairs of label and value, without empty values.
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
      ("at", "\(moment.label) \(Zone.offsetText(minutes: moment.offsetMinutes)) \(moment.zone)"),
      ("day", moment.day == moment.calendarDay ? nil : moment.day.description),
    ]
    return (head + own).compactMap { label, value in value.map { (label, $0) } }
  }

  /// The entry for `psoas show`: a label and a value per line.
  package func text(_ style: Style) -> String {
    let width = details.map(\.0.utf8.count).max() ?? 0
    return details.map { label, value in
      let indent = "\n" + String(repeating: " ", count: width + 2)
      // A note keeps its line breaks.
      let shown = label == "note" ? Style.sanitized(value) : style.plain(value)
      let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
      return style.tint(Style.pad(label, to: width, right: false), tint: .heading) + "  "
        + lines.joined(separator: indent) + "\n"
    }.joined()
  }

  package var table: Table { Table(fields: details) }

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
