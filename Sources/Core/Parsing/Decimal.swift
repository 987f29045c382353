/// A decimal number as people type it: an optional sign, digits, and at most `places` digits after a point.
/// It is exact: the value is a whole number of the smallest unit.
///
/// Exponents, hexadecimal, infinities, NaN, digit grouping and more than nine digits are refused, so that
/// what is stored is what was typed. A typographic minus sign (−) counts as a minus.
package struct Decimal: Hashable, Sendable {
  /// The number times 10 to the power of `places`.
  package let scaled: Int

  /// Parses `text`; nil when it is not such a number.
  package init?(_ text: some StringProtocol, places: Int) {
    var body = Substring(text)
    var negative = false
    if let sign = body.first, "+-\u{2212}".contains(sign) {
      negative = sign != "+"
      body.removeFirst()
    }
    let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Int(digits: parts[0]) else { return nil }
    var value = whole
    var digits = 0
    if parts.count == 2 {
      guard let fraction = Int(digits: parts[1]), parts[1].utf8.count <= places else { return nil }
      digits = parts[1].utf8.count
      for _ in 0..<digits { value *= 10 }
      value += fraction
    }
    for _ in digits..<max(digits, places) { value *= 10 }
    scaled = negative ? -value : value
  }
}

extension Decimal {
  /// Tenths as a decimal, without a needless `.0`.
  package static func text(tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// Hundredths as a decimal, with as few decimals as needed.
  package static func text(hundredths: Int) -> String {
    if hundredths % 10 == 0 { return text(tenths: hundredths / 10) }
    let size = abs(hundredths)
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\((size % 100).padded(to: 2))"
  }
}
