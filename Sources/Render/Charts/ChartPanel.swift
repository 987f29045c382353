import Analytics

extension Chart {
  /// The shape of a series' points: together with the colour it tells series apart, also in print and
  /// for eyes that see few colours.
  package enum Shape: String, Sendable { case circle, diamond, square }

  /// The value of a week or day.
  package struct Point: Sendable, Equatable {
    /// The week's or the day's number.
    package let x: Int
    package let value: Double
    /// Of how many entries it is made, where that is known.
    package let n: Int?

    package init(x: Int, value: Double, n: Int? = nil) {
      self.x = x
      self.value = value
      self.n = n
    }

    /// The points of weeks or days in order from `start`, of which those with nil have none.
    package static func points(_ values: [Double?], n: [Int] = [], from start: Int) -> [Point] {
      values.enumerated().compactMap { index, value in
        value.map { Point(x: start + index, value: $0, n: index < n.count ? n[index] : nil) }
      }
    }
  }

  /// Which values the vertical axis has.
  package enum Scale: Sendable, Equatable {
    /// All from one value to another, so that a small change looks small: pain has 0 to 10.
    case fixed(Double, Double)
    /// Those that occur.
    case fitted
  }

  package struct Panel: Sendable {
    /// The name of the series.
    package let title: String
    /// Its unit, or empty.
    package let unit: String
    /// Which values the vertical axis has.
    package let scale: Scale
    /// The shape of the points.
    package let shape: Shape
    /// The points, in order of time.
    package let points: [Point]
    /// Points made of fewer entries than this are drawn hollow.
    package var fewest = 0
    /// Straight lines.
    package var lines: [Line] = []
    /// A range around the line.
    package var band: Band?
    /// Limits of a control chart.
    package var limits: Limits?
    /// The weeks or days that the control chart signals.
    package var signals: [Int] = []
    /// A smoothed series.
    package var smooth: [Point] = []
    /// What the smoothed series is, for the key.
    package var smoothLabel = "smoothed (EWMA)"

    /// A panel with points alone; values that are not finite are left out.
    package init(title: String, unit: String, scale: Scale, shape: Shape, points: [Point]) {
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
        + "\(first.value.text()) (\(name(first.x))), last \(last.value.text()) (\(name(last.x))), "
        + "lowest \((values.min() ?? 0).text()), highest \((values.max() ?? 0).text())."
    }
  }
}
