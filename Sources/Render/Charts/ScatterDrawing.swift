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
      page.text(line, x: 16, y: y)
    }
    guard let across = a.axis(points.map(\.a), most: 7),
      let up = b.axis(points.map(\.b), most: 7)
    else {
      page.text("no pairs", x: 16, y: y + 30, anchor: .start, look: "dim")
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
      page.line(x1: left, y1: at, x2: right, y2: at, look: tick == 0 ? "axis" : "grid")
      page.text(labels[tick], x: left - 8, y: at + 4, anchor: .end, look: "dim")
    }
    var end = 0.0
    for tick in 0..<across.ticks {
      let at = left + Double(tick) / Double(across.ticks - 1) * (right - left)
      page.line(x1: at, y1: top, x2: at, y2: bottom, look: tick == 0 ? "axis" : "grid")
      let half = TextMetrics.width(of: across.label(tick), size: 12) / 2
      guard at - half >= end, at + half <= page.width - 4 else { continue }
      page.text(across.label(tick), x: at, y: bottom + 18, anchor: .middle, look: "dim")
      end = at + half + 8
    }
    drawPoints(points.map(place), on: &page)
    y = bottom + 24
    for line in TextMetrics.lines(a.heading, size: 12, width: page.width - left - 16) {
      y += 16
      page.text(line, x: left, y: y)
    }
    var key = KeyLayout(y: y + 12, width: page.width - 32)
    if let first = points.first {
      key.add(.init(sign: .hollow(.circle), label: "first, \(first.name)"), on: &page)
    }
    if points.count > 1, let last = points.last {
      key.add(.init(sign: .point(.square), label: "last, \(last.name)"), on: &page)
    }
    page.height = key.bottom + 12
    return page
  }

  private func drawPoints(_ places: [(x: Double, y: Double)], on page: inout Drawing) {
    let radius = places.count > 200 ? 2.5 : 4.5
    // With many points, the line would hide them.
    if places.count <= 60 { page.path(places, look: "way") }
    for index in places.indices {
      let isFirst = index == places.startIndex
      let isLast = index == places.endIndex - 1 && !isFirst
      let shape: Chart.Shape = isLast ? .square : .circle
      let point = points[index]
      page.path(
        Drawing.outline(
          shape, x: places[index].x, y: places[index].y, radius: isFirst || isLast ? 5.5 : radius),
        look: isFirst ? "circle-hollow" : shape.rawValue,
        tip: "\(point.name): \(point.a.text()), \(point.b.text())")
    }
  }
}
