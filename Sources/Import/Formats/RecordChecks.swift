import Core

extension CSVRecord {
  /// Stops at a last row that lacks both fields and its line end, since the file may be cut off.
  ///
  /// - Throws: ``ImportFailure``.
  func checkComplete(of count: Int) throws {
    guard lacksEnd, self.count < count else { return }
    throw ImportFailure(
      "line \(line), the last, has \(self.count) of \(count) fields and no line end",
      hint: "the file may be only half there; export it again", line: line)
  }

  /// Refuses a row with fewer fields than the header, or with more that are not empty.
  ///
  /// - Throws: ``RowProblem``.
  func checkCount(of count: Int) throws {
    if self.count == count { return }
    if self.count > count, (count..<self.count).allSatisfy({ isBlank($0) }) { return }
    throw RowProblem(reason: "has \(self.count) fields where the header has \(count)")
  }

  /// Whether a field is blank or JavaScript's word for a missing value.
  func isAbsent(_ column: Int) -> Bool {
    isBlank(column) || ["undefined", "null", "NaN"].contains(text(column))
  }

  /// A pain score of 0 to 10; nil for a blank field.
  ///
  /// - Throws: ``RowProblem``.
  func painScore(_ column: Int?) throws -> NPRSScore? {
    guard let column, !isAbsent(column) else { return nil }
    // Two places, so that 3.55 is refused rather than rounded to another score.
    guard let value = decimal(column, places: 2), value % 10 == 0,
      let score = NPRSScore(tenths: value / 10)
    else {
      throw RowProblem(
        reason: "has the pain \(text(column).trimmed.quoted), which is not 0 to 10 in steps of 0.1")
    }
    return score
  }

  /// A whole number of at least zero; nil for a blank field and for 0.
  ///
  /// - Parameter what: what is counted, for messages.
  /// - Throws: ``RowProblem``.
  func count(_ column: Int?, of what: String, most: Int) throws -> Int? {
    guard let column, !isBlank(column) else { return nil }
    guard let value = whole(column), (0...most).contains(value) else {
      let text = text(column).trimmed.quoted
      throw RowProblem(reason: "has \(text) \(what), which is not a whole number up to \(most)")
    }
    return value == 0 ? nil : value
  }
}
