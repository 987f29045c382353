import RehabLog
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
    /// The protocol and stage on its last day that had one.
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
    }

    /// The mean of the baseline.
    public let centre: Double
    /// The limits.
    public let limits: Interval
    /// The signals, by the point at which each starts.
    public let signals: [Signal]
    /// How many of the first points are the baseline.
    public let baseline: Int
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
  init(_ chart: ControlChart) {
    (centre, limits, baseline) = (chart.centre, chart.limits, TrendReport.baseline)
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
