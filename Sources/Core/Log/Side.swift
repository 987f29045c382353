/// The side of the body for an exercise or measurement.
package enum Side: String, CaseIterable, Sendable {
  case left
  case right
  /// Each of the two, with the dose for one side.
  case both

  /// Parses a side's name or first letter; `each` and `/side` mean both.
  ///
  /// - Throws: ``InputError`` that lists the sides.
  package init(_ text: String) throws {
    guard let side = Side(word: text.lowercased()) else {
      throw InputError(
        "there is no side \(text.quoted)", hint: "the sides are left, right and both")
    }
    self = side
  }

  /// The side named by a lower-case word, or nil.
  init?(word: String) {
    switch word {
    case "left", "l": self = .left
    case "right", "r": self = .right
    case "both", "each", "/side", "per-side": self = .both
    default: return nil
    }
  }
}
