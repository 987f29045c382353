import Core

extension Chart {
  /// The chart for a terminal, as rows of characters: dots over lines over shading. Weeks without a value
  /// have no dot.
  package func text(_ style: Style) -> String { TextChart(self, style: style).text }
}

/// A chart laid out in rows and columns.
private struct TextChart {
  private let chart: Chart
  private let style: Style
  private let axes: [ValueAxis?]
  private let margin: Int
  private let columns: [Int]
  private let spacing: Double

  init(_ chart: Chart, style: Style) {
    self.chart = chart
    self.style = style
    axes = chart.panels.map { panel in
      if case .fixed(let low, let high) = panel.scale {
        return ValueAxis(low: low, step: 1, ticks: Int(high - low) + 1)
      }
      return ValueAxis(panel, most: 7)
    }
    margin =
      axes.compactMap { axis in
        axis.flatMap { axis in (0..<axis.ticks).map { axis.label($0).utf8.count }.max() }
      }.max() ?? 0
    // Evenly spaced, at most seven columns apart. Weeks share a column only if there are more weeks than
    // columns.
    let share = Double(max(8, style.width - margin - 6)) / Double(max(1, chart.count))
    let spacing = share < 1 ? share : min(7, share.rounded(.down))
    self.spacing = spacing
    columns = (0..<chart.count).map { Int((Double($0) + 0.5) * spacing) }
  }

  private var end: Int { (columns.last ?? 0) + 1 }

  var text: String {
    var lines: [String] = []
    let marks = TextMarks(chart, columns: columns, room: style.width - margin - 2, style: style)
    var seen: [Set<Layer>] = []
    for (index, panel) in chart.panels.enumerated() {
      let marker = panel.shape.marker(style)
      let title = style.cut("\(marker) \(style.plain(panel.heading))", to: style.width)
      lines.append(style.tint(title, tint: panel.shape.tint))
      if index == 0 { lines += marks.labels.map { space(margin + 2) + $0 } }
      let rows = axes[index].map { cells(panel, axis: $0, marks: marks) } ?? []
      if let axis = axes[index] { lines += textLines(rows, panel: panel, axis: axis) }
      seen.append(Set(rows.joined().compactMap(\.self)))
    }
    lines += axisLines() + keyLines(seen) + marks.key
    return lines.map { $0 + "\n" }.joined()
  }

  /// The number of the week at a column, with a fraction between two weeks.
  private func x(of column: Int) -> Double {
    Double(chart.span.lowerBound) + (Double(column) + 0.5) / spacing - 0.5
  }

  /// The content of each cell of a panel, lowest row first.
  private func cells(_ panel: Chart.Panel, axis: ValueAxis, marks: TextMarks) -> [[Layer?]] {
    var cells = Array(repeating: [Layer?](repeating: nil, count: end), count: axis.ticks)
    let ranges = isCrowded ? ranges(panel) : [:]
    for column in 0..<end {
      let x = x(of: column)
      if let range = panel.band?.range(at: x) {
        for row in 0..<axis.ticks where axis.covers(range, row: row) { cells[row][column] = .band }
      }
      if let range = ranges[column] {
        for row in axis.tick(of: range.low)...axis.tick(of: range.high) {
          cells[row][column] = .range
        }
      }
      if let limits = panel.limits, column % 4 == 2 {
        for value in [limits.low, limits.centre, limits.high] {
          guard let row = axis.tickIfInside(value),
            cells[row][column] == nil || cells[row][column] == .range
          else { continue }
          cells[row][column] = .limit
        }
      }
      for row in 0..<axis.ticks {
        if let kind = marks.lines[column], cells[row][column] == nil {
          cells[row][column] = .mark(kind)
        }
      }
      for line in panel.lines where line.covers(x) {
        if let row = axis.tickIfInside(line.value(at: x)) {
          cells[row][column] = line.isSecond ? .second : .line
        }
      }
    }
    let dots = isCrowded ? [] : panel.points
    for (points, layer) in [(panel.smooth, Layer.smooth), (dots, Layer.dot)] {
      for point in points where chart.span.contains(point.x) {
        let isDot = layer == .dot
        let isSignal = isDot && panel.signals.contains(point.x)
        cells[axis.tick(of: point.value)][columns[point.x - chart.span.lowerBound]] =
          isSignal ? .signal : isDot && panel.isHollow(point) ? .hollow : layer
      }
    }
    for (column, range) in ranges { cells[axis.tick(of: range.median)][column] = .dot }
    return cells
  }

