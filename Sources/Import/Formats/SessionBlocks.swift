import Core

/// Collects consecutive rows of one session.
struct SessionBlocks {
  private var keys: KeyMaker
  /// The columns with equal values in all rows of a session.
  private let columns: [Int]
  private var values: [[UInt8]] = []
  private var session: ImportedSession?
  /// Roughly how many bytes of the file the open session holds.
  private var size = 0

  /// A session with more sets or bytes is passed on in parts, so that memory stays bounded.
  private static let mostSets = 10_000
  private static let mostBytes = 4 << 20

  /// Blocks of rows with equal values in some columns.
  init(_ format: Format, by columns: [Int?]) {
    keys = KeyMaker(format: format)
    self.columns = columns.compactMap(\.self)
  }

  /// Whether a row belongs to the open session, and the session has room for it.
  func holds(_ record: CSVRecord) -> Bool {
    guard let session, session.sets.count < SessionBlocks.mostSets,
      size < SessionBlocks.mostBytes
    else { return false }
    for (index, column) in columns.enumerated()
    where !record.field(column, is: values[index]) { return false }
    return true
  }

  /// Closes the open session and starts that of a row.
  ///
  /// - Parameter ending: distinguishes it from another one with the same start and title.
  mutating func begin(
    _ record: CSVRecord, start: CivilTime, title: String?, ending: String = "",
    into output: inout Output
  ) throws {
    close(into: &output)
    let identity = ending.isEmpty ? title ?? "" : "\(title ?? "")\n\(ending)"
    let (key, seen) = try keys.session(start: start, title: identity)
    size = 0
    values = columns.map { Array(record.bytes[record.bounds($0)]) }
    session = ImportedSession(
      key: key, start: start, title: title.flatMap(\.asLine), sets: [],
      lines: record.line...record.line,
      continues: seen)
  }

  /// Changes the open session, to which a row belongs.
  mutating func update(_ record: CSVRecord, change: (inout ImportedSession) -> Void) {
    guard var open = session else { return }
    // Released while it changes, or its sets would be copied at every row.
    session = nil
    size += record.ends.last ?? 0
    open.lines = open.lines.lowerBound...max(open.lines.upperBound, record.line)
    change(&open)
    session = open
  }

  /// Changes the open session, if any, for something without a row.
  mutating func updateOpen(_ change: (inout ImportedSession) -> Void) {
    if var open = session {
      session = nil
      change(&open)
      session = open
    }
  }

  /// Passes on the open session, if any.
  mutating func close(into output: inout Output) {
    guard let session else { return }
    output.values.append(.session(session))
    self.session = nil
  }
}

/// A text that is equal in many rows, created once.
struct RepeatedText {
  private var bytes: [UInt8] = []
  private var text: String?

  /// The trimmed text of a field; nil when it is blank.
  mutating func words(_ record: CSVRecord, field: Int) -> String? {
    if let text, record.field(field, is: bytes) { return text }
    bytes = Array(record.bytes[record.bounds(field)])
    text = record.words(field).flatMap(\.asLine)
    return text
  }
}
