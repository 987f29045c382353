import RehabLog
import Reports

extension StatusReport {
  private var lines: [(String, String)] {
    var lines = [
      ("Today", todayText), ("Week \(weeks.now.week.yearAndWeek.week)", weekText),
      ("Last session", text(of: lastSession)),
    ]
    lines.append(("Last pain", lastPain.map { text(of: .pain($0)) } ?? "none yet"))
    if lastMeasurements.isEmpty { lines.append(("Measured", "nothing yet")) }
    for (index, measurement) in lastMeasurements.enumerated() {
      lines.append((index == 0 ? "Measured" : "", text(of: .measurement(measurement))))
    }
    return lines
  }

  private var todayText: String {
    let counts = EntryKind.allCases.compactMap { kind -> String? in
      let count = todaysEntries.count { $0.kind == kind }
      let noun =
        switch kind {
        case .session: "session"
        case .pain: "pain rating"
        case .measurement: "measurement"
        case .day: "daily factors"
        case .flare: "flare"
        case .stage: "change of stage"
        case .check: "check"
        }
      guard count > 0 else { return nil }
      if kind == .day { return noun }
      if kind == .stage, count > 1 { return "\(count) changes of stage" }
      return "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let what = counts.isEmpty ? "nothing logged yet" : counts.joined(separator: ", ")
    return "\(today.weekdayName) \(today): \(what)"
  }

  private var weekText: String {
    // What stands before the colon is the label.
    String(weekSentence.drop { $0 != ":" }.dropFirst(2))
  }

  private func text(of entry: LogEntry?) -> String {
    guard let entry else { return "none yet" }
    return "\(distance(to: entry.moment.day)), \(entry.moment.label): \(entry.summary)"
  }

  /// The status for a terminal.
  public func text(_ style: Style) -> String { style.labelled(lines) }

  private var sheet: Sheet { Sheet(fields: lines) }

  /// The status as a Markdown table.
  public func markdown() -> String { sheet.markdown() }
  /// The status as csv, a line for each field.
  public func csv() -> String { sheet.csv() }

  /// The status as JSON.
  public func json() -> JSON {
    .object([
      ("report", .string("status")), ("today", .string(today.description)),
      ("entriesToday", .array(todaysEntries.map { $0.json() })),
      (
        "week",
        .object([
          ("week", .string(weeks.now.week.description)), ("sessions", .integer(weeks.now.sessions)),
          ("activeDays", .integer(weeks.now.activeDays)),
          ("painN", .integer(weeks.now.pain.n)), ("painMedian", JSON(weeks.now.pain.median)),
          ("painMedianBefore", JSON(weeks.before.pain.median)),
          ("sessionsBefore", .integer(weeks.before.sessions)),
        ])
      ),
      ("lastSession", lastSession?.json() ?? .null),
      ("lastPain", lastPain.map { LogEntry.pain($0).json() } ?? .null),
      ("lastMeasurements", .array(lastMeasurements.map { LogEntry.measurement($0).json() })),
    ])
  }
}
