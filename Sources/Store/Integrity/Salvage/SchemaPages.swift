import Core
import SQLite

/// The list of tables in a new log of this version: where each table starts, and the pages with that list.
///
/// `schema.sql` creates the tables of every new log in one order, so they start on the same pages in all
/// logs; `VACUUM` gives a second such layout. A log upgraded from an earlier version has another one.
struct SchemaPages {
  /// The first page of each table and index, by name.
  let roots: [String: Int]
  private let pages: [Int: [UInt8]]

  /// The page size of every log that the program creates.
  static let size = 4096

  /// The list of a new log, and the one after `VACUUM`.
  ///
  /// - Parameter temporary: a path where a log can be created.
  static func ofNewLogs(temporary: String) throws -> [SchemaPages] {
    LogFile.removeTemporary(temporary)
    defer { LogFile.removeTemporary(temporary) }
    let log = try LogStore.create(temporary, createFolder: false)
    let fresh = try SchemaPages(log)
    try log.database.execute("VACUUM")
    return [fresh, try SchemaPages(log)]
  }

  private init(_ log: LogStore) throws {
    roots = SchemaPages.roots(log.database)
    let bytes = FileHead(log.path, most: LogFile.size(of: log.path)).bytes
    var (pages, open): ([Int: [UInt8]], [Int]) = ([:], [1])
    while let page = open.popLast() {
      let content = Array(bytes[((page - 1) * SchemaPages.size)..<(page * SchemaPages.size)])
      pages[page] = content
      open += SchemaPages.children(content, headerAt: page == 1 ? 100 : 0)
    }
    self.pages = pages
  }

  /// The pages below an interior page of a table (SQLite file format, 1.6).
  private static func children(_ page: [UInt8], headerAt start: Int) -> [Int] {
    guard page[start] == 5 else { return [] }
    func number(_ place: Int, size: Int) -> Int {
      page[place..<(place + size)].reduce(0) { $0 << 8 | Int($1) }
    }
    let cells = (0..<number(start + 3, size: 2)).map { number(start + 12 + 2 * $0, size: 2) }
    return cells.map { number($0, size: 4) } + [number(start + 8, size: 4)]
  }

  /// Where tables and indexes start in a file, as far as its list can be read from both ends.
  static func roots(_ database: Database) -> [String: Int] {
    var roots: [String: Int] = [:]
    for order in ["rowid", "rowid DESC"] {
      guard
        let rows = try? database.prepare(
          "SELECT name, rootpage FROM sqlite_schema ORDER BY \(order)")
      else { continue }
      while (try? rows.step()) == true { roots[rows.text(0)] = rows.integer(1) }
    }
    return roots
  }

  /// Whether the list agrees with what could be read of a damaged one.
  func agrees(with found: [String: Int]) -> Bool {
    found.allSatisfy { roots[$0.key] == nil || roots[$0.key] == $0.value }
  }

  /// How many tables and indexes start on a page of the wrong type.
  func mismatches(in path: String) -> Int {
    let bytes = FileHead(path, most: LogFile.size(of: path)).bytes
    return roots.count { name, page in
      let place = (page - 1) * SchemaPages.size
      guard place < bytes.count else { return false }
      // The first byte of a page is its type: 5 and 13 for a table with row numbers, which only the history
      // is, 2 and 10 for an index, as tables without row numbers are too (SQLite file format, 1.6).
      return !(name == "operation" ? [5, 13] : [2, 10]).contains(bytes[place])
    }
  }

  /// The offsets of its pages in a file.
  var places: [Int] { pages.keys.map { ($0 - 1) * SchemaPages.size } }

  /// Writes the list into a file, whose header is otherwise unchanged except for the number of pages.
  func put(into path: String) throws {
    for (page, content) in pages {
      let skipped = page == 1 ? 100 : 0
      try LogFile.overwrite(
        path, bytes: Array(content.dropFirst(skipped)), at: (page - 1) * SchemaPages.size + skipped,
        padTo: SchemaPages.size)
    }
    let header = DamagedHeader(FileHead(path).bytes)
    try LogFile.overwrite(
      path, bytes: header.withCount(of: LogFile.size(of: path)), padTo: SchemaPages.size)
  }
}
