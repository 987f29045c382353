import Analytics

/// The shapes of a picture, to be written as SVG. All coordinates are in pixels and written with two
/// decimals at the most, so that the same picture is always the same bytes.
package struct Drawing: Sendable {
  /// Where a text stands on its place.
  enum Anchor: String { case start, middle, end }

  /// The width of the picture.
  let width: Double
  /// Its height.
  var height = 0.0
  /// The name of its own that its parts are referred to by.
  let id: String
  private(set) var body = ""
  private(set) var definitions = ""

  init(width: Double, id: String) {
    self.width = width
    self.id = id
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, _ anchor: Anchor = .start,
    _ look: String = "ink", isBold: Bool = false
  ) {
    let bold = isBold ? " font-weight=\"600\"" : ""
    let anchor = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body +=
      "<text class=\"p-\(look)\" x=\"\(px(x))\" y=\"\(px(y))\" font-size=\"\(px(size))\""
      + "\(anchor)\(bold)>\(escaped(text))</text>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ look: String) {
    body +=
      "<line class=\"p-\(look)\" x1=\"\(px(x1))\" y1=\"\(px(y1))\" x2=\"\(px(x2))\" "
      + "y2=\"\(px(y2))\"/>\n"
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: String, fill: String = ""
  ) {
    let fill = fill.isEmpty ? "" : " fill=\"url(#\(id)-\(fill))\""
    body +=
      "<rect class=\"p-\(look)\" x=\"\(px(x))\" y=\"\(px(y))\" width=\"\(px(width))\" "
      + "height=\"\(px(height))\"\(fill)/>\n"
  }

  /// A path through places; `closed` makes it an area.
  mutating func path(
    _ places: [(x: Double, y: Double)], _ look: String, isClosed: Bool = false, clip: String = ""
  ) {
    guard let first = places.first else { return }
    let rest = places.dropFirst().map { "L\(px($0.x)) \(px($0.y))" }.joined()
    path("M\(px(first.x)) \(px(first.y))\(rest)\(isClosed ? "z" : "")", look, clip: clip)
  }

  /// A path in SVG's own words, with what is shown when a pointer rests on it.
  mutating func path(_ data: String, _ look: String, clip: String = "", tip: String = "") {
    guard !data.isEmpty else { return }
    let clip = clip.isEmpty ? "" : " clip-path=\"url(#\(id)-\(clip))\""
    let start = "<path class=\"p-\(look)\" d=\"\(data)\"\(clip)"
    body += tip.isEmpty ? "\(start)/>\n" : "\(start)><title>\(escaped(tip))</title></path>\n"
  }

  /// A rectangle that paths can be cut to.
  mutating func clip(_ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    definitions +=
      "<clipPath id=\"\(id)-\(name)\"><rect x=\"\(px(x))\" y=\"\(px(y))\" width=\"\(px(width))\" "
      + "height=\"\(px(height))\"/></clipPath>\n"
  }

  /// A fill of slanted lines, which is seen without colour.
  mutating func hatch(_ name: String) {
    definitions +=
      "<pattern id=\"\(id)-\(name)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      + "<path class=\"p-hatch\" d=\"M-1 1L1 -1M0 8L8 0M7 9L9 7\"/></pattern>\n"
  }

  /// Another drawing with its corner at a place, larger or smaller.
  mutating func place(_ drawing: Drawing, _ x: Double, _ y: Double, scale: Double) {
    definitions += drawing.definitions
    body +=
      "<g transform=\"translate(\(px(x)) \(px(y))) scale(\(scale.text(places: 4)))\">\n"
      + "\(drawing.body)</g>\n"
  }

  /// The outline of a point's shape around a place.
  static func outline(_ shape: Chart.Shape, _ x: Double, _ y: Double, radius: Double) -> String {
    let r = radius
    switch shape {
    case .circle:
      return "M\(px(x - r)) \(px(y))a\(px(r)) \(px(r)) 0 1 0 \(px(2 * r)) 0"
        + "a\(px(r)) \(px(r)) 0 1 0 \(px(-2 * r)) 0z"
    case .diamond:
      let d = r * 1.3
      return "M\(px(x)) \(px(y - d))l\(px(d)) \(px(d))l\(px(-d)) \(px(d))l\(px(-d)) \(px(-d))z"
    case .square:
      let d = r * 0.9
      return "M\(px(x - d)) \(px(y - d))h\(px(2 * d))v\(px(2 * d))h\(px(-2 * d))z"
    }
  }
}

/// A coordinate.
func px(_ value: Double) -> String { value.text(places: 2) }

/// Text for XML and HTML: the five characters that mean something there by name, line ends as spaces,
/// and what could garble a reader or is no character of XML by code point.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in Style.harmless(text).unicodeScalars {
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
