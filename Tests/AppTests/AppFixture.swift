import App
import Core
import Foundation
import Store

/// A user with a log of their own, at 18:00 on Friday 20 November 2026 in UTC unless said otherwise.
final class AppFixture {
  let folder: URL
  /// What the user was told beside results.
  private(set) var notes: [String] = []
  private var made = 0
  /// Seconds since 1970.
  var now = 20_777 * 86_400 + 18 * 3600

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("psoas-app-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  var context: Context { context() }

  /// - Parameters:
  ///   - command: what the history says.
  ///   - log: the name of another log.
  func context(
    _ command: String = "test", log: String = "log.db", wantsRemarks: Bool = true,
    findProgram: @escaping (String) -> String? = { _ in nil }
  ) -> Context {
    Context(
      now: now, zone: Zone.fixed(minutes: 0), logPath: path(log), command: command,
      wantsRemarks: wantsRemarks, note: { self.notes.append($0) }, findProgram: findProgram,
      commandNames: CommandNames(isCommand: { ["pain", "log", "report"].contains($0) }),
      newID: {
        // Keys rise with the clock of the fixture, so that a run can be repeated.
        self.made += 1
        var random = FixedRandom(state: UInt64(self.made))
        return EntryID(
          nanoseconds: self.now &* 1_000_000_000 &+ self.made &* 1_000_000, using: &random)
      })
  }

  func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  /// Goes to another day at the same time.
  func wait(days: Int) { now += days * 86_400 }
}

/// Numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}

extension NPRSScore {
  static func points(_ text: String) -> NPRSScore {
    guard let score = try? NPRSScore(text) else { fatalError("'\(text)' is no score") }
    return score
  }
}
