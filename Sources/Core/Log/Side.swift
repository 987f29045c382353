/// The side of the body that something was done or measured on.
package enum Side: String, CaseIterable, Sendable {
  case left
  case right
  /// Each of the two, with the dose given for one.
  case both

  /// Reads a side by its name, its first letter, or `each` and `/side` for both.
  ///
  /// - Throws: ``InputError`` that lists the sides.
  package init(_ text: String) throws {
    guard let side = Side(word: text.lowercased()) else {
      throw InputError(
        "there is no side \(text.quoted)", hint: "the sides are left, right and both")
    }
    self = side
  }

  /// The side that a lower-case word names, or nil.
  init?(word: String) {
    switch word {
    case "left", "l": self = .left
    case "right", "r": self = .right
    case "both", "each", "/side", "per-side": self = .both
    default: return nil
    }
  }
}
