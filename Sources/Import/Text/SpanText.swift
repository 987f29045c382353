import Core

/// Durations as apps write them.
enum SpanText {
  /// The seconds of `1h 5m`, `45m`, `38min`, `1h 5m 3s`, `90s`, or of a plain number of seconds.
  static func seconds(_ text: String) -> Int? {
    let text = text.trimmed.lowercased()
    if let number = Decimal.scaled(text.utf8, places: 0), number >= 0 { return number }
    var total = 0
    var rank = 0
    var rest = Substring(text)
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(digits: number, upTo: 6) else { return nil }
      rest = rest[number.endIndex...].drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest[unit.endIndex...].drop { $0 == " " || $0 == "," || $0 == "." }
      let (size, place) =
        switch unit {
        case "h", "hr", "hrs", "std": (3600, 1)
        case "m", "min", "mins": (60, 2)
        case "s", "sec", "secs": (1, 3)
        default: (0, 0)
        }
      guard place > rank else { return nil }
      rank = place
      total += value * size
    }
    return rank > 0 ? total : nil
  }

  /// The seconds of `1:30` (minutes and seconds) or `0:01:30`.
  static func clock(_ text: String) -> Int? {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0
    for (index, part) in parts.enumerated() {
      guard let value = Int(digits: part, upTo: index == 0 ? 4 : 2), index == 0 || value < 60 else {
        return nil
      }
      total = total * 60 + value
    }
    return total
  }
}
