import Core
import SQLite

/// Why an operation cannot be undone or redone.
package enum UndoRefusal: Error, Equatable {
  /// There is none, after this many others.
  case nothing(after: Int)
  /// The log no longer has its changes.
  case notKept(RecordedOperation)
  /// Something it changed has changed again; the entry, if it is one.
  case changedSince(RecordedOperation, EntryID?)
  /// It replaced the log by a backup, which is undone alone: the path of the previous log, and how many
  /// operations would be undone first.
  case replaced(RecordedOperation, copy: String, after: Int)
}

extension LogStore {
  /// Undoes the last operations that are in effect, in one transaction.
  ///
  /// - Throws: ``UndoRefusal``, ``StoreError``; the log is then unchanged.
  package func undo(count: Int = 1) throws -> [RecordedOperation] {
    try step(
      count, next: "WHERE undone IS NULL ORDER BY number DESC LIMIT 1",
      mark: """
        UPDATE operation
        SET undone = (SELECT 1 + coalesce(max(undone), 0) FROM operation WHERE undone > 0)
        WHERE number = ?
        """, backwards: true)
  }

  /// Redoes the last undone operations.
  ///
  /// - Throws: ``UndoRefusal``, ``StoreError``; the log is then unchanged.
  package func redo(count: Int = 1) throws -> [RecordedOperation] {
    try step(
      count, next: "WHERE undone > 0 ORDER BY undone DESC LIMIT 1",
      mark: "UPDATE operation SET undone = NULL WHERE number = ?", backwards: false)
  }

  private func step(
    _ count: Int, next: String, mark: String, backwards: Bool
  ) throws -> [RecordedOperation] {
    try prepareToWrite()
    // Foreign key actions would make part of the changes; references are checked by hand.
    return try database.withoutForeignKeys {
      try database.transaction {
        let references = try References(database)
        return try (0..<count).map { index in
          let row = try database.first(LogStore.operationQuery + " " + next) {
            let row = StoredRow<OperationColumn>($0)
            return (
              operation: try self.operation(row), parts: row.integer(.parts),
              replaced: row.optionalText(.replaced)
            )
          }
          guard let row else { throw UndoRefusal.nothing(after: index) }
          if let copy = row.replaced {
            throw UndoRefusal.replaced(row.operation, copy: copy, after: index)
          }
          guard row.parts > 0 else { throw UndoRefusal.notKept(row.operation) }
          let order = 1...row.parts
          for part in backwards ? order.reversed() : Array(order) {
            let changes = try changes(of: row.operation.number, part: part)
            try apply(
              backwards ? try ChangeSet.inverted(changes) : changes, of: row.operation,
              references: references)
          }
          try database.run(mark, values: [.integer(row.operation.number)])
          // In its present state, not that before the step.
          return try database.first(
            LogStore.operationQuery + " WHERE number = ?", values: [.integer(row.operation.number)]
          ) { try self.operation(StoredRow($0)) } ?? row.operation
        }
      }
    }
  }

  private func changes(of number: Int, part: Int) throws -> [UInt8] {
    let (sql, values): (String, [Value]) =
      part == 1
      ? ("SELECT changes, fingerprint FROM operation WHERE number = ?", [.integer(number)])
      : (
        "SELECT changes, fingerprint FROM operation_part WHERE operation = ? AND part = ?",
        [.integer(number), .integer(part)]
      )
    let found = try database.first(sql, values: values) { ($0.blob(0), $0.integer(1)) }
    guard let (changes, fingerprint) = found, Int(Fingerprint.of(changes)) == fingerprint else {
      throw StoreError.unreadable("record of operation \(number)")
    }
    return changes
  }

  private func apply(
    _ changes: [UInt8], of operation: RecordedOperation, references: References
  ) throws {
    do {
      // A damaged entry comes back unchanged, even with a value that no log may have.
      try database.withoutChecks { try database.apply(changes) }
    } catch let conflict as ChangeConflict {
      throw LogStore.refusal(of: operation, table: conflict.table, key: conflict.key)
    }
    try updateChecksums(try ChangeSummary(changes).checksums, isStep: true)
    if let (table, key) = try references.broken(by: changes) {
      throw LogStore.refusal(of: operation, table: table, key: key)
    }
  }

  private static func refusal(
    of operation: RecordedOperation, table: String, key: [UInt8]
  ) -> UndoRefusal {
    let isOfEntry = LogTable(rawValue: table)?.isOfEntry == true
    return .changedSince(operation, isOfEntry ? EntryID(bytes: key) : nil)
  }
}
