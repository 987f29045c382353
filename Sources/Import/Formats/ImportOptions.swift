import Core

/// What a file does not say about itself.
package struct ImportOptions: Sendable {
  /// How to decode its text.
  package var csv = CSVOptions()
  /// The order of numeric dates; nil to detect it.
  package var dates: DateOrder?
  /// The unit of weights, if the file has none.
  package var unit: Load.Unit?
  /// The meaning of a CSV file's columns; only for ``Format/csv``.
  package var columns: ColumnMap?

  package init() {}
}

/// Counts from reading a file.
package struct ImportCounts: Sendable, Equatable {
  /// How many rows were read, not counting the header.
  package var rows = 0
  /// How many things of each kind the log cannot store, such as rest timers.
  package var leftOut: [String: Int] = [:]
  /// The encoding of the file.
  package var encoding = TextEncoding.utf8
  /// The date order that was detected or given, if it mattered.
  package var dates: DateOrder?
}

/// A row that cannot be used; it becomes a ``RejectedRow``.
struct RowProblem: Error {
  let reason: String
}

/// The output of a row reader.
struct Output {
  var values: [ImportedValue] = []
  var counts = ImportCounts()

  /// Counts something that the log cannot store. The number of distinct names from the file is limited.
  mutating func leaveOut(_ what: String) {
    let isKnown = counts.leftOut[what] != nil || counts.leftOut.count < 100
    counts.leftOut[isKnown ? what : "other rows", default: 0] += 1
  }
}

/// The column names of a file.
struct Header {
  /// As written, trimmed.
  let names: [String]
  private let small: [String]
  private let asked = Asked()

  /// The columns that a reader has looked up.
  private final class Asked { var columns: Set<Int> = [] }

  init(_ names: [String]) {
    self.names = names.map(\.trimmed)
    small = self.names.map { $0.lowercased() }
  }

  /// The first column with one of these names, in lower case.
  subscript(_ wanted: String...) -> Int? {
    for name in wanted {
      if let index = small.firstIndex(of: name) {
        asked.columns.insert(index)
        return index
      }
    }
    return nil
  }

  /// The columns that nothing has looked up, with their names in lower case.
  var unasked: [(column: Int, name: String)] {
    small.enumerated().filter { !$0.element.isEmpty && !asked.columns.contains($0.offset) }
      .map { ($0.offset, $0.element) }
  }
}

/// Turns the rows of one format into values.
protocol RowReader {
  /// Reads a row.
  ///
  /// - Throws: ``RowProblem`` for an unusable row, ``ImportFailure`` to stop.
  mutating func read(_ record: CSVRecord, into output: inout Output) throws
  /// Passes on what was held back.
  mutating func finish(into output: inout Output)
  /// The line of the user's own file that a row comes from.
  func line(of record: CSVRecord) -> Int
}

extension RowReader {
  mutating func finish(into output: inout Output) {}
  func line(of record: CSVRecord) -> Int { record.line }
}
