import Core
import Statistics

extension TrendReport {
  /// One week or day with a value.
  public struct Point: Sendable, Equatable {
    /// The number of the week or day; see ``Step``.
    public let number: Int
    /// `2026-W36` or `2026-09-02`.
    public let label: String
    /// Weeks or days since the first point.
    public let x: Double
    /// The value in the unit of the series.
    public let value: Double
    /// How many ratings, days, visits or sessions it is made of.
    public let n: Int
    /// The moving average up to here.
    public let smoothed: Double
    /// Whether a flare touches it.
    public let isFlare: Bool
    /// The protocol and stage on it; of a week, on its Thursday.
    public let stay: Course.Stay?
  }

  /// The line of Theil and Sen.
  public struct Slope: Sendable, Equatable {
    /// In units of the series per week or day, as the points are.
    public let perStep: Double
    /// In units of the series per week.
    public let perWeek: Double
    /// The 95 % interval of `perWeek`; nil with fewer than 8 points.
    public let interval: Interval?
    /// The height of the line at the first point.
    public let intercept: Double
  }

  /// The control chart of the points (XmR).
  public struct Control: Sendable, Equatable {
    /// Something that calls for a look: a point beyond a limit, or 8 and more in a row on one side.
    public struct Signal: Sendable, Equatable {
      /// The points, by index; one where it is beyond a limit.
      public let indices: Range<Int>
      /// Whether it is a run within the limits.
      public let isRun: Bool
      /// Whether it lies above the centre.
      public let isAbove: Bool

      /// The point that makes it a signal, by index: the one beyond a limit, the 8th in a row.
      public var place: Int {
        isRun ? indices.lowerBound + ControlChart.shortestRun - 1 : indices.lowerBound
      }
    }

    /// The mean of the baseline.
    public let centre: Double
    /// The limits.
    public let limits: Interval
    /// The signals, by the point at which each starts.
    public let signals: [Signal]
    /// How many of the first points are the baseline.
    public let baseline: Int
    /// The moving ranges of neighbours in it that the limits come from.
    public let movingRanges: Int
  }

  /// Why there is no control chart.
  public enum NoControl: Error, Equatable {
    /// Fewer points than a baseline needs.
    case fewPoints
    /// So few points lie next to another in time, in all of the series.
    case fewNeighbours(Int)
    /// All neighbours in the baseline are alike, so that nothing says how far values scatter.
    case alike(baseline: Int)
  }
}

extension TrendReport.Slope {
  init(_ line: TheilSen, weeks: Double, isTested: Bool) {
    perStep = line.slope
    perWeek = line.slope * weeks
    interval =
      isTested
      ? Interval(low: line.interval.low * weeks, high: line.interval.high * weeks) : nil
    intercept = line.intercept
  }
}

extension TrendReport.Control {
  init(_ chart: ControlChart, baseline: Int) {
    (centre, limits, self.baseline) = (chart.centre, chart.limits, baseline)
    movingRanges = chart.movingRanges
    signals = chart.signals.map { signal in
      switch signal {
      case .beyondLimit(let index, let side):
        Signal(indices: index..<index + 1, isRun: false, isAbove: side == .above)
      case .run(let indices, let side):
        Signal(indices: indices, isRun: true, isAbove: side == .above)
      }
    }
  }
}

extension TrendReport {
  /// The control chart, or why there is none.
  static func control(x: [Double], y: [Double]) -> Result<Control, NoControl> {
    guard x.count >= leastBaseline else { return .failure(.fewPoints) }
    guard let holding = ControlChart.baseline(x: x, holding: fewestRanges) else {
      let ranges = zip(x, x.dropFirst()).count { $1 - $0 == 1 }
      return .failure(.fewNeighbours(ranges))
    }
    let baseline = max(leastBaseline, holding)
    guard let chart = ControlChart(x: x, y: y, baseline: 0..<baseline),
      chart.limits.high > chart.limits.low
    else { return .failure(.alike(baseline: baseline)) }
    return .success(Control(chart, baseline: baseline))
  }
}
