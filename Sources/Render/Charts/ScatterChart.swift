import Analytics

/// One series against another: a point for each week that has both, joined in order of time.
package struct ScatterChart: Picture {
  /// One of the two series.
  package struct Side: Sendable, Equatable {
    /// Its name.
    package let title: String
    /// Its unit, or an empty string.
    package let unit: String
    /// Whether it is pain, drawn on its full scale.
    package let isPain: Bool

    package init(_ title: String, unit: String, isPain: Bool = false) {
      (self.title, self.unit, self.isPain) = (title, unit, isPain)
    }

    var heading: String { unit.isEmpty ? title : "\(title), \(unit)" }

    func axis(_ values: [Double], most: Int) -> ValueAxis? {
      let panel = Chart.Panel(
        title: title, unit: unit, scale: isPain ? .fixed(0, 10) : .fitted, shape: .circle,
        points: values.enumerated().map { Chart.Point(x: $0, value: $1) })
      return ValueAxis(panel, most: most)
    }
  }

  /// A week that has both values.
  package struct Point: Sendable, Equatable {
    package let name: String
    /// The values.
    package let a, b: Double

    package init(_ name: String, a: Double, b: Double) {
      (self.name, self.a, self.b) = (name, a, b)
    }
  }

  /// The title.
  package let title: String
  /// The series on the horizontal axis.
  package let a: Side
  /// The series on the vertical axis.
  package let b: Side
  /// The points, in order of time.
  package let points: [Point]

  /// Points with a value that is not finite are left out.
  package init(title: String, a: Side, b: Side, points: [Point]) {
    (self.title, self.a, self.b) = (title, a, b)
    self.points = points.filter { $0.a.isFinite && $0.b.isFinite }
  }

  /// A description in words.
  package var summary: String {
    guard let first = points.first, let last = points.last else {
      return "\(b.heading) against \(a.heading): no pairs."
    }
    func place(_ point: Point) -> String { "\(point.a.text()) and \(point.b.text())" }
    return "\(b.heading) against \(a.heading): \(points.count) "
      + "\(points.count == 1 ? "pair" : "pairs"), first \(place(first)) (\(first.name)), last "
      + "\(place(last)) (\(last.name))."
  }

  /// The chart for a terminal; a digit shows how many points share a cell.
  package func text(_ style: Style) -> String {
    guard let across = a.axis(points.map(\.a), most: 11),
      let up = b.axis(points.map(\.b), most: 11)
    else { return "" }
    let margin = (0..<up.ticks).map { up.label($0).utf8.count }.max() ?? 0
    let labels = (0..<across.ticks).map(across.label)
    let widest = (labels.map(\.utf8.count).max() ?? 1) + 1
    let pitch = max(1, min(7, (style.width - margin - 4 - widest) / max(1, across.ticks - 1)))
    var counts = Array(
      repeating: [Int](repeating: 0, count: (across.ticks - 1) * pitch + 1), count: up.ticks)
    var ends: [[Int]: String] = [:]
    for (index, point) in points.enumerated() {
      let column = Int(((point.a - across.low) / across.step * Double(pitch)).rounded())
      let place = [up.tick(of: point.b), max(0, min(counts[0].count - 1, column))]
      counts[place[0]][place[1]] += 1
      if index == 0 { ends[place] = style.pick("○", ascii: "c") }
      if index > 0, index == points.count - 1 { ends[place] = style.pick("■", ascii: "x") }
    }
    var lines = [style.cut(style.plain(b.heading), to: style.width)]
    for row in counts.indices.reversed() {
      let cells = counts[row].enumerated().map { column, count in
        switch count {
        case 0: " "
        case 1: style.tint(ends[[row, column]] ?? style.pick("●", ascii: "o"), tint: .pain)
        default: style.tint(count > 9 ? "9" : "\(count)", tint: .pain)
        }
      }
      let label = Style.pad(up.label(row), to: margin, right: true)
      let end = (counts[row].lastIndex { $0 > 0 } ?? -1) + 1
      let dots = end > 0 ? " " + cells.prefix(end).joined() : ""
      lines.append("\(label) \(style.pick("┤", ascii: "+"))\(dots)")
    }
    var rule = [String](repeating: style.pick("─", ascii: "-"), count: counts[0].count + 2)
    var below = ""
    for (tick, label) in labels.enumerated() {
      let column = tick * pitch + 1
      let start = max(0, column - label.utf8.count / 2)
      guard start >= below.utf8.count + (below.isEmpty ? 0 : 1) else { continue }
      below += String(repeating: " ", count: start - below.utf8.count) + label
      rule[column] = style.pick("┴", ascii: "+")
    }
    let space = String(repeating: " ", count: margin + 1)
    lines.append(space + style.pick("└", ascii: "+") + rule.joined())
    lines.append(style.cut(space + " " + below, to: style.width))
    lines.append(style.cut("\(space)  \(style.plain(a.heading))", to: style.width))
    var key: [String] = []
    if let first = points.first {
      key.append("\(style.pick("○", ascii: "c")) first, \(first.name)")
    }
    if points.count > 1, let last = points.last {
      key.append("\(style.pick("■", ascii: "x")) last, \(last.name)")
    }
    if counts.joined().contains(where: { $0 > 1 }) { key.append("2-9 that many in one place") }
    return (lines + style.flow(key.map(style.plain))).map { $0 + "\n" }.joined()
  }
}
