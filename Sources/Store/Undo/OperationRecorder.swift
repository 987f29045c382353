import Core
import SQLite

/// Records the changes of one command, updates the checksums and stores the changes, so that they can be
/// undone. Large changes are stored in parts, so that memory does not grow with them.
final class OperationRecorder {
  private let log: LogStore
  private let recording: Recording
  private let number: Int
  private let hasUndone: Bool
  private var parts = 0
  private var first: [UInt8] = []
  private var entries = EntryCounts()

  /// The size in bytes from which changes are stored as a part.
  static let partSize = 1 << 20

  init(_ log: LogStore) throws {
    self.log = log
    recording = try Recording(log.database, tables: LogTable.recorded.map(\.rawValue))
    (number, hasUndone) =
      try log.database.first(
        """
        SELECT coalesce(max(number), 0) + 1, EXISTS (SELECT 1 FROM operation WHERE undone > 0)
        FROM operation
        """
      ) { ($0.integer(0), $0.integer(1) != 0) } ?? (1, false)
  }

  /// Stores the changes so far if there are many.
  func flush() throws {
    if recording.size > OperationRecorder.partSize { try put(try recording.take()) }
  }

  private func put(_ changes: [UInt8]) throws {
    if changes.isEmpty { return }
    let summary = try ChangeSummary(changes)
    try log.updateChecksums(summary.checksums)
    entries.added += summary.entries.added
    entries.changed += summary.entries.changed
    entries.removed += summary.entries.removed
    parts += 1
    if parts == 1 {
      first = changes
    } else {
      try log.statements.insert(
        OperationPartColumn.row([
          .operation: .integer(number), .part: .integer(parts), .changes: .blob(changes),
          .fingerprint: .integer(Int(Fingerprint.of(changes))),
        ]))
    }
  }

  /// Stores the changes as the operation of a command; nothing if nothing changed.
  ///
  /// - Parameter replaced: the copy of the log that a restore replaced, if this is one.
  func finish(_ commandRecord: CommandRecord, replaced: String? = nil) throws {
    // The row that parts belong to is stored with the first of them, or now.
    try put(try recording.take(goesOn: false))
    guard parts > 0 || replaced != nil else { return }
    if hasUndone { try log.discardRedo() }
    let moment = commandRecord.moment
    try log.statements.insert(
      OperationColumn.row([
        .number: .integer(number), .at: .integer(moment.utc),
        .utcOffset: .integer(moment.offsetMinutes), .zone: .text(moment.zone),
        .day: .integer(moment.day.number), .command: .text(commandRecord.command),
        .added: .integer(entries.added), .changed: .integer(entries.changed),
        .removed: .integer(entries.removed), .parts: .integer(parts),
        .changes: parts > 0 ? .blob(first) : .null,
        .fingerprint: .integer(Int(Fingerprint.of(first))), .replaced: Value(replaced),
      ]))
    if number % LogStore.pruningStep == 0 { try log.pruneOperations(before: number) }
  }
}
