import Core
import Statistics

extension TrendReport {
  /// One week or day with a value.
  package struct Point: Sendable, Equatable {
    /// The number of the week or day; see ``Step``.
    package let number: Int
    /// `2026-W36` or `2026-09-02`.
    package let label: String
    /// Weeks or days since the first point.
    package let x: Double
    /// The value in the unit of the series.
    package let value: Double
    /// How many ratings, days, measurements or sessions it is made from.
    package let n: Int
    /// The moving average at this point.
    package let smoothed: Double
    /// Whether it overlaps a flare.
    package let isFlare: Bool
    /// The protocol and stage; for a week, on its Thursday.
    package let stageInterval: ProtocolHistory.StageInterval?
  }

  /// The Theil–Sen line.
  package struct Slope: Sendable, Equatable {
    /// In units of the series per week or day, as the points are.
    package let perStep: Double
    /// In units of the series per week.
    package let perWeek: Double
    /// The 95 % interval of `perWeek`; nil with fewer than 8 points.
    package let interval: Interval?
    /// The value of the line at the first point.
    package let intercept: Double
  }

  /// The control chart of the points (XmR).
  package struct Control: Sendable, Equatable {
    /// A point beyond a limit, or a run of 8 or more on one side.
    package struct Signal: Sendable, Equatable {
      /// The points, by index; one for a point beyond a limit.
      package let indices: Range<Int>
      /// Whether it is a run within the limits.
      package let isRun: Bool
      /// Whether it is above the centre.
      package let isAbove: Bool

      /// The point that makes it a signal, by index: the one beyond a limit, or the 8th of a run.
      package var place: Int {
        isRun ? indices.lowerBound + ControlChart.shortestRun - 1 : indices.lowerBound
      }
    }

    /// The mean of the baseline.
    package let centre: Double
    /// The limits.
    package let limits: Interval
    /// The signals, by the point at which each starts.
    package let signals: [Signal]
    /// How many of the first points are the baseline.
    package let baseline: Int
    /// The moving ranges between neighbours in it, from which the limits are computed.
    package let movingRanges: Int
  }

  /// Why there is no control chart.
  package enum NoControl: Error, Equatable {
    /// Fewer points than a baseline needs.
    case fewPoints
    /// The series has only this many neighbouring points.
    case fewNeighbours(Int)
    /// All neighbours in the baseline are equal, so the spread is unknown.
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
