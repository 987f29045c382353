import Core
import Statistics

extension TrendReport {
  /// From this serial correlation on it is mentioned: at .3 the test finds a trend in .107 of 16-week series
  /// without one, where it should in .05.
  static let highSerial = 0.3

  /// The conclusion about a trend.
  package enum Verdict: Sendable, Equatable {
    /// Fewer points than a line needs.
    case tooFew
    /// All values are this one.
    case constant(Double)
    /// Enough points for a line, too few for a test.
    case described(Slope)
    case tested(Outcome, Slope, Interval, MannKendall)
  }

  /// The outcome of the test and of the interval of the slope.
  package enum Outcome: Sendable, Equatable {
    /// A trend is claimed.
    case trend
    /// The test finds one, but not after adjusting for the serial correlation.
    case onlySerial
    /// The test finds one, but the interval of the slope includes 0.
    case flatSlope
    /// The test finds none.
    case none
  }

  package var verdict: Verdict {
    guard let slope, let first = points.first else { return .tooFew }
    if isConstant { return .constant(first.value) }
    guard let mannKendall, let interval = slope.interval else { return .described(slope) }
    return .tested(outcome(mannKendall, interval: interval), slope, interval, mannKendall)
  }

  private func outcome(_ test: MannKendall, interval: Interval) -> Outcome {
    guard Claim.isCarried(by: test.p.value) else { return .none }
    if let highSerial, !Claim.isCarried(by: highSerial.p) { return .onlySerial }
    return interval.excludesZero ? .trend : .flatSlope
  }

  /// Whether a trend is claimed.
  package var isClear: Bool {
    if case .tested(.trend, _, _, _) = verdict { return true }
    return false
  }

  private var isConstant: Bool { points.allSatisfy { $0.value == points.first?.value } }

  /// The lag-1 correlation and the adjusted p, where it is high enough to mention.
  package var highSerial: (lag1: Double, p: Double)? {
    guard let serial, serial.lag1 >= TrendReport.highSerial, let serialP else { return nil }
    return (serial.lag1, serialP.value)
  }

  /// Why there is no serial correlation.
  package enum NoSerial: Sendable, Equatable {
    /// Too few points.
    case fewPoints
    /// Too few neighbouring points.
    case fewNeighbours(needed: Int, found: Int)
    /// All points lie on the line.
    case noResiduals
  }

  /// Nil where there is a serial correlation.
  package var noSerial: NoSerial? {
    guard serial == nil else { return nil }
    guard points.count >= TrendReport.fewestForTest else { return .fewPoints }
    let found = zip(points, points.dropFirst()).count { $1.x - $0.x == 1 }
    let needed = SerialCorrelation.smallestPairs
    return found < needed ? .fewNeighbours(needed: needed, found: found) : .noResiduals
  }

  /// A number that is missing although there are enough points for a test.
  package enum Missing: Sendable, Equatable {
    /// The serial correlation and the control limits, because all values are equal.
    case allConstant
    case serial(NoSerial)
    case control(NoControl)
  }

  package var missing: [Missing] {
    guard points.count >= TrendReport.fewestForTest else { return [] }
    guard !isConstant else { return [.allConstant] }
    return [noSerial.map { .serial($0) }, noControl.map { .control($0) }].compactMap(\.self)
  }
}
