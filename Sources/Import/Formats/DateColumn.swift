/// The date column of a file. Its date order is determined from the whole file, once it matters.
struct DateColumn {
  /// How to determine the date order of a column.
  struct Finder {
    /// The order given by the user.
    let given: DateOrder?
    /// Scans the file for it.
    let find: (Int) throws -> DateOrder
  }

  private let column: Int
  private let finder: Finder?
  private var order: DateOrder?
  private var lastBytes: [UInt8] = []
  private var last: CivilTime?

  /// Without a finder, ambiguous dates are refused.
  init(_ column: Int, finder: Finder? = nil) {
    self.column = column
    self.finder = finder
    order = finder?.given
  }

  /// The date and time of a row.
  ///
  /// - Throws: ``RowProblem`` for a missing date, ``ImportFailure`` when the order cannot be determined.
  mutating func read(_ record: CSVRecord, into output: inout Output) throws -> CivilTime {
    // Rows of one session repeat its date, and comparing is much cheaper than parsing.
    if let last, record.field(column, is: lastBytes) { return last }
    if let plain = record.withBytes(of: column, CivilTime.init(plain:)) {
      last = plain
      lastBytes = Array(record.bytes[record.bounds(column)])
      return plain
    }
    let text = record.text(column)
    var reading = DateText.read(text, order: order)
    if case .ambiguous = reading, order == nil, let finder {
      order = try finder.find(column)
      reading = DateText.read(text, order: order)
    }
    guard case .date(let date) = reading else {
      throw RowProblem(reason: "has no date that can be read: \(text.trimmed.quoted)")
    }
    if order != nil { output.counts.dates = order }
    last = date.time
    lastBytes = Array(record.bytes[record.bounds(column)])
    return date.time
  }

  /// The date order of a column in a whole file.
  static func order(
    of column: Int, options: CSVOptions, from open: ByteOpener
  ) throws -> DateOrder {
    var csv = CSVReader(options, source: try open())
    var evidence = DateOrder.Evidence()
    guard try csv.next() else { return try evidence.order() }
    var last: [UInt8] = []
    while try csv.next() {
      guard !csv.record.field(column, is: last) else { continue }
      last = Array(csv.record.bytes[csv.record.bounds(column)])
      evidence.add(DateText.order(shownBy: csv.record.text(column)), line: csv.record.line)
    }
    return try evidence.order()
  }
}

extension DateText {
  /// The order of a date of three numbers, if it is unambiguous.
  static func order(shownBy text: String) -> DateOrder? {
    for order in DateOrder.allCases {
      if case .date(let date) = read(text, order: order) { return date.shows }
    }
    return nil
  }
}
