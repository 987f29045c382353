import Analytics

extension ScatterChart {
  /// The chart as a drawing. The first point is hollow, the last one a square, and a thin line joins them in
  /// order of time.
  package func drawing(id: String) -> Drawing {
    var page = Drawing(width: 560, id: id)
    var y = page.title(title)
    y += 14
    for line in TextMetrics.lines(b.heading, size: 12, width: page.width - 32) {
      y += 16
      page.text(line, 16, y)
    }
    guard let across = a.axis(points.map(\.a), most: 7),
      let up = b.axis(points.map(\.b), most: 7)
    else {
      page.text("no pairs", 16, y + 30, .start, "dim")
      page.height = y + 50
      return page
    }
    let labels = (0..<up.ticks).map(up.label)
    let left = 24 + max(24, labels.map { TextMetrics.width(of: $0, size: 12) }.max() ?? 0)
    let right = page.width - 40
    let (top, bottom) = (y + 16, y + 16 + 360)
    func place(_ point: Point) -> (x: Double, y: Double) {
      let part = (point.a - across.low) / (across.high - across.low)
      let height = (point.b - up.low) / (up.high - up.low)
      return (
        left + min(1, max(0, part)) * (right - left),
        bottom - min(1, max(0, height)) * (bottom - top)
      )
    }
    for tick in 0..<up.ticks {
      let at = bottom - Double(tick) / Double(up.ticks - 1) * (bottom - top)
      page.line(left, at, right, at, tick == 0 ? "axis" : "grid")
      page.text(labels[tick], left - 8, at + 4, .end, "dim")
    }
    var end = 0.0
    for tick in 0..<across.ticks {
      let at = left + Double(tick) / Double(across.ticks - 1) * (right - left)
      page.line(at, top, at, bottom, tick == 0 ? "axis" : "grid")
      let half = TextMetrics.width(of: across.label(tick), size: 12) / 2
      guard at - half >= end, at + half <= page.width - 4 else { continue }
      page.text(across.label(tick), at, bottom + 18, .middle, "dim")
      end = at + half + 8
    }
    drawPoints(points.map(place), &page)
    y = bottom + 24
    for line in TextMetrics.lines(a.heading, size: 12, width: page.width - left - 16) {
      y += 16
      page.text(line, left, y)
    }
    var key = KeyLayout(y: y + 12, width: page.width - 32)
    if let first = points.first {
      key.add(.init(sign: .hollow(.circle), label: "first, \(first.name)"), &page)
    }
    if points.count > 1, let last = points.last {
      key.add(.init(sign: .point(.square), label: "last, \(last.name)"), &page)
    }
    page.height = key.bottom + 12
    return page
  }

  private func drawPoints(_ places: [(x: Double, y: Double)], _ page: inout Drawing) {
    let radius = places.count > 200 ? 2.5 : 4.5
    // With many points, the line would hide them.
    if places.count <= 60 { page.path(places, "way") }
    for index in places.indices {
      let isFirst = index == places.startIndex
      let isLast = index == places.endIndex - 1 && !isFirst
      let shape: Chart.Shape = isLast ? .square : .circle
      let point = points[index]
      page.path(
        Drawing.outline(
          shape, places[index].x, places[index].y, radius: isFirst || isLast ? 5.5 : radius),
        isFirst ? "circle-hollow" : shape.rawValue,
        tip: "\(point.name): \(point.a.text()), \(point.b.text())")
    }
  }
}
