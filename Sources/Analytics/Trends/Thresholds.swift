import Core
import Statistics

/// A size of change, and its source.
package struct Threshold: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// A short citation with what it states.
    case published(String)
    /// The user's own repeated trials, and how many of them each end is the mean of.
    case ownTrials(degreesOfFreedom: Int, meansOf: Int)

    package var isOwn: Bool {
      if case .ownTrials = self { return true }
      return false
    }
  }

  /// In the unit of the series, at least 0.
  package let value: Double
  package let source: Source
}

extension Series {
  /// The minimal important change, if one is published: for pain the lesser of 2 points and 30 % of the
  /// baseline (Ostelo 2008), Oswestry 10, Roland–Morris 5 or 30 %.
  func importantChange(from first: Double) -> Threshold? {
    switch self {
    case .pain:
      return Threshold(
        value: Series.lesser(MIC.points, of: first),
        source: .published("2 points or 30 %, Ostelo 2008"))
    case .measure(let kind, _, _):
      switch kind.slug.text {
      case "odi": return Threshold(value: 10, source: .published("10 points, Ostelo 2008"))
      case "rmdq":
        return Threshold(
          value: Series.lesser(5, of: first), source: .published("5 points or 30 %, Ostelo 2008"))
      default: return nil
      }
    case .factor, .count: return nil
    }
  }

  private static func lesser(_ points: Double, of first: Double) -> Double {
    first > 0 ? min(points, MIC.share * first) : points
  }

  /// The published minimal detectable change (MDC95), if there is one.
  func publishedError(_ method: MeasurementMethod?) -> Threshold? {
    switch self {
    case .pain:
      // 1.96·√2·SEM with SEM 1.02 (Childs 2005), to the digits of the source.
      return Threshold(
        value: WeeklyReport.detectableChange,
        source: .published("MDC95 of single ratings from SEM 1.02, Childs 2005"))
    case .measure(let kind, _, _):
      switch kind.slug.text {
      case "hip-extension" where method?.instrument == .inclinometer && method?.motion != .active:
        return Threshold(
          value: 3.9,
          source: .published("MDC95 of one rater with an inclinometer, PMID 39593664"))
      case "extensor-hold":
        return Threshold(
          value: 32.1,
          source: .published(
            "MDC95 of single tests in people with back pain from SEM 11.6 s, Latimer 1999"))
      default: return nil
      }
    case .factor, .count: return nil
    }
  }

  /// Degrees of freedom of repeated trials that a personal error needs (our default): with 10, the standard
  /// error of measurement is known to about a quarter.
  package static let fewestForOwnError = 10

  /// The minimal detectable change from the user's own repeated trials; nil with too few of them.
  ///
  /// - Parameters:
  ///   - error: of the trials within a sitting.
  ///   - trials: how many trials each compared value is the mean of, at least.
  func ownError(_ error: MeasurementError?, trials: Int) -> Threshold? {
    guard let error, error.degreesOfFreedom >= Series.fewestForOwnError, error.sem > 0 else {
      return nil
    }
    // The best of several trials is not a mean, so more trials do not reduce its error.
    let k = rule == .mean ? max(1, trials) : 1
    guard let change = error.mdc95(trials: k) else { return nil }
    return Threshold(
      value: change, source: .ownTrials(degreesOfFreedom: error.degreesOfFreedom, meansOf: k))
  }

  /// Whether a percentage of a value is meaningful: the 0 of an angle is a convention.
  package var hasShares: Bool {
    if case .measure(let kind, _, _) = self { return kind.unit != .degrees }
    return true
  }

  /// How many readings the value at an end of a comparison needs: 3 ratings, days or trials; one where the
  /// published test is done once, as a questionnaire or a hold; none where sessions are counted.
  package var readingsNeeded: Int {
    switch self {
    case .pain, .factor: 3
    case .measure(let kind, _, _): kind.unit == .points || kind.unit == .seconds ? 1 : 3
    case .count: 0
    }
  }
}
