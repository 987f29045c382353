import Core
import Statistics

// How numbers and series stand in the sentences of reports.

/// A p value: `p = .044`, `p < .001`. One that carries a claim never reads as .05.
package func probabilityText(_ p: Double) -> String {
  if p < 0.001 { return "p < .001" }
  func text(_ places: Int) -> String {
    let text = number(p, places: places)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
  guard Claim.isCarried(by: p), text(3) == ".05" else { return "p = \(text(3))" }
  return text(4) == ".05" ? "p < .05" : "p = \(text(4))"
}

/// A correlation or share with two decimals and without the leading zero: `.45`, `−.8`.
package func correlationText(_ value: Double) -> String {
  let text = number(value.magnitude, places: 2)
  return (value < 0 && text != "0" ? "−" : "")
    + (text.hasPrefix("0.") ? String(text.dropFirst()) : text)
}

/// Decimals that leave a number two digits that say something, at most four.
package func places(for value: Double) -> Int {
  switch value.magnitude {
  case 10...: 0
  case 1...: 1
  case 0.1...: 2
  case 0.01...: 3
  case 0: 0
  default: 4
  }
}

/// A number with a minus sign as it is printed.
package func printed(_ value: Double, places: Int) -> String {
  let text = number(value, places: places)
  return text.hasPrefix("-") ? "−" + text.dropFirst() : text
}

/// The same with all its decimals, for numbers that stand side by side.
package func fixed(_ value: Double, places: Int) -> String {
  let text = printed(value, places: places)
  guard places > 0 else { return text }
  let decimals = text.firstIndex(of: ".").map { text[$0...].utf8.count - 1 } ?? 0
  return text + (decimals == 0 ? "." : "")
    + String(repeating: "0", count: max(0, places - decimals))
}

extension Step {
  /// A count of it: `13 weeks`.
  func counted(_ count: Int) -> String { Analytics.counted(count, rawValue) }
}

extension Series {
  /// The series at the head of a sentence.
  package var subject: String {
    switch self {
    case .pain(.now): "Pain"
    case .pain(.average): "Average pain"
    case .pain(.worst): "Worst pain"
    case .pain(.morning): "Morning pain"
    case .measure, .factor, .count: name
    }
  }

  /// The series within a sentence.
  package var object: String {
    if case .pain = self { return subject.lowercased() }
    return name
  }

  /// Its unit behind a number, with a space where one belongs.
  package var suffix: String {
    switch self {
    case .measure(let kind, _, _) where kind.unit != .points && kind.unit != .count:
      kind.unit.suffix
    case .measure(let kind, _, _) where kind.unit == .count: ""
    case .count(.sessions), .count(.sets): ""
    case .count(.minutes): " min"
    case .count(.load): " AU"
    case .factor, .pain, .measure: unit.map { " \($0)" } ?? ""
    }
  }

  /// A size in its unit: `0.25 points`, `1.2°`.
  package func amount(_ value: Double, places: Int) -> String {
    let text = printed(value, places: places)
    let isOne = text == "1" || text == "−1"
    return text + (isOne && suffix == " points" ? " point" : suffix)
  }

  /// Whether a share of a value means something: an angle has a 0 by convention only.
  var hasShares: Bool {
    if case .measure(let kind, _, _) = self { return kind.unit != .degrees }
    return true
  }

  /// A value as it stands in a table: at most two decimals for ratings, one for what is measured.
  func shown(_ value: Double) -> String {
    if case .pain = self { return printed(value, places: 2) }
    return amount(value, places: valuePlaces)
  }

  /// Decimals of a value in a table.
  package var valuePlaces: Int {
    switch self {
    case .pain: 2
    case .measure, .factor: 1
    case .count: 0
    }
  }
}
