// Numbers as text.

extension Double {
  /// At most `places` decimals, rounded half away from zero, without trailing zeros.
  package func text(places: Int = 2) -> String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    // The nudge corrects binary fractions: 0.285 × 100 is just below 28.5.
    let scaled = (magnitude * factor * (1 + 1e-12)).rounded(.toNearestOrAwayFromZero)
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(factor))
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    // Trailing zeros go, leading zeros stay.
    var (digits, length) = (rest, places)
    while digits % 10 == 0 { (digits, length) = (digits / 10, length - 1) }
    let decimals = String(digits)
    return "\(sign)\(whole)." + String(repeating: "0", count: length - decimals.utf8.count)
      + decimals
  }

  /// The same with a typographic minus sign.
  func printed(places: Int = 2) -> String {
    let text = text(places: places)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// The same with exactly this many decimals, for columns.
  func printed(exactly places: Int) -> String {
    let text = printed(places: places)
    guard places > 0 else { return text }
    let decimals = text.firstIndex(of: ".").map { text[$0...].utf8.count - 1 } ?? 0
    return text + (decimals == 0 ? "." : "")
      + String(repeating: "0", count: max(0, places - decimals))
  }

  /// A percentage, never rounded up to a threshold that it does not reach.
  var percentText: String { ((self * 10 + 1e-9).rounded(.down) / 10).text(places: 1) }

  /// Decimals for two significant digits, at most four.
  var usefulPlaces: Int {
    switch magnitude {
    case 10...: 0
    case 1...: 1
    case 0.1...: 2
    case 0.01...: 3
    case 0: 0
    default: 4
    }
  }
}
