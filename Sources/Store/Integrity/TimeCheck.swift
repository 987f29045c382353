import Core
import SQLite

/// Whether the moments of entries fit the clock and their days.
struct TimeCheck {
  private let log: LogStore
  private let now: Int

  init(_ log: LogStore, _ around: Doctor.Surroundings) {
    self.log = log
    now = around.now
  }

  /// Seconds by which a clock may be off, as in the words that are typed.
  static let allowance = 300

  func findings() throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let latest = now + TimeCheck.allowance
    let future = try entries("at > ?1", latest).sorted { $0.at > $1.at }
    if let newest = future.first {
      findings.append(
        Diagnostic(
          "future", .attention,
          "\(counted(future.count, "entry lies", "entries lie")) in the future: "
            + EntryNames(log).list(future.map(\.id)),
          advice:
            "check the clock; when it is right, mend the moment with 'psoas edit ID --at WHEN' or "
            + "remove the entry with 'psoas rm ID'", entries: future.map(\.id)))
      if newest.at > now + 86_400 {
        findings.append(
          Diagnostic(
            "clock", .attention,
            "the clock says \(Day(number: now / 86_400)), and the newest entry is of "
              + "\(Day(number: min(newest.at / 86_400, ColumnForm.days.upperBound)))",
            advice: "check the clock of this machine, and PSOAS_NOW"))
      }
    }
    // Ten days are added and taken off, since division rounds towards zero.
    let odd = try entries(
      "abs(day - ((at + utc_offset * 60 + 864000) / 86400 - 10)) > 1 AND ?1 IS NOT NULL", 0)
    if !odd.isEmpty {
      findings.append(
        Diagnostic(
          "day", .attention,
          "\(counted(odd.count, "entry counts", "entries count")) for a day that is not the one of "
            + "\(odd.count == 1 ? "its" : "their") moment: " + EntryNames(log).list(odd.map(\.id)),
          advice: "set the moment with 'psoas edit ID --at WHEN', or enter it anew",
          entries: odd.map(\.id)))
    }
    return findings
  }

  private func entries(_ condition: String, _ value: Int) throws -> [(id: EntryID, at: Int)] {
    try EntryKind.allCases.flatMap { kind in
      try log.database.rows(
        "SELECT id, at FROM \(kind.table.rawValue) WHERE \(condition)", [.integer(value)]
      ) { row in EntryID(bytes: row.blob(0)).map { (id: $0, at: row.integer(1)) } }
      .compactMap(\.self)
    }
  }
}
