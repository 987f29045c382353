extension Chart {
  /// The chart as a drawing: title, mark labels, panels, one shared time axis, and a legend.
  package func drawing(id: String) -> Drawing {
    var page = Drawing(width: ChartFrame.width, id: id)
    var y = page.title(title)
    y += 8
    let axes = panels.map { ValueAxis($0, most: 7) }
    let frame = ChartFrame(self, axes)
    let labels = frame.labels(marks)
    guard !panels.isEmpty else {
      for line in placeholder.flatMap({ TextMetrics.lines($0, size: 12, width: page.width - 32) }) {
        y += 18
        page.text(line, 16, y, .start, "dim")
      }
      page.height = y + 16
      return page
    }
    let panelFrames = place(frame, axes, labels, &y)
    let (top, bottom) = (panelFrames[0].top, y)
    let heads = (0..<labels.rows).map { top - 6 - 17 * Double(labels.rows - 1 - $0) }
    let tops = labels.labels.reduce(into: [Int: Double]()) { $0[$1.index] = heads[$1.row] + 3 }
    page.hatch("flare")
    for panelFrame in panelFrames { panelFrame.drawGrid(&page) }
    drawMarks(&page, frame, tops, panelFrames)
    for (panel, panelFrame) in zip(panels, panelFrames) { panelFrame.draw(panel, self, &page) }
    for label in labels.labels {
      page.text(label.text, label.start + 2, heads[label.row], size: 12, .start, "label")
    }
    y = drawTime(&page, frame, bottom)
    y = drawKey(&page, y, labels, frame)
    page.height = y + 12
    return page
  }

  /// Places the panels below each other from `y`, and moves `y` to the end of the last one.
  private func place(
    _ frame: ChartFrame, _ axes: [ValueAxis?], _ labels: LabelRows, _ y: inout Double
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
    _ page: inout Drawing, _ frame: ChartFrame, _ tops: [Int: Double],
    _ panels: [PanelFrame]
  ) {
    for (index, mark) in marks.enumerated() {
      let start = frame.x(Double(mark.span.lowerBound) - 0.5)
      let top = tops[index] ?? panels[0].top
      if mark.kind == .flare {
        let width = max(2, frame.x(Double(mark.span.upperBound) + 0.5) - start)
        for panel in panels {
          page.rect(start, panel.top, width, panel.bottom - panel.top, "flare", fill: "flare")
        }
      }
      // Panel headings lie between the panels, and no line crosses a heading.
      let parts = mark.kind == .flare ? [] : panels.map { ($0.top, $0.bottom) }
      let first = (top, parts.first?.1 ?? panels[0].top)
      for (from, to) in [first] + parts.dropFirst() where to > from {
        page.line(start, from, start, to, mark.kind.look)
      }
    }
  }

  private func drawTime(_ page: inout Drawing, _ frame: ChartFrame, _ bottom: Double) -> Double {
    let ticks = TimeTicks(step, span, most: Int((frame.right - frame.left) / 52)).ticks
    for tick in ticks {
      let x = frame.x(Double(tick.x))
      page.line(x, bottom, x, bottom + 5, "axis")
      let half = TextMetrics.width(of: tick.label, size: 12) / 2
      page.text(tick.label, min(max(x, half + 4), page.width - half - 4), bottom + 19, .middle)
      if let year = tick.year { page.text(year, x, bottom + 34, .middle, "dim") }
    }
    return bottom + (ticks.contains { $0.year != nil } ? 40 : 25)
  }

  /// The legend, and the texts of numbered marks.
  private func drawKey(_ page: inout Drawing, _ y: Double, _ labels: LabelRows, _ frame: ChartFrame)
    -> Double
  {
    var key = KeyLayout(y: y + 8, width: page.width - 32)
    for item in keyItems(frame) { key.add(item, &page) }
    guard labels.isNumbered else { return key.bottom }
    for number in labels.labels.sorted(by: { $0.index < $1.index }) {
      let mark = marks[number.index]
      let until = mark.span.count > 1 ? " to \(name(mark.span.upperBound))" : ""
      let label = "\(mark.label), \(name(mark.span.lowerBound))\(until)"
      key.add(.init(sign: .number(number.text), label: label), &page)
    }
    let missing = marks.count - labels.labels.count
    if missing > 0 {
      key.add(.init(sign: .number("…"), label: "\(missing) more without a number"), &page)
    }
    return key.bottom
  }

  private func keyItems(_ frame: ChartFrame) -> [KeyLayout.Item] {
    var items: [KeyLayout.Item] = []
    func add(_ sign: KeyLayout.Sign, _ label: String) {
      let item = KeyLayout.Item(sign: sign, label: label)
      if !items.contains(item) { items.append(item) }
    }
    for panel in panels where !panel.points.isEmpty {
      if panel.hasHollow, !frame.isDense {
        add(.hollow(panel.shape), "fewer than \(panel.fewest) entries")
      }
      for line in panel.lines { add(.line(line.look), line.label) }
      if let band = panel.band { add(.area("band"), band.label) }
      if let limits = panel.limits { add(.limits, limits.label) }
      if !panel.signals.isEmpty, !frame.isDense { add(.signal, "signal") }
      if !panel.smooth.isEmpty { add(.line("smooth"), panel.smoothLabel) }
    }
    for (kind, label) in [
      (Mark.Kind.stage, "stage change"), (.split, "split"), (.method, "another method"),
    ] where marks.contains(where: { $0.kind == kind }) {
      add(.line(kind.look), label)
    }
    if marks.contains(where: { $0.kind == .flare }) { add(.area("flare"), "flare") }
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
