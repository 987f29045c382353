import Foundation
import Testing

/// A table of date,hip_pain,steps with a gap here and there, as a person may keep it.
struct Diary: Sendable, CustomTestStringConvertible {
  let path: String
  var testDescription: String { path }

  /// An invented one, which drifts by a few tenths as real ones do, and the real one that `PSOAS_DIARY` names.
  static let all: [Diary] = {
    let own = Tool.root.appendingPathComponent("Tests/ImportTests/Fixtures/hip-and-steps.csv").path
    let given = ProcessInfo.processInfo.environment["PSOAS_DIARY"]
    return ([own] + (given.map { [$0] } ?? [])).map { Diary(path: $0) }
  }()

  /// Imports it into a new log, on the evening of its last day.
  func imported() throws -> Binary {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let last = try #require(rows.last?.first)
    let psoas = try Binary(now: "\(last)T18:00:00Z")
    let run = try psoas.run(
      "import", "csv", path, "--columns", "date=date,pain=hip_pain,factor:steps=steps")
    let ratings = rows.count { $0.count == 3 && !$0[1].isEmpty }
    #expect(run.status == 0 && run.out.contains("  \(ratings) pain ratings\n"), "\(run)")
    #expect(try psoas.objects("list", "pain").count == ratings)
    return psoas
  }
}
