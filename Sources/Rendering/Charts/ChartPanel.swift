import Reports

extension Chart {
  /// The shape of a series' points: together with the colour it tells series apart, also in print and
  /// for eyes that see few colours.
  public enum Shape: String, Sendable { case circle, diamond, square }

  /// The value of a week or day.
  public struct Point: Sendable, Equatable {
    /// The week's or the day's number.
    public let x: Int
    /// The value.
    public let value: Double
    /// Of how many entries it is made, where that is known.
    public let n: Int?

    /// A point.
    public init(x: Int, value: Double, n: Int? = nil) {
      self.x = x
      self.value = value
      self.n = n
    }

    /// The points of weeks or days in order from `start`, of which those with nil have none.
    public static func points(_ values: [Double?], n: [Int] = [], from start: Int) -> [Point] {
      values.enumerated().compactMap { index, value in
        value.map { Point(x: start + index, value: $0, n: index < n.count ? n[index] : nil) }
      }
    }
  }

  /// A straight line over a part of the axis.
  public struct Line: Sendable, Equatable {
    /// The value at `origin`.
    public let intercept: Double
    /// What a week or day adds.
    public let slope: Double
    /// The week or day that the intercept is for.
    public let origin: Int
    /// From where to where it is drawn.
    public let span: ClosedRange<Int>
    /// What it is, for the key.
    public let label: String

    /// A line.
    public init(
      intercept: Double, slope: Double, origin: Int, span: ClosedRange<Int>,
      label: String = "Theil–Sen line"
    ) {
      self.intercept = intercept
      self.slope = slope
      self.origin = origin
      self.span = span
      self.label = label
    }

    func value(at x: Double) -> Double { intercept + slope * (x - Double(origin)) }
  }

  /// A range around a line.
  public struct Band: Sendable, Equatable {
    /// Where the range is known; between these it goes straight.
    public struct Place: Sendable, Equatable {
      /// The week or day.
      public let x: Double
      /// The range there.
      public let low, high: Double
    }

    /// Where the range is known, in order.
    public let places: [Place]
    /// What it is, for the key.
    public let label: String

    /// A band from its ranges.
    public init(x: [Double], low: [Double], high: [Double], label: String = "95 % interval") {
      places = zip(x, zip(low, high)).map { Place(x: $0, low: $1.0, high: $1.1) }
      self.label = label
    }

    /// The range between two slopes through the middle of a line, or through its value at `centre`.
    public init(
      slopes: (low: Double, high: Double), of line: Line, centre: Double? = nil,
      label: String = "95 % interval of the slope"
    ) {
      let (first, last) = (Double(line.span.lowerBound), Double(line.span.upperBound))
      let centre = centre ?? (first + last) / 2
      let ends = [first, centre, last].map { x -> Place in
        let values = [slopes.low, slopes.high].map { line.value(at: centre) + $0 * (x - centre) }
        return Place(x: x, low: min(values[0], values[1]), high: max(values[0], values[1]))
      }
      places = ends
      self.label = label
    }

    /// The range at a place; nil outside of the band.
    func range(at x: Double) -> (low: Double, high: Double)? {
      guard let right = places.firstIndex(where: { $0.x >= x }) else { return nil }
      let after = places[right]
      guard right > 0 else { return after.x == x ? (after.low, after.high) : nil }
      let before = places[right - 1]
      let part = after.x > before.x ? (x - before.x) / (after.x - before.x) : 1
      return (
        before.low + part * (after.low - before.low),
        before.high + part * (after.high - before.high)
      )
    }
  }

  /// The centre and the limits of a control chart.
  public struct Limits: Sendable, Equatable {
    /// The centre and the limits.
    public let centre, low, high: Double
    /// What they are, for the key.
    public let label: String

    /// Limits.
    public init(
      centre: Double, low: Double, high: Double, label: String = "mean and control limits"
    ) {
      (self.centre, self.low, self.high, self.label) = (centre, low, high, label)
    }
  }

  /// Which values the vertical axis has.
  public enum Scale: Sendable, Equatable {
    /// All from one value to another, so that a small change looks small: pain has 0 to 10.
    case fixed(Double, Double)
    /// Those that occur.
    case fitted
  }

  /// One panel.
  public struct Panel: Sendable {
    /// The name of the series.
    public let title: String
    /// Its unit, or empty.
    public let unit: String
    /// Which values the vertical axis has.
    public let scale: Scale
    /// The shape of the points.
    public let shape: Shape
    /// The points, in order of time.
    public let points: [Point]
    /// Points made of fewer entries than this are drawn hollow.
    public var fewest = 0
    /// Straight lines.
    public var lines: [Line] = []
    /// A range around the line.
    public var band: Band?
    /// Limits of a control chart.
    public var limits: Limits?
    /// The weeks or days that the control chart signals.
    public var signals: [Int] = []
    /// A smoothed series.
    public var smooth: [Point] = []
    /// What the smoothed series is, for the key.
    public var smoothLabel = "smoothed (EWMA)"

    /// A panel with points alone; values that are not finite are left out.
    public init(title: String, unit: String, scale: Scale, shape: Shape, points: [Point]) {
      self.title = title
      self.unit = unit
      self.scale = scale
      self.shape = shape
      self.points = points.filter(\.value.isFinite).sorted { $0.x < $1.x }
    }

    /// The name with its unit.
    var heading: String { unit.isEmpty ? title : "\(title), \(unit)" }

    func summary(_ name: (Int) -> String) -> String {
      guard let first = points.first, let last = points.last else {
        return "\(heading): no values."
      }
      let values = points.map(\.value)
      return "\(heading): \(points.count) \(points.count == 1 ? "value" : "values"), first "
        + "\(number(first.value)) (\(name(first.x))), last \(number(last.value)) (\(name(last.x))), "
        + "lowest \(number(values.min() ?? 0)), highest \(number(values.max() ?? 0))."
    }
  }
}
