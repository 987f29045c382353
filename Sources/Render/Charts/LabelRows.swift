/// Places the labels of marks in a few rows above them, so that no two overlap and no line down from a label
/// crosses one below it. If the texts do not fit, all labels become numbers with the texts in a legend; if
/// not even numbers fit, the remaining marks get no label.
struct LabelRows {
  /// A label with its position.
  struct Label: Equatable {
    let index: Int
    let text: String
    let start: Double
    let row: Int
    /// The x of the line down from it.
    fileprivate let place: Double
    fileprivate let end: Double

    /// Whether a line at `x` would cross the label, or seem to.
    fileprivate func isCrossed(at x: Double, _ gap: Double) -> Bool {
      x > start + gap / 10 && x < end + gap / 3
    }
  }

  let labels: [Label]
  /// Whether the labels are numbers that need a legend.
  let isNumbered: Bool
  /// The number of rows.
  var rows: Int { (labels.map(\.row).max() ?? -1) + 1 }

  /// - Parameters:
  ///   - texts: the texts, in order of position.
  ///   - places: the position of each mark. Its label starts there or, near the end, ends there.
  ///   - bounds: the range that labels may take up.
  ///   - gap: the least distance between two labels.
  ///   - most: the most rows.
  ///   - width: the width of a text.
  init(
    _ texts: [String], at places: [Double], within bounds: ClosedRange<Double>, gap: Double,
    most: Int, width: (String) -> Double
  ) {
    func placed(_ texts: [String]) -> [Label] {
      var labels: [Label] = []
      func isFree(_ label: Label) -> Bool {
        labels.allSatisfy { other in
          if other.row == label.row { return label.start >= other.end + gap }
          return other.row < label.row
            ? !label.isCrossed(at: other.place, gap) : !other.isCrossed(at: label.place, gap)
        }
      }
      for (index, text) in texts.enumerated() {
        let width = width(text)
        let start = max(bounds.lowerBound, min(places[index], bounds.upperBound - width))
        let rows = (0..<most).lazy.map {
          Label(
            index: index, text: text, start: start, row: $0, place: places[index],
            end: start + width)
        }
        guard start + width <= bounds.upperBound, let label = rows.first(where: isFree)
        else { continue }
        labels.append(label)
      }
      return labels
    }
    let half = (bounds.upperBound - bounds.lowerBound) / 2
    let spelled = texts.allSatisfy { width($0) <= half } ? placed(texts) : []
    isNumbered = spelled.count < texts.count
    labels = isNumbered ? placed(texts.indices.map { "\($0 + 1)" }) : spelled
  }
}
