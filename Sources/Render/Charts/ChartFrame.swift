/// The horizontal positions of a chart's weeks or days.
struct ChartFrame {
  /// The width of every chart, which fits A4 and Letter.
  static let width = 760.0

  let left: Double
  let right: Double
  private let first: Double
  private let step: Double

  init(_ chart: Chart, axes: [ValueAxis?]) {
    let widest =
      axes.compactMap { axis in
        axis.flatMap { axis in
          (0..<axis.ticks).map { TextMetrics.width(of: axis.label($0), size: 12) }.max()
        }
      }.max() ?? 0
    left = 16 + max(24, widest) + 8
    // A few weeks are not stretched over the full width.
    let room = ChartFrame.width - 20 - left
    let wanted = max(300, Double(chart.count) * 72)
    right = left + min(room, wanted)
    first = Double(chart.span.lowerBound) - 0.5
    step = (right - left) / max(Double(chart.count), 300 / 72)
  }

  /// Pixels per week or day.
  var pitch: Double { step }
  /// Whether points are so close that they are drawn as small dots.
  var isDense: Bool { step * 0.4 <= 2 }

  func x(_ place: Double) -> Double { left + (place - first) * step }

  /// A panel's heading, in as many lines as it needs.
  func heading(_ panel: Chart.Panel) -> [String] {
    TextMetrics.lines(
      panel.heading, size: 13 * TextMetrics.boldness,
      width: ChartFrame.width - left - 34)
  }

  func labels(_ marks: [Chart.Mark]) -> LabelRows {
    LabelRows(
      marks.map { Style.sanitized($0.label) },
      at: marks.map { x(Double($0.span.lowerBound) - 0.5) },
      within: left...(ChartFrame.width - 18), gap: 10, most: 4
    ) { TextMetrics.width(of: $0, size: 12) }
  }
}

/// The legend of a picture: signs with their labels, as many per line as fit.
struct KeyLayout {
  /// The sign before a label.
  enum Sign: Equatable {
    case point(Chart.Shape)
    case hollow(Chart.Shape)
    case line(String)
    case area(String)
    case limits, signal
    case number(String)
    case cell(HeatStrip.Level)
  }

  /// A sign with its label.
  struct Item: Equatable {
    let sign: Sign
    let label: String
  }

  private var x = 16.0
  private var y: Double
  private let width: Double
  private var isEmpty = true

  init(y: Double, width: Double) {
    (self.y, self.width) = (y, width)
  }

  /// Its lower edge.
  var bottom: Double { isEmpty ? y - 8 : y + 18 }

  mutating func add(_ item: Item, on page: inout Drawing) {
    for (index, text) in TextMetrics.lines(item.label, size: 12, width: width - 34).enumerated() {
      let needed = 34 + TextMetrics.width(of: text, size: 12)
      if !isEmpty, index > 0 || x + needed > 16 + width {
        x = 16
        y += 18
      }
      if index == 0 { sign(item.sign, on: &page) }
      page.text(text, x: x + 34, y: y + 13)
      x += needed + 18
      isEmpty = false
    }
  }

  private func sign(_ sign: Sign, on page: inout Drawing) {
    let middle = y + 9
    switch sign {
    case .point(let shape):
      page.path(Drawing.outline(shape, x: x + 14, y: middle, radius: 4.5), look: shape.rawValue)
    case .hollow(let shape):
      page.path(
        Drawing.outline(shape, x: x + 14, y: middle, radius: 4), look: "\(shape.rawValue)-hollow")
    case .line(let look): page.line(x1: x, y1: middle, x2: x + 28, y2: middle, look: look)
    case .area("flare"):
      page.rect(x: x, y: middle - 5, width: 28, height: 10, look: "flare", fill: "flare")
    case .area(let look): page.rect(x: x, y: middle - 5, width: 28, height: 10, look: look)
    case .limits:
      page.line(x1: x, y1: middle - 4, x2: x + 28, y2: middle - 4, look: "limit")
      page.line(x1: x, y1: middle + 3, x2: x + 28, y2: middle + 3, look: "centre")
    case .signal:
      page.path(Drawing.outline(.circle, x: x + 14, y: middle, radius: 6.5), look: "signal")
    case .number(let text): page.text(text, x: x + 28, y: y + 13, anchor: .end, look: "dim")
    case .cell(let level):
      HeatStrip.draw([(x + 8, middle - 6.5)], level: level, size: 13, on: &page)
    }
  }
}
