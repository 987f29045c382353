import Analytics

/// The shapes of a picture, to be written as SVG. Coordinates are in pixels with at most two decimals, so the
/// same picture always gives the same bytes.
package struct Drawing: Sendable {
  /// How a text is aligned at its position.
  enum Anchor: String { case start, middle, end }

  /// The width of the picture.
  let width: Double
  var height = 0.0
  /// A unique id that its parts refer to.
  let id: String
  private(set) var body = ""
  private(set) var definitions = ""

  init(width: Double, id: String) {
    self.width = width
    self.id = id
  }

  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = 12, anchor: Anchor = .start,
    look: String = "ink", isBold: Bool = false
  ) {
    let bold = isBold ? " font-weight=\"600\"" : ""
    let anchor = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body +=
      "<text class=\"p-\(look)\" x=\"\(x.px)\" y=\"\(y.px)\" font-size=\"\(size.px)\""
      + "\(anchor)\(bold)>\(text.xmlEscaped)</text>\n"
  }

  /// Draws the title of a picture, and returns its lower edge.
  mutating func title(_ title: String) -> Double {
    var y = 12.0
    for line in TextMetrics.lines(title, size: 16 * TextMetrics.boldness, width: width - 32) {
      y += 20
      text(line, x: 16, y: y, size: 16, isBold: true)
    }
    return y
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, look: String) {
    body +=
      "<line class=\"p-\(look)\" x1=\"\(x1.px)\" y1=\"\(y1.px)\" x2=\"\(x2.px)\" "
      + "y2=\"\(y2.px)\"/>\n"
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, look: String, fill: String = ""
  ) {
    let fill = fill.isEmpty ? "" : " fill=\"url(#\(id)-\(fill))\""
    body +=
      "<rect class=\"p-\(look)\" x=\"\(x.px)\" y=\"\(y.px)\" width=\"\(width.px)\" "
      + "height=\"\(height.px)\"\(fill)/>\n"
  }

  /// A path through points; `closed` makes it an area.
  mutating func path(
    _ places: [(x: Double, y: Double)], look: String, isClosed: Bool = false, clip: String = ""
  ) {
    guard let first = places.first else { return }
    let rest = places.dropFirst().map { "L\(($0.x).px) \(($0.y).px)" }.joined()
    path("M\(first.x.px) \(first.y.px)\(rest)\(isClosed ? "z" : "")", look: look, clip: clip)
  }

  /// A path in SVG syntax, with a tooltip.
  mutating func path(_ data: String, look: String, clip: String = "", tip: String = "") {
    guard !data.isEmpty else { return }
    let clip = clip.isEmpty ? "" : " clip-path=\"url(#\(id)-\(clip))\""
    let start = "<path class=\"p-\(look)\" d=\"\(data)\"\(clip)"
    body += tip.isEmpty ? "\(start)/>\n" : "\(start)><title>\(tip.xmlEscaped)</title></path>\n"
  }

  /// A rectangle for clipping paths.
  mutating func clip(_ name: String, x: Double, y: Double, width: Double, height: Double) {
    definitions +=
      "<clipPath id=\"\(id)-\(name)\"><rect x=\"\(x.px)\" y=\"\(y.px)\" width=\"\(width.px)\" "
      + "height=\"\(height.px)\"/></clipPath>\n"
  }

  /// A hatched fill, visible without colour.
  mutating func hatch(_ name: String) {
    definitions +=
      "<pattern id=\"\(id)-\(name)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      + "<path class=\"p-hatch\" d=\"M-1 1L1 -1M0 8L8 0M7 9L9 7\"/></pattern>\n"
  }

  /// Another drawing with its corner at a point, scaled.
  mutating func place(_ drawing: Drawing, x: Double, y: Double, scale: Double) {
    definitions += drawing.definitions
    body +=
      "<g transform=\"translate(\(x.px) \(y.px)) scale(\(scale.text(places: 4)))\">\n"
      + "\(drawing.body)</g>\n"
  }

  /// The outline of a point's shape.
  static func outline(_ shape: Chart.Shape, x: Double, y: Double, radius: Double) -> String {
    let r = radius
    switch shape {
    case .circle:
      return "M\((x - r).px) \(y.px)a\(r.px) \(r.px) 0 1 0 \((2 * r).px) 0"
        + "a\(r.px) \(r.px) 0 1 0 \((-2 * r).px) 0z"
    case .diamond:
      let d = r * 1.3
      return "M\(x.px) \((y - d).px)l\(d.px) \(d.px)l\((-d).px) \(d.px)l\((-d).px) \((-d).px)z"
    case .square:
      let d = r * 0.9
      return "M\((x - d).px) \((y - d).px)h\((2 * d).px)v\((2 * d).px)h\((-2 * d).px)z"
    }
  }
}

extension Double {
  /// A coordinate.
  var px: String { text() }
}

extension String {
  /// Text for XML and HTML: the five special characters escaped, line ends as spaces, and characters that are
  /// unsafe to print or not allowed in XML as code points.
  var xmlEscaped: String {
    var result = ""
    for scalar in Style.sanitized(self).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
