/// The size of text in a picture, in pixels. The font is not known when a picture is made, so widths are
/// upper bounds: those of DejaVu Sans, the widest of the common system fonts.
enum TextMetrics {
  /// How much wider bold text is.
  static let boldness = 1.13

  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The width of a character at size 1.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", " ": 0.36
    case "f", "r", "t", "(", ")", "[", "]", "/", "-", "J": 0.45
    case "m", "W": 1.0
    case "w", "M", "%", "@", "+", "=", "<", ">", "&", "#", "~", "–", "—": 0.9
    case "0"..."9", "a"..."z", "_", "$", "?", "\"", "*", "°", "·": 0.65
    case "A"..."Z": 0.79
    default: scalar.isASCII ? 0.85 : scalar.properties.generalCategory == .nonspacingMark ? 0 : 1.2
    }
  }

  /// A text in lines no wider than `width`, broken between words, and within a word that is too long.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ text: String) -> Bool { self.width(of: text, size: size) <= width }
    for word in Style.sanitized(text).split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty, fits("\(line) \(rest)") {
        line += " \(rest)"
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while !fits(rest), rest.count > 1 {
        var part = ""
        while let next = rest.first, part.isEmpty || fits(part + String(next)) {
          part.append(next)
          rest.removeFirst()
        }
        lines.append(part)
      }
      line = rest
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