  private func textLines(_ cells: [[Layer?]], panel: Chart.Panel, axis: ValueAxis) -> [String] {
    cells.enumerated().reversed().map { row, cells in
      var cells = cells[...]
      while let last = cells.last, last == nil { cells.removeLast() }
      let dots = cells.map { $0.map { shown($0, shape: panel.shape) } ?? " " }.joined()
      let label = row % (axis.ticks > 8 ? 2 : 1) == 0 ? axis.label(row) : ""
      let tick = label.isEmpty ? style.pick("│", ascii: "|") : style.pick("┤", ascii: "+")
      return Style.pad(label, to: margin, right: true) + " " + tick + dots
    }
  }

  /// Whether so many weeks or days share a column that dots would fill the panel.
  private var isCrowded: Bool { spacing < 0.5 }

  /// For each column the lowest and the highest value, and the median.
  private func ranges(_ panel: Chart.Panel) -> [Int: (low: Double, median: Double, high: Double)] {
    var values: [Int: [Double]] = [:]
    for point in panel.points where chart.span.contains(point.x) {
      values[columns[point.x - chart.span.lowerBound], default: []].append(point.value)
    }
    return values.mapValues { found in
      let sorted = found.sorted()
      let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      return (sorted[0], median, sorted[sorted.count - 1])
    }
  }

  private func shown(_ layer: Layer, shape: Chart.Shape) -> String {
    switch layer {
    case .dot: style.tint(shape.marker(style), tint: shape.tint)
    case .hollow: style.tint(shape.hollowMarker(style), tint: shape.tint)
    default: style.tint(layer.symbol(style), tint: .faint)
    }
  }

  /// The time axis: a tick at each labelled week, with the label below.
  private func axisLines() -> [String] {
    var rule = [String](repeating: style.pick("─", ascii: "-"), count: end + 1)
    var labels = ""
    for (index, column) in columns.enumerated() {
      let label = label(chart.span.lowerBound + index)
      let start = max(0, column - 1)
      let fits = start + label.utf8.count <= rule.count + 2
      guard fits, start >= labels.utf8.count + (labels.isEmpty ? 0 : 1) else { continue }
      labels += String(repeating: " ", count: start - labels.utf8.count) + label
      rule[column] = style.pick("┴", ascii: "+")
    }
    return [
      space(margin + 1) + style.pick("└", ascii: "+") + rule.joined(), space(margin + 2) + labels,
    ]
  }

  /// Over more than a year, a week number or a date without its year would be ambiguous.
  private func label(_ x: Int) -> String {
    switch chart.step {
    case .week: chart.count > 53 ? chart.name(x) : Week(number: x).shortLabel
    case .day: chart.count > 365 ? chart.name(x) : String(chart.name(x).dropFirst(5))
    }
  }

  /// The legend for signs other than points, as far as they appear in each panel.
  private func keyLines(_ seen: [Set<Layer>]) -> [String] {
    var entries: [String] = []
    func add(_ symbol: String, label: String) {
      let entry = "\(symbol) \(style.plain(label))"
      if !entries.contains(entry) { entries.append(entry) }
    }
    for (panel, seen) in zip(chart.panels, seen) where !panel.points.isEmpty {
      if isCrowded {
        add(panel.shape.marker(style), label: "median of a column's \(chart.step)s")
        add(Layer.range.symbol(style), label: "lowest to highest of them")
      } else if panel.hasHollow {
        add(panel.shape.hollowMarker(style), label: "fewer than \(panel.fewest) entries")
      }
      for line in panel.lines {
        let layer: Layer = line.isSecond ? .second : .line
        if seen.contains(layer) { add(layer.symbol(style), label: line.label) }
      }
      if let band = panel.band, seen.contains(.band) {
        add(Layer.band.symbol(style), label: band.label)
      }
      if let limits = panel.limits, seen.contains(.limit) {
        add(Layer.limit.symbol(style), label: limits.label)
      }
      if seen.contains(.signal) { add(Layer.signal.symbol(style), label: "signal") }
      if seen.contains(.smooth) { add(Layer.smooth.symbol(style), label: panel.smoothLabel) }
    }
    return style.flow(entries)
  }

  private func space(_ count: Int) -> String { String(repeating: " ", count: count) }
}
