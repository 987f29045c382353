/// Labels of marks set above their places in a few rows, so that none touches another and no line from a
/// label down to its place goes through one below it. Where their words do not fit, all are numbers and
/// the words go into a key; where not even those fit, the rest stays without.
struct LabelRows {
  /// A label that found its place.
  struct Label: Equatable {
    let index: Int
    let text: String
    let start: Double
    let row: Int
    /// Where the line goes down from it.
    fileprivate let place: Double
    fileprivate let end: Double

    /// Whether a line at `x` would go through it, or so near that it seems to.
    fileprivate func isCrossed(at x: Double, _ gap: Double) -> Bool {
      x > start + gap / 10 && x < end + gap / 3
    }
  }

  let labels: [Label]
  /// Whether the labels are numbers that want a key.
  let isNumbered: Bool
  /// How many rows are used.
  var rows: Int { (labels.map(\.row).max() ?? -1) + 1 }

  /// - Parameters:
  ///   - texts: the words in order of their places.
  ///   - places: where each mark stands; its label begins there or, near the end, ends before it.
  ///   - bounds: from where to where labels may reach.
  ///   - gap: the least distance between two of them.
  ///   - most: how many rows there may be.
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
