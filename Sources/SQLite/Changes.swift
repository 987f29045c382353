import CSQLite

/// What happened to a row.
package enum ChangeKind: Sendable {
  /// It was added.
  case insert
  /// Some of its columns changed.
  case update
  /// It was removed.
  case delete
}

/// Iterates over the changes in a changeset, one row at a time.
package final class ChangeCursor {
  private var iterator: OpaquePointer?
  private let bytes: UnsafeMutableRawBufferPointer
  private var tableName: [CChar] = []
  private var keys: UnsafeMutablePointer<UInt8>?

  /// What happened to the row.
  package private(set) var kind = ChangeKind.insert
  /// How many columns its table had.
  package private(set) var columns: Int32 = 0
  /// Whether the row belongs to another table than the previous one.
  package private(set) var isNewTable = false

  /// Starts before the first change.
  ///
  /// - Throws: ``SQLiteError`` for invalid bytes.
  package init(_ changes: [UInt8]) throws {
    // SQLite reads them until the end, so they need memory of their own.
    bytes = .allocate(byteCount: max(changes.count, 1), alignment: 8)
    changes.withUnsafeBytes { bytes.copyMemory(from: $0) }
    guard ChangeForm.isWhole(.init(rebasing: bytes[..<changes.count])) else {
      throw SQLiteError(code: SQLITE_CORRUPT)
    }
    let code = sqlite3changeset_start(&iterator, Int32(changes.count), bytes.baseAddress)
    guard code == SQLITE_OK else { throw SQLiteError(code: code) }
  }

  deinit {
    sqlite3changeset_finalize(iterator)
    bytes.deallocate()
  }

  /// Moves to the next change.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``SQLiteError`` for invalid bytes.
  package func next() throws -> Bool {
    switch sqlite3changeset_next(iterator) {
    case SQLITE_ROW: break
    case SQLITE_DONE: return false
    case let code: throw SQLiteError(code: code)
    }
    var (operation, indirect): (Int32, Int32) = (0, 0)
    var name: UnsafePointer<CChar>?
    sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect)
    guard let name else { return false }
    // The same memory may hold the name of a different table.
    isNewTable = tableName.isEmpty || sqlite3_stricmp(name, tableName) != 0
    if isNewTable { tableName = Array(String(cString: name).utf8CString) }
    sqlite3changeset_pk(iterator, &keys, &columns)
    kind =
      switch operation {
      case SQLITE_INSERT: .insert
      case SQLITE_DELETE: .delete
      default: .update
      }
    return true
  }

  /// The name of the row's table.
  package var table: String {
    String(decoding: tableName.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a column is part of the primary key.
  package func isKey(_ column: Int32) -> Bool { keys.map { $0[Int(column)] != 0 } ?? false }

  /// The old value of a column; nil for an added row, and for an unchanged column.
  package func old(_ column: Int32) -> ChangeValue? {
    var value: OpaquePointer?
    guard kind != .insert, sqlite3changeset_old(iterator, column, &value) == SQLITE_OK else {
      return nil
    }
    return value.map { ChangeValue(handle: $0) }
  }

  /// The new value of a column; nil for a removed row, and for an unchanged column.
  package func new(_ column: Int32) -> ChangeValue? {
    var value: OpaquePointer?
    guard kind != .delete, sqlite3changeset_new(iterator, column, &value) == SQLITE_OK else {
      return nil
    }
    return value.map { ChangeValue(handle: $0) }
  }

  /// A key column, which every change has.
  package func key(_ column: Int32) -> ChangeValue? { old(column) ?? new(column) }
}

/// A value in a change, valid until the next one.
package struct ChangeValue {
  let handle: OpaquePointer

  /// Whether it is NULL.
  package var isNull: Bool { sqlite3_value_type(handle) == SQLITE_NULL }

  /// The bytes of a blob or a text.
  package var bytes: [UInt8] {
    guard let start = sqlite3_value_blob(handle) else { return [] }
    return Array(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(handle))))
  }
}

/// Changes as the session extension records them.
package enum ChangeSet {
  /// The changes that undo these changes.
  ///
  /// - Throws: ``SQLiteError`` for invalid bytes.
  package static func inverted(_ changes: [UInt8]) throws -> [UInt8] {
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    let code = changes.withUnsafeBytes {
      guard ChangeForm.isWhole($0) else { return SQLITE_CORRUPT }
      return sqlite3changeset_invert(Int32($0.count), $0.baseAddress, &count, &bytes)
    }
    guard code == SQLITE_OK else { throw SQLiteError(code: code) }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }
}

/// A row that differs from what a change expects, so that the change cannot be applied.
package struct ChangeConflict: Error {
  package let table: String
  /// Its key: the bytes of the first column of its primary key.
  package let key: [UInt8]
}

extension Database {
  /// Applies changes to the file, all or none, in the surrounding transaction.
  ///
  /// Foreign keys must be off: their actions would make part of the changes.
  ///
  /// - Throws: ``ChangeConflict`` for the first row that differs from what the changes expect,
  ///   ``SQLiteError``.
  package func apply(_ changes: [UInt8]) throws {
    let conflict = Conflict()
    var copy = changes
    let code = copy.withUnsafeMutableBytes { bytes in
      guard ChangeForm.isWhole(.init(bytes)) else { return SQLITE_CORRUPT }
      return sqlite3changeset_apply(
        handle, Int32(bytes.count), bytes.baseAddress, nil,
        { context, _, iterator in
          // The context is the conflict above, which outlives the call.
          if let context, let iterator {
            Unmanaged<Conflict>.fromOpaque(context).takeUnretainedValue().note(iterator)
          }
          return Int32(SQLITE_CHANGESET_ABORT)
        }, Unmanaged.passUnretained(conflict).toOpaque())
    }
    if let found = conflict.found { throw found }
    try check(code)
  }

  private final class Conflict {
    var found: ChangeConflict?

    func note(_ iterator: OpaquePointer) {
      var table: UnsafePointer<CChar>?
      var (columns, operation, indirect): (Int32, Int32, Int32) = (0, 0, 0)
      sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect)
      var keys: UnsafeMutablePointer<UInt8>?
      sqlite3changeset_pk(iterator, &keys, &columns)
      var key: [UInt8] = []
      if let keys, let first = (0..<columns).first(where: { keys[Int($0)] != 0 }) {
        var value: OpaquePointer?
        sqlite3changeset_old(iterator, first, &value)
        if value == nil { sqlite3changeset_new(iterator, first, &value) }
        key = value.map { ChangeValue(handle: $0).bytes } ?? []
      }
      found = ChangeConflict(table: table.map { String(cString: $0) } ?? "", key: key)
    }
  }
}
