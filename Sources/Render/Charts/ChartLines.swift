extension Chart {
  /// A straight line over part of the time axis.
  package struct Line: Sendable, Equatable {
    /// The value at `origin`.
    package let intercept: Double
    /// The change per week or day.
    package let slope: Double
    /// The week or day at which the intercept applies.
    package let origin: Int
    /// The weeks or days over which it is drawn.
    package let span: ClosedRange<Int>
    /// Its label in the legend.
    package let label: String
    /// Whether it is the second line of a panel, drawn differently from the first.
    package let isSecond: Bool

    var look: String { isSecond ? "second" : "line" }

    package init(
      intercept: Double, slope: Double, origin: Int, span: ClosedRange<Int>,
      label: String = "Theil–Sen line", isSecond: Bool = false
    ) {
      self.isSecond = isSecond
      self.intercept = intercept
      self.slope = slope
      self.origin = origin
      self.span = span
      self.label = label
    }

    func value(at x: Double) -> Double { intercept + slope * (x - Double(origin)) }
  }

  /// A range around a line.
  package struct Band: Sendable, Equatable {
    /// A point where the range is known; between points it is interpolated.
    package struct Place: Sendable, Equatable {
      /// The week or day.
      package let x: Double
      /// The range there.
      package let low, high: Double
    }

    /// The known points, in order.
    package let places: [Place]
    /// Its label in the legend.
    package let label: String

    package init(x: [Double], low: [Double], high: [Double], label: String = "95 % interval") {
      places = zip(x, zip(low, high)).map { Place(x: $0, low: $1.0, high: $1.1) }
      self.label = label
    }

    /// The range between two slopes through the middle of a line, or through its value at `centre`.
    package init(
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

    /// The range at `x`; nil outside the band.
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
  package struct Limits: Sendable, Equatable {
    /// The centre and the limits.
    package let centre, low, high: Double
    /// Their label in the legend.
    package let label: String

    package init(
      centre: Double, low: Double, high: Double, label: String = "mean and control limits"
    ) {
      (self.centre, self.low, self.high, self.label) = (centre, low, high, label)
    }
  }
}
