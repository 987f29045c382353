import Analytics
import Core

/// Parts of sentences that several narratives share.
enum Phrase {
  /// `p = .044`, `p < .001`. A p below .05 never reads as .05.
  static func pValue(_ p: Double) -> String {
    if p < 0.001 { return "p < .001" }
    let text = withoutZero(p.text(places: 3))
    guard Claim.isCarried(by: p), text == ".05" else { return "p = \(text)" }
    let longer = withoutZero(p.text(places: 4))
    return longer == ".05" ? "p < .05" : "p = \(longer)"
  }

  /// The same for a table column: `.044`, `< .001`.
  static func pCell(_ p: Double) -> String {
    let text = pValue(p)
    return String(text.dropFirst(text.hasPrefix("p = ") ? 4 : 2))
  }

  /// A correlation or a share, without the leading zero: `.45`, `−.8`.
  static func correlation(_ value: Double) -> String {
    let text = value.magnitude.text()
    return (value < 0 && text != "0" ? "−" : "") + withoutZero(text)
  }

  private static func withoutZero(_ text: String) -> String {
    text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  /// `1 rating`, `13 ratings`.
  static func count(_ count: Int, noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// `13 of 16 weeks`, or `16 weeks` where none is missing.
  static func count(_ count: Int, of span: Int, noun: String) -> String {
    count == span ? self.count(span, noun: noun) : "\(count) of \(self.count(span, noun: noun))"
  }

  /// A phrase as a sentence: capital letter and full stop.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

extension Series {
  /// The series at the start of a sentence.
  var subject: String {
    switch self {
    case .pain(.now): "Pain"
    case .pain(.average): "Average pain"
    case .pain(.worst): "Worst pain"
    case .pain(.morning): "Morning pain"
    case .measure, .factor, .count: name
    }
  }

  /// The series within a sentence.
  var object: String {
    if case .pain = self { return subject.lowercased() }
    return name
  }

  /// The series within a sentence that names the method already.
  var objectWithoutMethod: String {
    if case .measure(let kind, let side, _) = self { return kind.series(side) }
    return object
  }

  /// Its unit after a number, with a space where needed.
  var suffix: String {
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

  /// The unit after a number in a table, where it is short.
  var tableSuffix: String { suffix == " points" ? "" : suffix }

  /// An amount with its unit: `0.25 points`, `1.2°`.
  func amount(_ value: Double, places: Int) -> String {
    let text = value.printed(places: places)
    let isOne = text == "1" || text == "−1"
    return text + (isOne && suffix == " points" ? " point" : suffix)
  }

  /// A value in a sentence; pain ratings have no unit.
  func shown(_ value: Double) -> String {
    if case .pain = self { return value.printed() }
    return amount(value, places: valuePlaces)
  }

  /// The decimals of a value in a table.
  var valuePlaces: Int {
    switch self {
    case .pain: 2
    case .measure, .factor: 1
    case .count: 0
    }
  }

  /// How its values are computed, for the title of a chart.
  var ruleWord: String {
    switch rule {
    case .median: "median"
    case .mean: "mean"
    case .best: "best"
    case .sum: "sum"
    }
  }

  /// The noun for the entries that make up a value.
  var readings: String {
    switch self {
    case .pain: "ratings"
    case .factor: "days"
    case .measure: "trials"
    case .count: "sessions"
    }
  }
}
