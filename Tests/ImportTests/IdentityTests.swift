import Core
import Testing

@testable import Import

/// Keys that are the same at every import.
@Suite struct IdentityTests {
  /// The reference vectors of SipHash-2-4-128 (key and input 00 01 02 …), read as little-endian words.
  @Test func sipHashIsTheReference() {
    let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    let empty = SipHash.hash128([], key: key)
    #expect(empty == (0xE6A8_25BA_047F_81A3, 0x9302_55C7_1472_F66D))
    let one = SipHash.hash128([0], key: key)
    #expect(one == (0x44AF_996B_D8C1_87DA, 0x45FC_229B_1159_7634))
  }

  func values(_ format: Format, _ text: String, size: Int = 1 << 16) throws -> [ImportedValue] {
    var values: [ImportedValue] = []
    _ = try Importer.read(
      format, options: kilograms, from: { pieces(Array(text.utf8), of: size) },
      deliver: {
        values.append($0)
      })
    return values
  }

  func keys(_ values: [ImportedValue]) -> [EntryID] {
    values.compactMap { value in
      switch value {
      case .session(let session): session.key
      case .pain(let pain): pain.key
      case .scale(let scale): scale.key
      case .factor(let factor): factor.key
      case .measurement(let measurement): measurement.key
      case .habit(let habit): habit.key
      case .rejected: nil
      }
    }
  }

  @Test func keysAreUUIDsOfVersion8AtTheirTime() {
    let start = CivilTime(day: Day(number: 20_000), time: ClockTime(hour: 7, minute: 30))
    let key = ImportKey.key(format: "strong", kind: .session, start: start, title: "A")
    let milliseconds = key.bytes.prefix(6).reduce(0) { $0 << 8 | Int($1) }
    #expect(milliseconds == (20_000 * 86_400 + 27_000) * 1000)
    #expect(key.bytes[6] >> 4 == 8 && key.bytes[8] >> 6 == 2)
    // What an import wrote once has to be found again by every later version.
    #expect(key.description == String(key.description.prefix(32)))
    #expect(
      key
        == ImportKey.key(format: "strong", kind: .session, start: start, title: "A", occurrence: 0))
  }

  @Test func keysDifferInEveryPart() {
    let day = Day(number: 20_000)
    let noon = CivilTime(day: day, time: .noon)
    let all = [
      ImportKey.key(format: "strong", kind: .session, start: noon, title: "A"),
      ImportKey.key(format: "hevy", kind: .session, start: noon, title: "A"),
      ImportKey.key(format: "strong", kind: .pain, start: noon, title: "A"),
      ImportKey.key(format: "strong", kind: .session, start: noon, title: "B"),
      ImportKey.key(format: "strong", kind: .session, start: noon, title: "A", occurrence: 1),
      ImportKey.key(format: "strong", kind: .session, start: CivilTime(day: day), title: "A"),
      ImportKey.key(
        format: "strong", kind: .session, start: CivilTime(day: day, time: .noon, offsetMinutes: 0),
        title: "A"),
      ImportKey.key(
        format: "strong", kind: .session, start: CivilTime(day: day.adding(1), time: .noon),
        title: "A"),
    ]
    #expect(Set(all).count == all.count)
  }

  static let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
  static let first = "2026-01-02 07:00:00,A,Row,1,20,8\n"
  static let second = "2026-01-02 07:00:00,B,Row,1,20,8\n"

  @Test func sameFileSameKeys() throws {
    let text = IdentityTests.header + IdentityTests.first + IdentityTests.second
    let once = keys(try values(.strong, text))
    #expect(Set(once).count == 2, "two sessions of one minute differ")
    #expect(keys(try values(.strong, text, size: 1)) == once)
    let later = "2026-02-02 07:00:00,A,Row,1,20,8\n"
    for longer in [
      later + IdentityTests.first + IdentityTests.second,
      IdentityTests.second + IdentityTests.first + later,
    ] {
      #expect(Set(once).isSubset(of: keys(try values(.strong, IdentityTests.header + longer))))
    }
  }

  /// One session has one key in every form of Strong's export.
  @Test func formsOfOneAppAgree() throws {
    let other =
      "\"Workout #\";\"Date\";\"Workout Name\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\";\"Reps\"\n"
      + "\"7\";\"2026-01-02 7:00:00\u{202F}AM\";\"A\";\"Row\";\"1\";\"20\";\"8\"\n"
    #expect(
      keys(try values(.strong, other))
        == keys(try values(.strong, IdentityTests.header + IdentityTests.first)))
  }

  @Test func laterBlocksBelongToTheirSession() throws {
    let text =
      IdentityTests.header + IdentityTests.first + IdentityTests.second + IdentityTests.first
    let sessions = try values(.strong, text).compactMap { value in
      if case .session(let session) = value { session } else { nil }
    }
    #expect(sessions.map(\.continues) == [false, false, true])
    #expect(sessions[0].key == sessions[2].key && sessions[0].key != sessions[1].key)
    #expect(sessions.map(\.lines) == [2...2, 3...3, 4...4])
  }

  @Test func longSessionsComeInParts() throws {
    let text = IdentityTests.header + String(repeating: IdentityTests.first, count: 25_000)
    let sessions = try values(.strong, text).compactMap { value in
      if case .session(let session) = value { session } else { nil }
    }
    #expect(sessions.map(\.sets.count) == [10_000, 10_000, 5000])
    #expect(
      sessions.map(\.continues) == [false, true, true] && Set(sessions.map(\.key)).count == 1)
  }

  @Test func equalRatingsOfADayDiffer() throws {
    let head = "date,weekday,time of day,category,rating/amount,detail,notes\n"
    let row = "8th Dec 2021,,am,Symptom,2,Neck pain (Moderate),\n"
    let other = "8th Dec 2021,,pm,Symptom,2,Neck pain (Moderate),\n"
    let two = keys(try values(.bearable, head + row + row + other))
    #expect(Set(two).count == 3)
    #expect(keys(try values(.bearable, head + row + other)) == [two[0], two[2]])
  }
}
