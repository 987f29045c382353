import Analytics

/// The vertical positions of a panel's values, and the drawing of the panel.
struct PanelFrame {
  let frame: ChartFrame
  let axis: ValueAxis?
  let top: Double
  let bottom: Double
  /// The baseline of the last line of its heading.
  let heading: Double
  let clip: String

  private func y(_ value: Double) -> Double {
    guard let axis else { return bottom }
    // Limited, because numbers far outside the panel exceed what a picture can hold.
    let part = max(-20, min(20, (value - axis.low) / (axis.high - axis.low)))
    return bottom - part * (bottom - top)
  }

  /// The background of the panel.
  func drawGrid(_ page: inout Drawing) {
    guard let axis else {
      page.line(x1: frame.left, y1: bottom, x2: frame.right, y2: bottom, look: "axis")
      return
    }
    for tick in 0..<axis.ticks {
      let place = y(axis.value(tick))
      page.line(
        x1: frame.left, y1: place, x2: frame.right, y2: place, look: tick == 0 ? "axis" : "grid")
      page.text(axis.label(tick), x: frame.left - 8, y: place + 4, anchor: .end, look: "dim")
    }
  }

  func draw(_ panel: Chart.Panel, chart: Chart, on page: inout Drawing) {
    let heading = frame.heading(panel)
    let middle = self.heading - 4.5 - Double(heading.count - 1) * 17
    page.path(
      Drawing.outline(panel.shape, x: frame.left + 5, y: middle, radius: 4.5),
      look: panel.shape.rawValue)
    for (index, line) in heading.enumerated() {
      let place = self.heading - Double(heading.count - 1 - index) * 17
      page.text(
        line, x: frame.left + 18, y: place, size: 13, anchor: .start, look: "label", isBold: true)
    }
    guard axis != nil else {
      page.text("no values", x: frame.left + 10, y: (top + bottom) / 2, anchor: .start, look: "dim")
      return
    }
    page.clip(clip, x: frame.left, y: top, width: frame.right - frame.left, height: bottom - top)
    drawLines(panel, on: &page)
    drawPoints(panel, chart: chart, on: &page)
  }

  private func drawLines(_ panel: Chart.Panel, on page: inout Drawing) {
    if let band = panel.band {
      let upper = band.places.map { (frame.x($0.x), y($0.high)) }
      let lower = band.places.reversed().map { (frame.x($0.x), y($0.low)) }
      page.path(upper + lower, look: "band", isClosed: true, clip: clip)
    }
    if let limits = panel.limits {
      for (value, look) in [
        (limits.low, "limit"), (limits.centre, "centre"), (limits.high, "limit"),
      ] {
        page.path([(frame.left, y(value)), (frame.right, y(value))], look: look, clip: clip)
      }
    }
    let smooth = panel.smooth.map { (frame.x(Double($0.x)), y($0.value)) }
    page.path(smooth, look: "smooth", clip: clip)
    for line in panel.lines {
      let ends = [Double(line.span.lowerBound), Double(line.span.upperBound)]
      page.path(ends.map { (frame.x($0), y(line.value(at: $0))) }, look: line.look, clip: clip)
    }
  }

  /// The points, joined where they are consecutive, so that gaps are visible.
  private func drawPoints(_ panel: Chart.Panel, chart: Chart, on page: inout Drawing) {
    let look = panel.shape.rawValue
    let points = panel.points.filter { chart.span.contains($0.x) }
    // A few points over a long time are drawn larger, to be visible.
    let radius = min(4.5, max(points.count < 100 ? 1.75 : 1.25, frame.pitch * 0.4))
    let placed = points.map { (x: frame.x(Double($0.x)), y: y(clamped($0.value))) }
    guard !frame.isDense else {
      let dots = thinned(placed).map { "M\(($0.x).px) \(($0.y).px)h0.01" }.joined()
      page.path(dots, look: "\(look)-dots p-dots-\(radius > 1.5 ? "wide" : "narrow")")
      return
    }
    var join = ""
    for index in points.indices.dropFirst() where points[index].x == points[index - 1].x + 1 {
      let (from, to) = (placed[index - 1], placed[index])
      join += "M\(from.x.px) \(from.y.px)L\(to.x.px) \(to.y.px)"
    }
    page.path(join, look: "\(look)-join")
    for (point, place) in zip(points, placed) where panel.signals.contains(point.x) {
      page.path(
        Drawing.outline(.circle, x: place.x, y: place.y, radius: radius + 4), look: "signal")
    }
    for (point, place) in zip(points, placed) {
      let hollow = panel.isHollow(point) ? "-hollow" : ""
      let n = point.n.map { ", n = \($0)" } ?? ""
      page.path(
        Drawing.outline(panel.shape, x: place.x, y: place.y, radius: radius), look: look + hollow,
        tip: "\(chart.name(point.x)): \(point.value.text())\(n)")
    }
  }

  private func clamped(_ value: Double) -> Double {
    guard let axis else { return value }
    return min(axis.high, max(axis.low, value))
  }

  /// For points that share a pixel column, the highest and the lowest, so that thousands of days stay
  /// readable and no extreme is lost.
  private func thinned(_ places: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    guard frame.pitch < 1 else { return places }
    var kept: [(x: Double, y: Double)] = []
    var index = 0
    while index < places.count {
      let column = places[index].x.rounded()
      var (low, high) = (places[index], places[index])
      while index < places.count, places[index].x.rounded() == column {
        if places[index].y < low.y { low = places[index] }
        if places[index].y > high.y { high = places[index] }
        index += 1
      }
      kept.append((column, low.y))
      if high.y > low.y { kept.append((column, high.y)) }
    }
    return kept
  }
}
