/// The ways to count sessions.
package enum SessionCount: String, CaseIterable, Sendable {
  /// Their number.
  case sessions
  /// Their minutes, of sessions with a duration.
  case minutes
  /// Their load, effort (CR10) times minutes, of sessions with both.
  case load
  case sets
}

/// Something that the log follows over time. Recall windows, sides and measurement methods are never mixed in
/// one.
package enum Series: Hashable, Sendable {
  /// Pain ratings of one recall window.
  case pain(Recall)
  /// Measurements of one kind on one side; without a method, those of the most frequent one.
  case measure(MeasurementKind, Side?, MeasurementMethod?)
  /// A daily factor; `shadowed` if another series has the same name.
  case factor(Slug, FactorUnit, shadowed: Bool = false)
  /// Totals of sessions.
  case count(SessionCount)

  /// How the value of a week or day is computed from its entries.
  package enum Rule: Sendable {
    /// The median of the ratings or of the daily amounts.
    case median
    /// The mean of the measurements' means.
    case mean
    /// The best trial.
    case best
    case sum
  }

  /// The prefix for a factor whose name is shared with another series.
  package static let factorPrefix = "factor:"

  /// The name as typed: `pain`, `pain:worst`, `thomas:left@goniometer`, `sitting`, `sessions`, or
  /// `factor:load` for a factor whose name is shared.
  package var name: String {
    switch self {
    case .pain(let recall): recall == .now ? "pain" : "pain:\(recall.rawValue)"
    case .measure(let kind, let side, let method):
      kind.series(side) + (method.map { "@\($0.label)" } ?? "")
    case .factor(let name, _, let shadowed): (shadowed ? Series.factorPrefix : "") + name.text
    case .count(let count): count.rawValue
    }
  }

  /// The name shared by all its windows, sides and methods: `pain`, `thomas`, `load`.
  package var root: String {
    switch self {
    case .pain: "pain"
    case .measure(let kind, _, _): kind.slug.text
    case .factor(let name, _, _): name.text
    case .count(let count): count.rawValue
    }
  }

  /// The unit of its values; nil for a plain number.
  package var unit: String? {
    switch self {
    case .pain: "points"
    case .measure(let kind, _, _): kind.unit.rawValue
    case .factor(_, let unit, _): unit == .time ? unit.symbol : nil
    case .count(.load): "AU"
    case .count(let count): count.rawValue
    }
  }

  /// Which direction is better, if known.
  package var better: MeasurementKind.Better? {
    switch self {
    case .pain: .lower
    case .measure(let kind, _, _): kind.better
    case .factor, .count: nil
    }
  }

  /// How its values are computed.
  package var rule: Rule {
    switch self {
    case .pain, .factor: .median
    case .measure(let kind, _, _): kind.unit == .seconds ? .best : .mean
    case .count: .sum
    }
  }

  /// How many stored units make one unit of its values.
  package var keptPerUnit: Double {
    switch self {
    case .pain: 10
    case .measure: 100
    case .factor(_, let unit, _): unit.hundredthsPerReported
    case .count(.minutes): 60
    case .count(.load): 600
    case .count: 1
    }
  }
}
