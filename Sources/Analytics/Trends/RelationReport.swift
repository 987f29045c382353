import Core
import Statistics

/// How two series vary together: as they are, and without their trends.
///
/// Two series with trends agree in rank even without any link, so the headline is the association of the
/// residuals.
package struct RelationReport: Sendable {
  /// A week or day with both values.
  package struct Point: Sendable, Equatable {
    /// The week or day of the value of a.
    package let label: String
    /// Weeks or days since the first pair.
    package let x: Double
    /// The values in their series' units.
    package let a: Double, b: Double
  }

  /// A rank correlation.
  package struct Correlation: Sendable, Equatable {
    /// τ-b, from −1 to 1.
    package let tauB: Double
    /// Its two-sided p, as if the pairs were independent.
    package let p: Double
    /// The 95 % interval by block bootstrap, if there is one.
    package let interval: Interval?
  }

  /// One lag that was tested.
  package struct Lag: Sendable, Equatable {
    /// How many weeks or days b is earlier than a; negative if it is later.
    package let lag: Int
    /// How many pairs it has.
    package let pairs: Int
    /// Without the trends.
    package let tauB: Double
    /// Its p, and the p adjusted for all associations tested.
    package let p: Double, holmP: Double
    /// Whether an association is claimed: by the adjusted p, and by an interval that allows for serial
    /// correlation.
    package let isClear: Bool
  }

  /// The pairs that an association needs.
  package static let fewestPairs = 10
  /// The pairs that a lag other than 0 needs.
  package static let fewestForLag = 12
  /// The largest lag.
  package static let mostLag = 2

  /// The two series.
  package let a: SeriesValues, b: SeriesValues
  /// The lag of the pairs.
  package let lag: Int
  /// The pairs that this lag needs.
  package let neededPairs: Int
  /// The pairs, oldest first.
  package let points: [Point]
  /// With the trends; nil with too few pairs, or where one series never varies.
  package let raw: Correlation?
  /// Without the trends: the headline; nil also where a line leaves no residuals.
  package let detrended: Correlation?
  /// Whether the test finds a trend in each of the two, over the pairs.
  package let isTrendA: Bool, isTrendB: Bool
  /// All lags that were tested, including the headline's: those with 12 pairs, and 0 as the headline from 10
  /// on.
  package let lags: [Lag]

  /// How many detrended associations were tested; p values are adjusted for that.
  package var tests: Int { lags.count }

  var step: Step { a.step }

  /// - Parameter lag: how many weeks or days b is earlier than a, −2 to 2.
  package init(_ a: SeriesValues, _ b: SeriesValues, lag: Int = 0) {
    (self.a, self.b, self.lag) = (a, b, lag)
    let pairs = RelationReport.pairs(a, b: b, lag: lag)
    points = pairs.map { pair in
      Point(
        label: a.step.label(pair.number), x: Double(pair.number - (pairs.first?.number ?? 0)),
        a: pair.a, b: pair.b)
    }
    neededPairs = lag == 0 ? RelationReport.fewestPairs : RelationReport.fewestForLag
    let enough = pairs.count >= neededPairs
    let association = enough ? Association(pairs) : nil
    raw = association.map {
      Correlation(tauB: $0.raw.tauB, p: $0.raw.p.value, interval: nil)
    }
    let interval = association?.detrendedBootstrap()?.interval
    detrended = association?.detrended.map {
      Correlation(tauB: $0.tauB, p: $0.p.value, interval: interval)
    }
    func isTrend(_ values: [Double]) -> Bool {
      enough && Claim.isCarried(by: MannKendall(values)?.p.value)
    }
    isTrendA = isTrend(pairs.map(\.a))
    isTrendB = isTrend(pairs.map(\.b))
    lags = RelationReport.lags(a, b) { tried in
      // Resamples of the headline are reused.
      tried == lag ? association.map { ($0, interval) } : nil
    }
  }

  typealias Pair = (number: Int, a: Double, b: Double)

  /// The values of a, paired with those of b some weeks or days before.
  static func pairs(_ a: SeriesValues, b: SeriesValues, lag: Int) -> [Pair] {
    let others = Dictionary(b.values.map { ($0.number, $0.value) }) { first, _ in first }
    return a.values.compactMap { value in
      others[value.number - lag].map { (value.number, value.value, $0) }
    }
  }

  private static func lags(
    _ a: SeriesValues, _ b: SeriesValues, known: (Int) -> (Association, Interval?)?
  ) -> [Lag] {
    var tried: [(lag: Int, association: Association, kendall: Kendall)] = []
    for lag in -mostLag...mostLag {
      let pairs = pairs(a, b: b, lag: lag)
      guard
        let association = known(lag)?.0
          ?? (pairs.count >= fewestForLag ? Association(pairs) : nil),
        let kendall = association.detrended
      else { continue }
      tried.append((lag, association, kendall))
    }
    let adjusted = Holm.adjusted(tried.map(\.kendall.p.value)) ?? []
    return zip(tried, adjusted).map { entry, holmP in
      func excludesZero() -> Bool {
        known(entry.lag).map { $0.1?.excludesZero ?? false } ?? entry.association.excludesZero
      }
      return Lag(
        lag: entry.lag, pairs: entry.kendall.count, tauB: entry.kendall.tauB,
        p: entry.kendall.p.value, holmP: holmP,
        isClear: Claim.isCarried(by: holmP) && excludesZero())
    }
  }
}

extension Association {
  /// The association of pairs in order of time.
  init?(_ pairs: [RelationReport.Pair]) {
    self.init(x: pairs.map { Double($0.number) }, a: pairs.map(\.a), b: pairs.map(\.b))
  }

  /// Whether the interval of the detrended τ-b excludes 0.
  var excludesZero: Bool {
    detrendedBootstrap()?.interval?.excludesZero ?? false
  }
}

extension Interval {
  var excludesZero: Bool { low > 0 || high < 0 }
}
