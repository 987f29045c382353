/// What sessions are counted by.
package enum SessionCount: String, CaseIterable, Sendable {
  /// How many there were.
  case sessions
  /// Their minutes, of those that said how long they took.
  case minutes
  /// Their load, effort (CR10) times minutes, of those that have both.
  case load
  /// Their sets.
  case sets
}

/// Something that the log follows over time. Recall windows, sides and ways of measuring are never
/// mixed in one.
package enum Series: Hashable, Sendable {
  /// Pain ratings of one recall window.
  case pain(Recall)
  /// Measurements of one kind on one side; without a way, those of the way that most have.
  case measure(MeasurementKind, Side?, MeasurementMethod?)
  /// A daily factor; `shadowed` where its name alone means another series of the log.
  case factor(Slug, FactorUnit, shadowed: Bool = false)
  /// What the sessions add up to.
  case count(SessionCount)

  /// How the entries of a week or day become its value.
  package enum Rule: Sendable {
    /// The median of the ratings or of the days' amounts.
    case median
    /// The mean of the visits' means.
    case mean
    /// The best trial.
    case best
    case sum
  }

  /// What stands before the name of a factor that has the name of another series.
  package static let factorPrefix = "factor:"

  /// The name as it is typed: `pain`, `pain:worst`, `thomas:left@goniometer`, `sitting`, `sessions`,
  /// `factor:load` for a factor that has the name of another series.
  package var name: String {
    switch self {
    case .pain(let recall): recall == .now ? "pain" : "pain:\(recall.rawValue)"
    case .measure(let kind, let side, let method):
      kind.series(side) + (method.map { "@\($0.label)" } ?? "")
    case .factor(let name, _, let shadowed): (shadowed ? Series.factorPrefix : "") + name.text
    case .count(let count): count.rawValue
    }
  }

  /// The name that it shares with all of its windows, sides and ways: `pain`, `thomas`, `load`.
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

  /// Which direction is the better one, where that can be said.
  package var better: MeasurementKind.Better? {
    switch self {
    case .pain: .lower
    case .measure(let kind, _, _): kind.better
    case .factor, .count: nil
    }
  }

  /// How its values are made.
  package var rule: Rule {
    switch self {
    case .pain, .factor: .median
    case .measure(let kind, _, _): kind.unit == .seconds ? .best : .mean
    case .count: .sum
    }
  }

  /// How many of the small units that the log keeps make one of the unit of its values.
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
