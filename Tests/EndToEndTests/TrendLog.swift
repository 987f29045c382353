import Foundation
import Testing

/// Twenty-one weeks of a log for the reports on series: pain that falls slowly, a hip that opens, a
/// method that changes, two stages and then another protocol, a flare, a week left out.
enum TrendLog {
  static let now = "2026-11-20T18:00:00+01:00"

  /// A program on a copy of the log.
  static func binary() throws -> Binary {
    let psoas = try Binary(now: now, zone: "Europe/Berlin")
    try bytes.get().write(to: URL(fileURLWithPath: psoas.log))
    return psoas
  }

  private static let bytes = Result { try #require(try made().bytes()) }

  private static func made() throws -> Binary {
    let psoas = try Binary(now: now, zone: "Europe/Berlin")
    var lines: [String] = []
    for week in 0..<21 where week != 9 {
      let days = (0..<7).map { 7 * week + $0 }.filter { $0 <= 143 }
      // A fixed pattern in place of chance.
      let wobble = [0, 3, -2, 1, -3, 2, 0, -1, 3, -2, 1][week % 11]
      let pain = 62 - 2 * week + 3 * wobble + (week >= 14 ? -8 : 0)
      for (place, day) in days.prefix(4).enumerated() {
        let tenths = max(5, pain + [0, 4, -3, 2][place])
        lines.append("pain \(tenths / 10).\(tenths % 10) --at '\(date(day)) 20:00'")
        lines.append(
          "day sitting=\(6 + (wobble + place) % 3)h steps=\(6000 + 400 * wobble) --at \(date(day))")
      }
      for day in days.prefix(2 + week % 3) {
        lines.append(
          "log bird-dog 3x8 \(week % 2 == 0 ? "curl-up 3x5" : "") --minutes 15 --effort 4 --at '\(date(day)) 18:00'"
        )
      }
      if let day = days.dropFirst(2).first {
        let angle = 112 + week + wobble / 2
        let instrument = week < 4 ? "goniometer" : "phone"
        lines.append(
          "measure glute-bridge \(angle) \(angle + 2) \(angle + 1) --method \(instrument) --at '\(date(day)) 19:00'"
        )
      }
    }
    let script = lines.map { "psoas \($0) --quiet || exit 1" }.joined(separator: "\n")
    let run = try psoas.shell(script)
    try #require(run.status == 0 && run.err.isEmpty, "\(run.err)")
    try psoas.shell("sqlite3 \"$LOG\" \"\(protocolHistory)\"")
    try #require(try psoas.integrity() == "ok\n")
    return psoas
  }

  /// A course and a flare of four days, written past the questions and gates that the commands have.
  private static let protocolHistory = """
    CREATE TEMP TABLE new (day INTEGER, kind TEXT, protocol TEXT, stage TEXT);
    INSERT INTO new VALUES (20633, 'start', 'staged-recovery', 'desensitise'),
      (20675, 'advance', 'staged-recovery', 'endurance'),
      (20730, 'stop', 'staged-recovery', NULL), (20731, 'start', 'twelve-minute', 'daily-stretches');
    INSERT INTO course_change (id, at, utc_offset, zone, day, kind, protocol, stage)
      SELECT randomblob(16), day * 86400, 0, 'UTC', day, kind, protocol, stage FROM new;
    INSERT INTO flare (id, at, utc_offset, zone, day, end_at, end_utc_offset, end_zone, end_day)
      VALUES (randomblob(16), 20690 * 86400, 0, 'UTC', 20690, 20693 * 86400, 0, 'UTC', 20693);
    """

  /// Day `count` after Monday 2026-06-29.
  private static func date(_ count: Int) -> String {
    let start = DateComponents(
      calendar: Calendar(identifier: .gregorian), timeZone: TimeZone(identifier: "UTC"),
      year: 2026, month: 6, day: 29 + count, hour: 12)
    let formatter = DateFormatter()
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyy-MM-dd"
    return formatter.string(from: start.date ?? Date())
  }
}
