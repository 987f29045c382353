/// The content of a cell of a text chart.
enum Layer: Hashable {
  case dot, hollow, signal, range, line, second, smooth, limit, band
  case mark(Chart.Mark.Kind)

  func symbol(_ style: Style) -> String {
    switch self {
    case .dot: style.pick("●", ascii: "o")
    case .hollow: style.pick("○", ascii: "c")
    case .signal: style.pick("◎", ascii: "@")
    case .range: style.pick("│", ascii: "!")
    case .line: style.pick("·", ascii: ".")
    case .second: style.pick("+", ascii: "+")
    case .smooth: style.pick("~", ascii: "~")
    case .limit: style.pick("╌", ascii: "-")
    case .band: style.pick("░", ascii: ":")
    case .mark(.flare): style.pick("▏", ascii: ",")
    case .mark: style.pick("┊", ascii: "|")
    }
  }
}

extension Chart.Shape {
  func marker(_ style: Style) -> String {
    switch self {
    case .circle: style.pick("●", ascii: "o")
    case .diamond: style.pick("◆", ascii: "#")
    case .square: style.pick("■", ascii: "x")
    }
  }

  func hollowMarker(_ style: Style) -> String {
    switch self {
    case .circle: style.pick("○", ascii: "c")
    case .diamond: style.pick("◇", ascii: "<")
    case .square: style.pick("□", ascii: "n")
    }
  }

  var tint: Style.Tint {
    switch self {
    case .circle: .pain
    case .diamond: .range
    case .square: .other
    }
  }
}

extension Chart.Panel {
  /// Whether a point is made from too few entries.
  func isHollow(_ point: Chart.Point) -> Bool { (point.n ?? fewest) < fewest }

  var hasHollow: Bool { points.contains(where: isHollow) }
}

extension Chart.Line {
  func covers(_ x: Double) -> Bool {
    x >= Double(span.lowerBound) - 0.5 && x <= Double(span.upperBound) + 0.5
  }
}

extension ValueAxis {
  /// Whether a range covers the middle of a row, or lies within it.
  func covers(_ range: (low: Double, high: Double), row: Int) -> Bool {
    let value = value(row)
    return range.low < value + step / 2 && range.high > value - step / 2
      && (range.high - range.low >= step ? range.low <= value && value <= range.high : true)
  }
}

/// The marks of a text chart: labels above it, lines through it, and a legend below if the labels are
/// numbers.
struct TextMarks {
  /// The rows of labels.
  let labels: [String]
  /// The lines through the chart, by column.
  let lines: [Int: Chart.Mark.Kind]
  /// The texts of the numbers.
  let key: [String]

  /// - Parameter room: the number of columns beside the axis.
  init(_ chart: Chart, columns: [Int], room: Int, style: Style) {
    let first = chart.span.lowerBound
    let starts = chart.marks.map { mark in
      // Before the dot of its week, if there is room.
      let column = columns[mark.span.lowerBound - first]
      let before = mark.span.lowerBound > first ? columns[mark.span.lowerBound - first - 1] : -1
      return mark.kind == .flare ? column : max(before + 1, column - max(1, (column - before) / 2))
    }
    var lines: [Int: Chart.Mark.Kind] = [:]
    for (mark, start) in zip(chart.marks, starts) where mark.kind != .flare {
      lines[max(0, start)] = mark.kind
    }
    self.lines = lines
    let end = max(room, (columns.last ?? 0) + 2)
    let texts = chart.marks.map { style.plain($0.label) }
    let rows = LabelRows(
      texts, at: starts.map { Double(max(0, $0)) }, within: 0...Double(end), gap: 1, most: 3
    ) { Double(Style.columns($0)) }
    labels = (0..<rows.rows).map { row in
      rows.labels.filter { $0.row == row }.reduce(into: "") { line, label in
        let mark = chart.marks[label.index]
        var text = label.text
        if mark.kind == .flare {
          // As long as the flare.
          let last = columns[mark.span.upperBound - first]
          let next = rows.labels.first { $0.row == row && $0.start > label.start }?.start
          let room = min(last + 1, Int(next ?? Double(end)) - 1) - Int(label.start)
          while Style.columns(text) < room { text += style.pick("═", ascii: "=") }
        }
        line += String(repeating: " ", count: Int(label.start) - Style.columns(line)) + text
      }
    }.map { style.tint($0, tint: .faint) }
    guard rows.isNumbered else {
      key = []
      return
    }
    let entries = rows.labels.sorted { $0.index < $1.index }.map { label in
      let mark = chart.marks[label.index]
      let until = mark.span.count > 1 ? " to \(chart.name(mark.span.upperBound))" : ""
      return "\(label.text) \(style.plain(mark.label)), \(chart.name(mark.span.lowerBound))\(until)"
    }
    let missing = chart.marks.count - rows.labels.count
    let rest = missing > 0 ? ["\(missing) more have no room for a number"] : []
    key = style.flow(entries + rest).map { style.tint($0, tint: .faint) }
  }
}
