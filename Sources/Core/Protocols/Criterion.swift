/// A condition on the log that a gate waits for, or a rule that says when to see someone: its sentence, its
/// numbers with their source, and what to evaluate. Analytics evaluates it.
package struct Criterion: Sendable, Equatable {
  /// Its name, unique over all protocols.
  package let id: Slug
  /// What to evaluate.
  package let rule: Rule
  /// Its numbers in tenths, by name; `threshold` is the main one.
  package let tenths: CriterionNumbers
  /// The sentence, with the numbers' names in braces.
  package let template: String
  /// Its source: `article`, `default` for our own, or a source in words.
  package let source: String
  /// What to do first when a safety rule fires.
  package let advice: String?
  /// Whether it blocks a stage only if there is data to judge by.
  package let optional: Bool

  /// A number of it, in its unit.
  package func number(_ name: String) -> Double { Double(tenths[name] ?? 0) / 10 }

  /// A number of it that is a count.
  package func count(_ name: String) -> Int { (tenths[name] ?? 0) / 10 }

  /// The main number; nil for a rule without one.
  package var threshold: Double? { tenths["threshold"].map { Double($0) / 10 } }

  /// The sentence with its numbers.
  package var statement: String {
    var text = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + (tenths[name].map { Decimal.text(tenths: $0) } ?? name)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// A name in braces in the sentence that is not one of its numbers.
  var unknownPlaceholder: String? {
    template.split(separator: "{").dropFirst().lazy
      .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
      .first { tenths[$0] == nil }
  }

  /// The names of its numbers, the threshold first.
  package var numberNames: [String] { tenths.numbers.map(\.name) }

  /// The same with some of the user's numbers.
  package func with(_ numbers: [String: Int]) -> Criterion {
    Criterion(
      id: id, rule: rule, tenths: tenths.replacing(with: numbers), template: template,
      source: source, advice: advice, optional: optional)
  }

  /// What is wrong with its numbers, or nil.
  package var contradiction: String? {
    for name in numberNames {
      let value = tenths[name] ?? 0
      switch (name, rule.unit) {
      case ("threshold", .measured): continue
      case ("threshold", .points), ("pain", _), ("least", _):
        if !(0...100).contains(value) { return "'\(name)' has to be from 0 to 10" }
      case ("threshold", .percent), ("percent", _):
        if !(0...1000).contains(value) { return "'\(name)' has to be from 0 to 100 %" }
      default:
        if value % 10 != 0 || !(10...36_600).contains(value) {
          return "'\(name)' has to be a whole number from 1 to 3660"
        }
      }
    }
    if rule.unit == .days, count("threshold") > count("days"), tenths["days"] != nil {
      return "\(count("threshold")) of \(count("days")) days cannot be"
    }
    if rule == .noImprovement, count("days") < 14 {
      return "'days' has to be 14 or more, so that its first and last week are two"
    }
    if let of = tenths["of"], count("sessions") > of / 10 {
      return "\(count("sessions")) of \(of / 10) sessions cannot be"
    }
    return nil
  }
}

/// The numbers of a criterion in tenths, by name. There are at most five, so comparing names one by one costs
/// less than hashing.
package struct CriterionNumbers: Sendable, Equatable {
  struct Number: Sendable, Equatable {
    let name: String
    let tenths: Int
  }

  /// The threshold first, then sorted by name.
  let numbers: [Number]

  package subscript(name: String) -> Int? { numbers.first { $0.name == name }?.tenths }

  func replacing(with others: [String: Int]) -> CriterionNumbers {
    CriterionNumbers(
      numbers: numbers.map { Number(name: $0.name, tenths: others[$0.name] ?? $0.tenths) })
  }
}

extension CriterionNumbers {
  init(_ tenths: [String: Int]) {
    let ordered = tenths.sorted { left, right in
      (left.key == "threshold" ? "" : left.key) < (right.key == "threshold" ? "" : right.key)
    }
    numbers = ordered.map { Number(name: $0.key, tenths: $0.value) }
  }
}

/// What a criterion evaluates. Variants of an exercise count as the exercise.
package enum Rule: Sendable, Equatable {
  /// Days since the stage started.
  case daysInStage
  /// The median of pain now over the last `days`, compared with that of the stage's first days.
  case medianNotHigher
  /// Any rating of the last `days`.
  case noRatingAbove
  /// Days with all of these exercises among the last `days`.
  case exerciseDays([Slug])
  /// Pain during these exercises in the last `sessions` with any of them.
  case painDuring([Slug])
  /// The best hold of each side in the last `days`, and how much they differ.
  case evenHold(Slug)
  /// Sessions of the stage with any of these exercises, and the days they are spread over.
  case sessionsOverDays([Slug])
  /// The latest measurements of a kind, and whether they were pain-free.
  case painFreeMeasures(Slug)
  /// Sessions of the stage with any of these exercises at `pain` or less.
  case sessionsAtPain([Slug])
  /// The share of the last `days` on which a routine was done.
  case practiceShare(Slug)
  /// The latest measurement of each side within `days`.
  case measureAtMost(Slug)
  /// The median of a daily factor over the last `days`, compared with that of the stage's first days.
  case factorLower(Slug)
  /// The share of sessions with any of the first exercises that also had the second, in the last `days`.
  case doneTogether([Slug], with: Slug)
  /// Ratings at one of these sites.
  case siteReported([String])
  /// Pain after sessions or the next morning, compared with the score before.
  case worseAfterSessions
  /// Adherence over `days` without a fall of pain by the MIC.
  case noImprovement
  /// Ratings of at least the threshold.
  case ratingAtLeast
  /// Ratings of pain that woke the user.
  case wokeFromSleep

  /// The unit of the threshold.
  package enum Unit: String, Sendable {
    case days
    /// Points of pain.
    case points
    /// Sessions or measurements.
    case count
    /// Per cent.
    case percent
    /// The unit of a measurement.
    case measured
  }

  /// Whether it needs measurements.
  package var readsMeasurements: Bool {
    switch self {
    case .evenHold, .painFreeMeasures, .measureAtMost: true
    default: false
    }
  }

  /// Whether it needs a daily factor.
  package var readsFactors: Bool {
    if case .factorLower = self { true } else { false }
  }

  /// The unit of the threshold.
  package var unit: Unit {
    switch self {
    case .daysInStage, .exerciseDays: .days
    case .medianNotHigher, .noRatingAbove, .painDuring, .ratingAtLeast, .worseAfterSessions,
      .siteReported, .wokeFromSleep, .factorLower:
      .points
    case .sessionsOverDays, .painFreeMeasures, .sessionsAtPain: .count
    case .practiceShare, .doneTogether, .noImprovement: .percent
    case .evenHold, .measureAtMost: .measured
    }
  }
}
