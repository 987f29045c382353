import Core
import SeededRandom
import TemporaryFolder

@testable import Store

/// A fresh log in a folder of its own, and entries for it.
final class Fixture {
  let folder: TemporaryFolder
  let log: LogStore
  private var random = SeededRandom()
  private var made = 0

  var path: String { folder.path("log.db") }

  init() throws {
    folder = try TemporaryFolder()
    log = try LogStore.create(folder.path("log.db"), createFolder: false)
  }

  /// A new key; keys rise with every call, as the program's do.
  func id() -> EntryID {
    made += 1
    return EntryID(
      nanoseconds: 1_795_000_000_000_000_000 + made * 1_000_000, using: &random)
  }

  /// A check that found something.
  func check() -> SafetyCheck {
    SafetyCheck(
      id: id(), moment: Fixture.moment(20_703), answers: [Slug(stored: "fever"): true],
      findings: [SafetyCheck.Finding(rule: Slug(stored: "fever"), evidence: "answered yes")])
  }

  func day(_ factor: String, on day: Int = 20_700) throws -> DayRecord {
    DayRecord(id: id(), moment: Fixture.moment(day), factors: [try Factor(factor)])
  }

  /// What changes of the log are kept as.
  static let commandRecord = CommandRecord(moment: moment(20_700), command: "pain 4")

  static func moment(_ day: Int, hour: Int = 12) -> Moment {
    Moment(
      utc: day * 86_400 + hour * 3600, offsetMinutes: 60, zone: "Europe/Berlin",
      day: Day(number: day))
  }

  static let index: NameIndex<Exercise> = Catalogue().index

  static func entries(_ words: String) throws -> [ExerciseEntry] {
    try EntryParser(exercises: index).parse([words])
  }

  static func kind(_ name: String) throws -> MeasurementKind {
    try MeasurementParser(own: []).kind(named: name)
  }
}
