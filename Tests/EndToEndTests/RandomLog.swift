import Foundation
import Testing

/// Logs of every kind of entry with whatever values the tables allow, also where no command would make
/// them.
struct RandomLog {
  private var state: UInt64
  private var sql: [String] = []

  private init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// Fills the log of a test.
  static func fill(_ psoas: Binary, seed: UInt64) throws {
    try psoas.done("init", "--quiet")
    var log = RandomLog(seed: seed)
    log.make()
    let file = psoas.path("random.sql")
    try Data(("BEGIN;\n" + log.sql.joined(separator: ";\n") + ";\nCOMMIT;\n").utf8)
      .write(to: URL(fileURLWithPath: file))
    let run = try psoas.shell("sqlite3 -bail \"$LOG\" < random.sql && rm random.sql")
    try #require(run.status == 0, "\(run.err)")
    try #require(try psoas.integrity() == "ok\n")
  }

  private mutating func next(_ below: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % below
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[next(items.count)] }

  private static let words = [
    "plain", "two\nlines", "cr\r\nlf", "lone\rreturn", "\"quoted\" 'words'", "a, b; c\td",
    " blank before", "blank behind ", "=1+1", "\\n \\u0041", "🚗👨‍👩‍👧", "e\u{301} é", "שלום",
    "\u{202E}turned", "\u{7F}\u{1}", "\u{2028}", "null", "-0", "1e400", "#", "\"", "\u{FEFF}mark",
  ]

  private mutating func text() -> String {
    let count = 1 + next(3)
    let joined = (0..<count).map { _ in pick(RandomLog.words) }.joined(
      separator: pick(["", " ", "\n"]))
    return literal(joined)
  }

  private func literal(_ text: String) -> String {
    "CAST(x'" + text.utf8.map { String(format: "%02x", $0) }.joined() + "' AS TEXT)"
  }

  private mutating func maybe(_ value: String) -> String { next(2) == 0 ? "NULL" : value }
  private mutating func number(_ low: Int, _ high: Int) -> String {
    "\(pick([low, high, low + next(high - low), low + next(high - low)]))"
  }
  private mutating func slug() -> String { "'s-\(next(5))'" }
  private mutating func id() -> String {
    "x'" + (0..<16).map { _ in String(format: "%02x", next(256)) }.joined() + "'"
  }

  private mutating func moment() -> String {
    let utc = pick([0, 253_402_300_799, 1_760_000_000 + next(90_000_000), 1_780_000_000])
    let day = pick([0, 2_932_896, utc / 86_400])
    let zone = pick(["Europe/Berlin", "+05:45", "a \"zone\", odd"])
    return "\(utc), \(number(-1080, 1080)), \(literal(zone)), \(day)"
  }

  private mutating func insert(_ table: String, _ values: [String]) {
    sql.append("INSERT OR IGNORE INTO \(table) VALUES (\(values.joined(separator: ", ")))")
  }

  private mutating func make() {
    insert("setting", ["'day.start'", "'05:00'"])
    insert("setting", ["'odd'", "''"])
    for place in 0..<5 {
      let own = next(2)
      insert(
        "exercise",
        [
          "'s-\(place)'", text(), "\(next(2))", pick(["'reps'", "'hold'", "'none'"]),
          maybe(text()), maybe(text()), "\(own)", maybe(slug()), maybe("'s-1,s-2'"), maybe("''"),
        ])
      insert(
        "measurement_kind",
        [
          "'s-\(place)'", text(), pick(["'deg'", "'s'", "'kg'"]), "'higher'", "\(next(2))",
          number(-1_000_000, 0), number(1, 1_000_000), "\(own)",
        ])
      insert("exercise_alias", [text(), slug()])
      insert("own_definition", [pick(["'routine'", "'protocol'"]), "'s-\(place)'", text()])
      insert("import_mapping", [text(), text()])
    }
    var sessions: [String] = []
    for _ in 0..<next(12) {
      let key = id()
      sessions.append(key)
      let sets = next(6)
      insert(
        "session",
        [
          key, moment(), maybe(slug()), maybe(number(1, 86_400)), maybe(number(0, 100)), "\(sets)",
          maybe(text()),
        ])
      for set in 0..<sets {
        let load = next(2) == 0 ? "NULL, NULL" : "\(number(0, 100_000)), 'lb'"
        insert(
          "exercise_set",
          [
            key, "\(1 + set / 2)", "\(1 + set % 2)", slug(), maybe(number(1, 9999)),
            maybe(number(1, 86_400)), maybe(pick(["'left'", "'both'"])), load,
            maybe(number(0, 100)),
          ])
      }
      for place in 0..<next(3) { insert("planned_exercise", [key, "\(1 + place)", text()]) }
    }
    makeOthers(sessions)
  }

  private mutating func makeOthers(_ sessions: [String]) {
    for index in 0..<next(20) {
      let key = id()
      let tie =
        index < sessions.count && next(2) == 0 ? "\(sessions[index]), 'after'" : "NULL, NULL"
      insert(
        "pain",
        [
          key, moment(), number(0, 100), pick(["'now'", "'worst'", "'morning'"]), "\(next(2))", tie,
          maybe(text()),
        ])
      for side in ["''", "'left'"] where next(2) == 0 { insert("pain_site", [key, "'hip'", side]) }
      if next(2) == 0 { insert("pain_trigger", [key, text()]) }
    }
    for _ in 0..<next(8) {
      let key = id()
      insert(
        "measurement",
        [
          key, moment(), slug(), pick(["''", "'left'"]), pick(["''", "'photo'"]),
          pick(["''", "'active'"]), maybe(number(0, 100)), maybe(text()), maybe(text()),
        ])
      for trial in 0..<next(4) {
        insert("measurement_trial", [key, "\(1 + trial)", number(-100_000_000, 100_000_000)])
      }
    }
    for _ in 0..<next(8) {
      let key = id()
      insert("day_record", [key, moment()])
      insert("day_factor", [key, "'sitting'", "'time'", number(0, 100_000_000_000)])
      if next(2) == 0 { insert("day_factor", [key, "'steps'", "'number'", number(0, 999_999)]) }
    }
    for _ in 0..<next(5) {
      let key = id()
      let stop = next(2) == 0
      insert(
        "course_change",
        [
          key, moment(), stop ? "'stop'" : "'start'", slug(), stop ? "NULL" : slug(),
          maybe("'a,b'"), maybe(text()),
        ])
      insert("course_answer", [key, slug(), "\(next(2))"])
      let end = next(2) == 0 ? "NULL, NULL, NULL, NULL" : "253402300799, 0, 'UTC', 2932896"
      insert("flare", [id(), moment(), end, maybe(text())])
      let check = id()
      insert("safety_check", [check, moment(), maybe(text())])
      insert("check_answer", [check, slug(), "\(next(2))"])
      insert("check_finding", [check, slug(), text()])
    }
  }
}
