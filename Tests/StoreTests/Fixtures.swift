import Core
import Foundation
import SeededRandom

@testable import Store

/// A fresh log in a folder of its own, and entries for it.
struct Fixture {
  let folder: URL
  let log: LogStore

  var path: String { folder.appendingPathComponent("log.db").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("psoas-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    log = try LogStore.create(
      folder.appendingPathComponent("log.db").path, createFolder: false)
  }

  static func id() -> EntryID {
    var random = FreshRandom()
    return EntryID(nanoseconds: 1_795_000_000_000_000_000, using: &random)
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
