import RehabLog
import Reports

/// Panels of dots one above the other over the same weeks, so that one can be read against another.
/// Weeks without a value have no dot.
struct WeekChart {
  /// The vertical axis of a panel: the value of its lowest row, and what one row is worth.
  struct Axis {
    let low: Double
    let step: Double
    let rows: Int

    init(low: Double, step: Double, rows: Int) {
      self.low = low
      self.step = step
      self.rows = rows
    }

    /// The axis with round steps on which all values fit into at most `rows` rows; nil without any.
    init?(fitting values: [Double], rows: Int) {
      guard let least = values.min(), let most = values.max() else { return nil }
      for step in [1.0, 2, 5, 10, 20, 50, 100, 200, 500] {
        let low = (least / step).rounded(.down) * step
        let high = (most / step).rounded(.up) * step
        let needed = Int((high - low) / step) + 1
        if needed <= rows {
          // A flat line stands in the middle, not on the floor.
          let below = needed < 3 ? 1.0 : 0.0
          self.init(low: low - below * step, step: step, rows: max(3, needed))
          return
        }
      }
      return nil
    }

    func row(of value: Double) -> Int {
      min(rows - 1, max(0, Int(((value - low) / step).rounded())))
    }

    func label(_ row: Int) -> String { number(low + Double(row) * step, places: 1) }
  }

  /// One panel.
  struct Panel {
    let title: String
    let marker: String
    let tint: Style.Tint
    let values: [Double?]
    let axis: Axis
  }

  /// What stands on the axis under a week with a flare.
  static let flareMark = "▲"

  let weeks: [Week]
  let panels: [Panel]
  /// The weeks that are marked on the axis.
  var flares: Set<Week> = []

  func text(_ style: Style) -> String {
    let margin =
      panels.map { panel in
        (0..<panel.axis.rows).map { panel.axis.label($0).utf8.count }.max() ?? 0
      }.max() ?? 0
    let columns = self.columns(width: style.width - margin - 3)
    var lines: [String] = []
    for panel in panels {
      let title = style.cut("\(panel.marker) \(style.plain(panel.title))", to: style.width)
      lines.append(style.tint(title, panel.tint))
      lines += draw(panel, columns, margin, style)
    }
    return (lines + axisLines(columns, margin, style)).map { $0 + "\n" }.joined()
  }

  /// The column of each week: evenly spread, at most seven apart. Weeks share a column only where
  /// there are more of them than columns.
  private func columns(width: Int) -> [Int] {
    let share = Double(width - 3) / Double(max(1, weeks.count))
    let spacing = share < 1 ? share : min(7, share.rounded(.down))
    return weeks.indices.map { Int((Double($0) + 0.5) * spacing) }
  }

  private func draw(_ panel: Panel, _ columns: [Int], _ margin: Int, _ style: Style) -> [String] {
    (0..<panel.axis.rows).reversed().map { row in
      let end = (columns.last ?? 0) + 1
      var cells = [Bool](repeating: false, count: end)
      for (index, value) in panel.values.enumerated() {
        if let value, panel.axis.row(of: value) == row { cells[columns[index]] = true }
      }
      while cells.last == false { cells.removeLast() }
      let dots = cells.map { $0 ? style.tint(panel.marker, panel.tint) : " " }.joined()
      let label = row % (panel.axis.rows > 8 ? 2 : 1) == 0 ? panel.axis.label(row) : ""
      let tick = label.isEmpty ? style.pick("│", "|") : style.pick("┤", "+")
      return Style.pad(label, to: margin, right: true) + " " + tick + dots
    }
  }

  /// The axis of weeks: a tick at each labelled week, and the label under it. Weeks with a flare have
  /// a mark of their own.
  private func axisLines(_ columns: [Int], _ margin: Int, _ style: Style) -> [String] {
    var rule: [String] = Array(repeating: style.pick("─", "-"), count: (columns.last ?? 0) + 2)
    var labels = ""
    for (index, column) in columns.enumerated() {
      // Over more than a year a week's number alone would come twice.
      let label = weeks.count > 53 ? weeks[index].description : weeks[index].shortLabel
      let start = max(0, column - 1)
      let fits = start + label.utf8.count <= rule.count + 2
      guard fits, start >= labels.utf8.count + (labels.isEmpty ? 0 : 1) else { continue }
      labels += String(repeating: " ", count: start - labels.utf8.count) + label
      rule[column] = style.pick("┴", "+")
    }
    for (week, column) in zip(weeks, columns) where flares.contains(week) {
      rule[column] = style.plain(WeekChart.flareMark)
    }
    let space = String(repeating: " ", count: margin + 1)
    return [space + style.pick("└", "+") + rule.joined(), space + " " + labels]
  }
}
