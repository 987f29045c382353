import Analytics
import Core

/// The result of an import, in every format.
package struct ImportRenderer: Tabular {
  private let summary: ImportSummary

  package init(_ summary: ImportSummary) { self.summary = summary }

  /// How many rejected rows the text lists.
  private static let namedRows = 20

  /// What was added, what was stored already, how names were resolved, and what was left out.
  package func text(_ style: Style) -> String {
    var lines = [headline]
    lines += counts(summary.added, sets: summary.sets).map { "  \($0)" }
    if summary.grown > 0 {
      let (sets, sessions) = (summary.grownSets, summary.grown)
      lines.append(
        "  \(sets) set\(sets == 1 ? "" : "s") to \(sessions) session\(sessions == 1 ? "" : "s") "
          + "in the log already")
    }
    if summary.presentCount > 0 {
      lines.append("in the log already: \(counts(summary.present).joined(separator: ", "))")
    }
    if summary.skipped > 0 {
      lines.append("\(summary.skipped) left out as the mapping says")
    }
    for (what, count) in summary.leftOut.sorted(by: { $0.key < $1.key }) {
      lines.append("left out: \(what) (\(count))")
    }
    for (what, count) in summary.converted.sorted(by: { $0.key < $1.key }) {
      lines.append("converted: \(what) (\(count))")
    }
    lines += nameLines
    lines += rejectedLines
    lines.append(closing)
    return ImportRenderer.wrapped(lines, style: style)
  }

  /// The rejected rows with the reasons; empty when there are none.
  package func rejections(_ style: Style) -> String {
    ImportRenderer.wrapped(rejectedLines, style: style)
  }

  private var rejectedLines: [String] {
    guard summary.rejectedCount > 0 else { return [] }
    let named = summary.rejected.prefix(ImportRenderer.namedRows)
    let count = summary.rejectedCount
    var lines = [count == 1 ? "1 row cannot be kept:" : "\(count) rows cannot be kept:"]
    lines += named.map { "  \(text($0))" }
    let more = count - named.reduce(0) { $0 + $1.rows }
    if more > 0 { lines.append("  and \(more) more; --format json names up to 1000") }
    return lines
  }

  private static func wrapped(_ lines: [String], style: Style) -> String {
    lines.flatMap { line in
      let margin = String(line.prefix { $0 == " " })
      let column = Style(
        width: style.width - margin.utf8.count, unicode: style.unicode, colour: false)
      return column.wrap(style.plain(String(line.dropFirst(margin.utf8.count))), indent: 2)
        .map { margin + $0 }
    }.map { $0 + "\n" }.joined()
  }

  private var headline: String {
    let span = summary.days.map { days in
      days.lowerBound == days.upperBound
        ? ", \(days.lowerBound)" : ", \(days.lowerBound) to \(days.upperBound)"
    }
    let rows =
      "\(summary.app) file of \(summary.rows) row\(summary.rows == 1 ? "" : "s")\(span ?? "")"
    if summary.addedCount + summary.grown == 0 { return "\(rows): nothing new" }
    return summary.isDry ? "\(rows): it would add" : "\(rows): added"
  }

  private var nameLines: [String] {
    guard !summary.names.isEmpty || !summary.unmatched.isEmpty else { return [] }
    let made = summary.names.filter(\.isNew)
    let found = summary.names.filter { !$0.isNew }
    func list(_ names: [ImportSummary.Name]) -> String {
      let shown = names.prefix(12).map { "\($0.name) = \($0.target)" }.joined(separator: ", ")
      return shown + (names.count > 12 ? " and \(names.count - 12) more" : "")
    }
    var lines: [String] = []
    if !found.isEmpty { lines.append("names: \(list(found))") }
    if !made.isEmpty { lines.append("names new to the log: \(list(made))") }
    if !summary.unmatched.isEmpty {
      let shown = summary.unmatched.prefix(12).map { $0.quoted }.joined(separator: ", ")
      let more = summary.unmatched.count > 12 ? " and \(summary.unmatched.count - 12) more" : ""
      lines.append("names of the mapping that the file does not have: \(shown)\(more)")
    }
    return lines
  }

  private var closing: String {
    if summary.isDry { return "nothing was stored; without --dry-run it is" }
    if summary.addedCount + summary.grown > 0 { return "undo: psoas undo" }
    return summary.isMappingNew
      ? "what the names mean is remembered; undo: psoas undo" : "the log is as it was"
  }

  private func text(_ row: ImportSummary.Rejected) -> String {
    (row.file.map { "\($0), " } ?? "") + "line \(row.line) \(row.reason)"
  }

  private func counts(_ counts: [EntryKind: Int], sets: Int = 0) -> [String] {
    EntryKind.allCases.compactMap { kind in
      guard let count = counts[kind], count > 0 else { return nil }
      let inner = kind == .session && sets > 0 ? " with \(sets) set\(sets == 1 ? "" : "s")" : ""
      return "\(count) \(kind.noun(count))\(inner)"
    }
  }

  package var table: Table {
    var fields: [(String, String)] = [
      ("file", summary.file), ("app", summary.app), ("rows", String(summary.rows)),
      ("stored", summary.isDry ? "no" : "yes"),
    ]
    fields += EntryKind.allCases.compactMap { kind in
      summary.added[kind].map { ("added \(kind.noun(2))", String($0)) }
    }
    fields += EntryKind.allCases.compactMap { kind in
      summary.present[kind].map { ("already there: \(kind.noun(2))", String($0)) }
    }
    fields += [
      ("sets to sessions there", String(summary.grownSets)),
      ("left out by mapping", String(summary.skipped)), ("rejected", String(summary.rejectedCount)),
    ]
    fields += summary.rejected.map { ("line \($0.line)", $0.reason) }
    return Table(fields: fields)
  }

  package func json() -> JSON {
    func object(_ counts: [EntryKind: Int]) -> JSON {
      .object(
        EntryKind.allCases.compactMap { kind in
          counts[kind].map { (kind.noun(2).replacing(" ", with: ""), .integer($0)) }
        })
    }
    return .object([
      ("file", .string(summary.file)), ("app", .string(summary.app)),
      ("dryRun", .bool(summary.isDry)), ("rows", .integer(summary.rows)),
      ("from", JSON(summary.days?.lowerBound.description)),
      ("to", JSON(summary.days?.upperBound.description)),
      ("added", object(summary.added)), ("alreadyThere", object(summary.present)),
      ("sets", .integer(summary.sets)), ("grownSessions", .integer(summary.grown)),
      ("grownSets", .integer(summary.grownSets)), ("leftOutByMapping", .integer(summary.skipped)),
      (
        "leftOut",
        .object(summary.leftOut.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      (
        "converted",
        .object(summary.converted.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      (
        "names",
        .array(
          summary.names.map {
            .object([
              ("name", .string($0.name)), ("target", .string($0.target)), ("new", .bool($0.isNew)),
            ])
          })
      ),
      ("namesNotInFile", .array(summary.unmatched.map { .string($0) })),
      ("rejectedRows", .integer(summary.rejectedCount)),
      (
        "rejected",
        .array(
          summary.rejected.map {
            .object([
              ("file", JSON($0.file)), ("line", .integer($0.line)), ("reason", .string($0.reason)),
            ])
          })
      ),
    ])
  }
}

extension EntryKind {
  /// The noun for counting entries of this kind.
  func noun(_ count: Int) -> String {
    let (one, many) =
      switch self {
      case .session: ("session", "sessions")
      case .pain: ("pain rating", "pain ratings")
      case .measurement: ("measurement", "measurements")
      case .day: ("day record", "day records")
      case .flare: ("flare", "flares")
      case .stage: ("change of stage", "changes of stage")
      case .check: ("check", "checks")
      }
    return count == 1 ? one : many
  }
}
