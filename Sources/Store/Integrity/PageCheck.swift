import Core
import SQLite

/// What SQLite says about the pages of the file, in calmer words.
struct PageCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  /// How many lines SQLite gives at the most.
  static let limit = 100

  /// SQLite's own lines; none when all is well.
  func lines() throws -> [String] {
    let lines = try log.database.rows("PRAGMA integrity_check(\(PageCheck.limit))") { $0.text(0) }
    return lines == ["ok"] ? [] : lines
  }

  /// Whether a line is about an index alone, which can be built anew from its table.
  static func isOfIndex(_ line: String) -> Bool {
    line.hasPrefix("wrong # of entries in index ")
      || (line.hasPrefix("row ") && line.contains(" missing from index "))
  }

  /// Whether a line is about a value that the tables refuse.
  static func isOfValue(_ line: String) -> Bool {
    line.hasPrefix("CHECK constraint failed in ") || line.hasPrefix("NULL value in ")
      || line.contains(" value in ")
  }

  /// Whether a line is about a page that the disk did not give (`SQLITE_IOERR`, 10, in its low byte).
  static func isOfDisk(_ line: String) -> Bool {
    guard line.contains("unable to get the page"),
      let code = line.split(separator: "error code=").last.flatMap({ Int($0) })
    else { return false }
    return code & 0xFF == 10
  }

  func findings() throws -> [Diagnostic] {
    let all = try lines()
    let lines = all.filter { !PageCheck.isOfDisk($0) }
    var findings: [Diagnostic] = []
    if lines.count < all.count {
      let unread = all.filter(PageCheck.isOfDisk)
      findings.append(
        Diagnostic(
          "disk", .attention,
          "the disk did not give \(atLeast(unread, all)) of the file to SQLite",
          advice: "copy the file to another disk, and look again with 'psoas doctor'",
          details: unread))
    }
    let indexes = lines.filter(PageCheck.isOfIndex)
    let values = lines.filter { !PageCheck.isOfIndex($0) && PageCheck.isOfValue($0) }
    let rest = lines.filter { !PageCheck.isOfIndex($0) && !PageCheck.isOfValue($0) }
    if !rest.isEmpty {
      findings.append(
        Diagnostic(
          "pages", .attention,
          "the file is damaged: SQLite names \(atLeast(rest, lines)) in it where its parts do not fit "
            + "together", advice: Doctor.adviceForDamage, details: rest))
    }
    if !indexes.isEmpty {
      findings.append(
        Diagnostic(
          "indexes", .attention,
          "an index does not agree with its table, so that lists may leave entries out; the entries "
            + "themselves are there",
          advice: rest.isEmpty
            ? "'psoas doctor --fix' builds the indexes anew, after a copy"
            : Doctor.adviceForDamage, details: indexes))
    }
    if !values.isEmpty { findings.append(try ValueCheck(log).finding(values)) }
    return findings
  }

  private func atLeast(_ lines: [String], _ all: [String]) -> String {
    (all.count >= PageCheck.limit ? "at least " : "") + counted(lines.count, "place")
  }
}
