import Foundation
import Testing

/// Entries that something happened to, and what the doctor advises about them.
@Suite struct DamagedEntryTests {
  private func logged() throws -> (psoas: Binary, id: String) {
    let psoas = try Binary()
    try psoas.run("pain", "5", "--site", "hip")
    return (psoas, try #require(try psoas.objects("list").first?["id"] as? String))
  }

  private func alter(_ psoas: Binary, _ sql: String) throws {
    try #require(
      try psoas.shell("sqlite3 log.db 'PRAGMA ignore_check_constraints = ON; \(sql)'").status == 0)
  }

  private func findings(_ psoas: Binary) throws -> [String] {
    let run = try psoas.run("doctor", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    let findings = try #require(report?["findings"] as? [[String: Any]], "\(run)")
    return findings.compactMap { $0["id"] as? String }
  }

  /// Nothing is made sound by taking it out and putting it back.
  @Test func removingAndUndoingHidesNoDamage() throws {
    let (psoas, id) = try logged()
    try alter(psoas, "UPDATE pain SET score_tenths = 70")
    #expect(try findings(psoas) == ["seal-broken"])
    try psoas.done("rm", id)
    #expect(try findings(psoas).isEmpty)
    try psoas.done("undo")
    #expect(try findings(psoas) == ["seal-broken"])
    try psoas.done("redo")
    #expect(try findings(psoas).isEmpty)
  }
}
