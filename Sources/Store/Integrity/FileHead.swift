import System

/// The first bytes of a file, read before SQLite opens it.
struct FileHead {
  /// The bytes, up to the limit.
  let bytes: [UInt8]

  /// The start of a file, 64 KiB by default; empty for one that cannot be read.
  init(_ path: String, most: Int = 65_536) {
    bytes = (try? File(path).read(most, at: 0)) ?? []
  }

  /// Whether it contains the tables of a log, whatever its header says.
  var hasOurTables: Bool {
    ["CREATE TABLE exercise_set", "CREATE TABLE measurement_trial", "CREATE TABLE pain_site"]
      .contains { contains(Array($0.utf8)) }
  }

  /// Whether it is the file of a log, by its header or its tables.
  var isOurs: Bool {
    // The application id, big-endian (SQLite file format, 1.3.15).
    let id = bytes.count < 72 ? 0 : bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
    return id == LogStore.applicationID || hasOurTables
  }

  /// Whether it uses a write-ahead log (SQLite file format, 1.3.3).
  var isWriteAhead: Bool { bytes.count > 19 && (bytes[18] == 2 || bytes[19] == 2) }

  private func contains(_ text: [UInt8]) -> Bool {
    guard let first = text.first, bytes.count >= text.count else { return false }
    return bytes.indices.dropLast(text.count - 1).contains { start in
      bytes[start] == first && bytes[start..<(start + text.count)].elementsEqual(text)
    }
  }
}
