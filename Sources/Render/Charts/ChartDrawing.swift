extension Chart {
  /// The chart as a drawing: title, mark labels, panels, one shared time axis, and a legend.
  package func drawing(id: String) -> Drawing {
    var page = Drawing(width: ChartFrame.width, id: id)
    var y = page.title(title)
    y += 8
    let axes = panels.map { ValueAxis($0, most: 7) }
    let frame = ChartFrame(self, axes: axes)
    let labels = frame.labels(marks)
    guard !panels.isEmpty else {
      for line in placeholder.flatMap({ TextMetrics.lines($0, size: 12, width: page.width - 32) }) {
        y += 18
        page.text(line, x: 16, y: y, anchor: .start, look: "dim")
      }
      page.height = y + 16
      return page
    }
    let panelFrames = place(frame, axes: axes, labels: labels, y: &y)
    let (top, bottom) = (panelFrames[0].top, y)
    let heads = (0..<labels.rows).map { top - 6 - 17 * Double(labels.rows - 1 - $0) }
    let tops = labels.labels.reduce(into: [Int: Double]()) { $0[$1.index] = heads[$1.row] + 3 }
    page.hatch("flare")
    for panelFrame in panelFrames { panelFrame.drawGrid(&page) }
    drawMarks(&page, frame: frame, tops: tops, panels: panelFrames)
    for (panel, panelFrame) in zip(panels, panelFrames) {
      panelFrame.draw(panel, chart: self, on: &page)
    }
    for label in labels.labels {
      page.text(
        label.text, x: label.start + 2, y: heads[label.row], size: 12, anchor: .start, look: "label"
      )
    }
    y = drawTime(&page, frame: frame, bottom: bottom)
    y = drawKey(&page, y: y, labels: labels, frame: frame)
    page.height = y + 12
    return page
  }

  /// Places the panels below each other from `y`, and moves `y` to the end of the last one.
  private func place(
    _ frame: ChartFrame, axes: [ValueAxis?], labels: LabelRows, y: inout Double
  ) -> [PanelFrame] {
    let height = panels.count > 1 ? 168.0 : 240.0
    return panels.enumerated().map { index, panel in
      // Mark labels go between the heading of the first panel and its values.
      let rows = index == 0 ? labels.rows : 0
      let below = rows > 0 ? 13 + 17 * Double(rows) : 10
      let top = y + 17 * Double(frame.heading(panel).count) + below + 4
      y = top + height
      defer { if index < panels.count - 1 { y += 10 } }
      return PanelFrame(
        frame: frame, axis: axes[index], top: top, bottom: y, heading: top - below,
        clip: "clip\(index + 1)")
    }
  }

  /// Flares as hatched areas, changes as lines through all panels.
  private func drawMarks(
    _ page: inout Drawing, frame: ChartFrame, tops: [Int: Double],
    panels: [PanelFrame]
  ) {
    for (index, mark) in marks.enumerated() {
      let start = frame.x(Double(mark.span.lowerBound) - 0.5)
      let top = tops[index] ?? panels[0].top
      if mark.kind == .flare {
        let width = max(2, frame.x(Double(mark.span.upperBound) + 0.5) - start)
        for panel in panels {
          page.rect(
            x: start, y: panel.top, width: width, height: panel.bottom - panel.top, look: "flare",
            fill: "flare")
        }
      }
      // Panel headings lie between the panels, and no line crosses a heading.
      let parts = mark.kind == .flare ? [] : panels.map { ($0.top, $0.bottom) }
      let first = (top, parts.first?.1 ?? panels[0].top)
      for (from, to) in [first] + parts.dropFirst() where to > from {
        page.line(x1: start, y1: from, x2: start, y2: to, look: mark.kind.look)
      }
    }
  }

  private func drawTime(_ page: inout Drawing, frame: ChartFrame, bottom: Double) -> Double {
    let ticks = TimeTicks(step, span: span, most: Int((frame.right - frame.left) / 52)).ticks
    for tick in ticks {
      let x = frame.x(Double(tick.x))
      page.line(x1: x, y1: bottom, x2: x, y2: bottom + 5, look: "axis")
      let half = TextMetrics.width(of: tick.label, size: 12) / 2
      page.text(
        tick.label, x: min(max(x, half + 4), page.width - half - 4), y: bottom + 19, anchor: .middle
      )
      if let year = tick.year {
        page.text(year, x: x, y: bottom + 34, anchor: .middle, look: "dim")
      }
    }
    return bottom + (ticks.contains { $0.year != nil } ? 40 : 25)
  }

  /// The legend, and the texts of numbered marks.
  private func drawKey(_ page: inout Drawing, y: Double, labels: LabelRows, frame: ChartFrame)
    -> Double
  {
    var key = KeyLayout(y: y + 8, width: page.width - 32)
    for item in keyItems(frame) { key.add(item, on: &page) }
    guard labels.isNumbered else { return key.bottom }
    for number in labels.labels.sorted(by: { $0.index < $1.index }) {
      let mark = marks[number.index]
      let until = mark.span.count > 1 ? " to \(name(mark.span.upperBound))" : ""
      let label = "\(mark.label), \(name(mark.span.lowerBound))\(until)"
      key.add(.init(sign: .number(number.text), label: label), on: &page)
    }
    let missing = marks.count - labels.labels.count
    if missing > 0 {
      key.add(.init(sign: .number("…"), label: "\(missing) more without a number"), on: &page)
    }
    return key.bottom
  }

  private func keyItems(_ frame: ChartFrame) -> [KeyLayout.Item] {
    var items: [KeyLayout.Item] = []
    func add(_ sign: KeyLayout.Sign, label: String) {
      let item = KeyLayout.Item(sign: sign, label: label)
      if !items.contains(item) { items.append(item) }
    }
    for panel in panels where !panel.points.isEmpty {
      if panel.hasHollow, !frame.isDense {
        add(.hollow(panel.shape), label: "fewer than \(panel.fewest) entries")
      }
      for line in panel.lines { add(.line(line.look), label: line.label) }
      if let band = panel.band { add(.area("band"), label: band.label) }
      if let limits = panel.limits { add(.limits, label: limits.label) }
      if !panel.signals.isEmpty, !frame.isDense { add(.signal, label: "signal") }
      if !panel.smooth.isEmpty { add(.line("smooth"), label: panel.smoothLabel) }
    }
    for (kind, label) in [
      (Mark.Kind.stage, "stage change"), (.split, "split"), (.method, "another method"),
    ] where marks.contains(where: { $0.kind == kind }) {
      add(.line(kind.look), label: label)
    }
    if marks.contains(where: { $0.kind == .flare }) { add(.area("flare"), label: "flare") }
    return items
  }
}

extension Chart.Mark.Kind {
  var look: String {
    switch self {
    case .stage: "stage"
    case .split: "split"
    case .method: "method"
    case .flare: "flare"
    }
  }
}
