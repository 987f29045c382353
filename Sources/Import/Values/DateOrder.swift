/// The order of day, month and year in a numeric date.
package enum DateOrder: String, CaseIterable, Sendable {
  /// Day, month, year, as in 31/12/2026.
  case dmy
  /// Month, day, year, as in 12/31/2026.
  case mdy

  /// What the dates of a file show about their order.
  struct Evidence {
    private var lines: [DateOrder: Int] = [:]

    /// Adds a date that can be read in only one order.
    mutating func add(_ order: DateOrder?, line: Int) {
      if let order, lines[order] == nil { lines[order] = line }
    }

    /// The order, if there is only one.
    ///
    /// - Throws: ``ImportFailure`` when no date decides it, or two disagree.
    func order() throws -> DateOrder {
      switch (lines[.dmy], lines[.mdy]) {
      case (.some, nil): return .dmy
      case (nil, .some): return .mdy
      case (nil, nil):
        throw ImportFailure(
          "no date of the file says whether the day or the month comes first",
          hint: "say it with '--dates dmy' or '--dates mdy'")
      case (let day?, let month?):
        throw ImportFailure(
          "line \(day) has the day first and line \(month) the month", hint: "use one order",
          line: max(day, month))
      }
    }
  }
}
