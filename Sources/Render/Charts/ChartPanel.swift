import Analytics

extension Chart {
  /// The shape of a series' points. With the colour it tells series apart, also in print and for colour-blind
  /// readers.
  package enum Shape: String, Sendable { case circle, diamond, square }

  /// The value for a week or day.
  package struct Point: Sendable, Equatable {
    /// The number of the week or day.
    package let x: Int
    package let value: Double
    /// How many entries it is made from, where known.
    package let n: Int?

    package init(x: Int, value: Double, n: Int? = nil) {
      self.x = x
      self.value = value
      self.n = n
    }

    /// Points for consecutive weeks or days from `start`; nil values have no point.
    package static func points(_ values: [Double?], n: [Int] = [], from start: Int) -> [Point] {
      values.enumerated().compactMap { index, value in
        value.map { Point(x: start + index, value: $0, n: index < n.count ? n[index] : nil) }
      }
    }
  }

  /// The range of the vertical axis.
  package enum Scale: Sendable, Equatable {
    /// A fixed range, so that a small change looks small: 0 to 10 for pain.
    case fixed(Double, Double)
    /// The range of the values.
    case fitted
  }

  package struct Panel: Sendable {
    /// The name of the series.
    package let title: String
    /// Its unit, or an empty string.
    package let unit: String
    /// The range of the vertical axis.
    package let scale: Scale
    /// The shape of the points.
    package let shape: Shape
    /// The points, in order of time.
    package let points: [Point]
    /// Points from fewer entries than this are hollow.
    package var fewest = 0
    /// Straight lines.
    package var lines: [Line] = []
    /// A range around the line.
    package var band: Band?
    /// The limits of a control chart.
    package var limits: Limits?
    /// The weeks or days outside the control limits.
    package var signals: [Int] = []
    /// A smoothed series.
    package var smooth: [Point] = []
    /// The label of the smoothed series in the legend.
    package var smoothLabel = "smoothed (EWMA)"

    /// A panel with points only; values that are not finite are left out.
    package init(title: String, unit: String, scale: Scale, shape: Shape, points: [Point]) {
      self.title = title
      self.unit = unit
      self.scale = scale
      self.shape = shape
      self.points = points.filter(\.value.isFinite).sorted { $0.x < $1.x }
    }

    /// The title with the unit.
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
