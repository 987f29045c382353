import Core

/// What a file does not say of itself.
package struct ImportOptions: Sendable {
  /// How its text is to be read.
  package var csv = CSVOptions()
  /// The order of dates of three numbers; nil to find it in the file.
  package var dates: DateOrder?
  /// The unit of weights where the file has none.
  package var unit: Load.Unit?
  /// What the columns of a CSV file are; needed for ``Format/csv`` alone.
  package var columns: ColumnMap?

  /// Nothing said.
  package init() {}
}

/// What reading a file came to, beside the values.
package struct ImportCounts: Sendable, Equatable {
  /// How many rows were read, the header aside.
  package var rows = 0
  /// How many things of which kind the log has no place for, such as rest timers.
  package var leftOut: [String: Int] = [:]
  /// The encoding of the file.
  package var encoding = TextEncoding.utf8
  /// The order of dates that was found or given, where it mattered.
  package var dates: DateOrder?
}

/// A row that cannot be used, on the way to a ``RejectedRow``.
struct RowProblem: Error {
  let reason: String
}

/// What a reader of rows hands on.
struct Output {
  var values: [ImportedValue] = []
  var counts = ImportCounts()

  /// Counts something that the log has no place for; a file's own names for it only up to a number.
  mutating func leaveOut(_ what: String) {
    let isKnown = counts.leftOut[what] != nil || counts.leftOut.count < 100
    counts.leftOut[isKnown ? what : "other rows", default: 0] += 1
  }
}

/// The names of a file's columns.
struct Header {
  /// As they are written, without blanks around them.
  let names: [String]
  private let small: [String]
  private let asked = Asked()

  /// The columns that a reader asked for.
  private final class Asked { var columns: Set<Int> = [] }

  init(_ names: [String]) {
    self.names = names.map(\.trimmed)
    small = self.names.map { $0.lowercased() }
  }

  /// The first column with one of these names, in small letters.
  subscript(_ wanted: String...) -> Int? {
    for name in wanted {
      if let index = small.firstIndex(of: name) {
        asked.columns.insert(index)
        return index
      }
    }
    return nil
  }

  /// The columns that nobody has asked for yet, with their names in small letters.
  var unasked: [(column: Int, name: String)] {
    small.enumerated().filter { !$0.element.isEmpty && !asked.columns.contains($0.offset) }
      .map { ($0.offset, $0.element) }
  }
}

/// Makes values of the rows of one format.
protocol RowReader {
  /// Reads a row.
  ///
  /// - Throws: ``RowProblem`` for one that cannot be used, ``ImportFailure`` to stop.
  mutating func read(_ record: CSVRecord, into output: inout Output) throws
  /// Hands on what was kept back.
  mutating func finish(into output: inout Output)
  /// The line of the user's own file that a row is from.
  func line(of record: CSVRecord) -> Int
}

extension RowReader {
  mutating func finish(into output: inout Output) {}
  func line(of record: CSVRecord) -> Int { record.line }
}
