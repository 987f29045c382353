import Analytics

extension CandidateChart {
  /// The chart as a drawing: names on the left, a line from 0 to each point, numbers on the right.
  package func drawing(id: String) -> Drawing {
    var page = Drawing(width: ChartFrame.width, id: id)
    var y = page.title(title)
    if !rows.isEmpty { y = drawRows(&page, head: y + 30) }
    y += rows.isEmpty ? 10 : 14
    for note in remarks {
      for line in TextMetrics.lines(note, size: 12, width: page.width - 32) {
        y += 17
        page.text(line, x: 16, y: y, anchor: .start, look: rows.isEmpty ? "ink" : "dim")
      }
      y += 4
    }
    var key = KeyLayout(y: y + 10, width: page.width - 32)
    for item in keyItems { key.add(item, on: &page) }
    page.height = key.bottom + 12
    return page
  }

  /// The positions of the columns.
  private struct Columns {
    let left: Double
    let right: Double
    /// The right edges of the numbers.
    let value: Double, pairs: Double, p: Double

    func x(_ value: Double) -> Double {
      left + (min(1, max(-1, value)) + 1) / 2 * (right - left)
    }
  }

  private func drawRows(_ page: inout Drawing, head: Double) -> Double {
    let names = rows.map { TextMetrics.lines($0.name, size: 12, width: 190) }
    let widest = names.joined().map { TextMetrics.width(of: $0, size: 12) }.max() ?? 0
    let columns = Columns(
      left: 16 + max(60, widest) + 16, right: page.width - 212, value: page.width - 142,
      pairs: page.width - 90, p: page.width - 16)
    for (text, x) in [("tau-b", columns.value), ("pairs", columns.pairs), ("p (Holm)", columns.p)] {
      page.text(text, x: x, y: head, anchor: .end, look: "dim")
    }
    let top = head + 8
    let heights = names.map { 22 + 15 * Double(max(1, $0.count) - 1) }
    let bottom = top + heights.reduce(8, +)
    drawScale(&page, columns: columns, top: top, bottom: bottom)
    var y = top + 4
    for (index, row) in rows.enumerated() {
      let middle = y + heights[index] / 2
      for (place, line) in names[index].enumerated() {
        let shift = 15 * (Double(place) - Double(names[index].count - 1) / 2)
        page.text(line, x: 16, y: middle + 4 + shift)
      }
      page.line(x1: columns.x(0), y1: middle, x2: columns.x(row.value), y2: middle, look: "stem")
      page.path(
        Drawing.outline(
          row.shape, x: columns.x(row.value), y: middle, radius: row.isClear ? 5.5 : 4.5),
        look: row.shape.rawValue + (row.isClear ? "" : "-hollow"),
        tip: "\(row.name): \(row.value.text(places: 2))")
      for (text, x) in [
        (row.value.text(places: 2), columns.value), (row.pairs, columns.pairs),
        (row.p, columns.p),
      ] {
        page.text(
          text, x: x, y: middle + 4, anchor: .end, look: row.isClear ? "ink" : "dim",
          isBold: row.isClear)
      }
      y += heights[index]
    }
    return drawDirections(&page, columns: columns, bottom: bottom)
  }

  private func drawScale(
    _ page: inout Drawing, columns: Columns, top: Double, bottom: Double
  ) {
    for value in [-1, -0.5, 0, 0.5, 1] {
      let x = columns.x(value)
      page.line(x1: x, y1: top, x2: x, y2: bottom, look: value == 0 ? "axis" : "grid")
      page.text(value.text(places: 1), x: x, y: bottom + 17, anchor: .middle, look: "dim")
    }
    page.line(x1: columns.left, y1: bottom, x2: columns.right, y2: bottom, look: "axis")
  }

  /// The meaning of each direction, below each half.
  private func drawDirections(
    _ page: inout Drawing, columns: Columns, bottom: Double
  ) -> Double {
    let width = (columns.right - columns.left) / 2 - 12
    let places = [columns.x(-0.5), columns.x(0.5)]
    var end = bottom
    for (direction, x) in zip(["lower", "higher"], places) {
      let label = "\(direction) \(outcome) after more of it"
      for (index, line) in TextMetrics.lines(label, size: 12, width: width).enumerated() {
        let y = bottom + 36 + 16 * Double(index)
        page.text(line, x: x, y: y, anchor: .middle)
        end = max(end, y)
      }
    }
    return end
  }

  private var keyItems: [KeyLayout.Item] {
    var items: [KeyLayout.Item] = []
    for row in rows {
      let item = KeyLayout.Item(
        sign: row.isClear ? .point(row.shape) : .hollow(row.shape),
        label: row.isClear ? "\(row.kind) that stands out" : row.kind)
      if !items.contains(item) { items.append(item) }
    }
    return items.sorted { $0.label < $1.label }
  }
}
