import Core

/// How text is formatted: width, character set, colour.
package struct Style: Sendable {
  /// The columns of the terminal.
  package let width: Int
  /// Whether the terminal shows non-ASCII characters.
  package let unicode: Bool
  /// Whether escape sequences for colour are allowed.
  package let colour: Bool

  /// - Parameter width: widths below 20 count as 20.
  package init(width: Int, unicode: Bool, colour: Bool) {
    self.width = max(20, width)
    self.unicode = unicode
    self.colour = colour
  }

  /// The same without colour.
  package var withoutColour: Style { Style(width: width, unicode: unicode, colour: false) }

  /// Marks a week or a session with a flare.
  static let flareMark = "▲"

  /// A colour; its meaning is always given in words too.
  enum Tint: String {
    case pain = "33"
    case range = "36"
    case other = "35"
    case heading = "1"
    case faint = "2"
  }

  func tint(_ text: String, tint: Tint) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The text, or its ASCII replacement where the terminal shows no more.
  func pick(_ text: String, ascii: String) -> String { unicode ? text : ascii }

  /// Text with the program's symbols in characters that the terminal can show. Letters are unchanged, since
  /// they are the user's.
  package func plain(_ text: String) -> String {
    let text = Style.sanitized(text)
    guard !unicode else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "°": result += " deg"
      case "–", "−": result += "-"
      case "…": result += "..."
      case "·": result += "|"
      case "Δ": result += "diff"
      case "×": result += "x"
      case "▲": result += "^"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text without control and other characters that could garble a terminal, whoever stored them.
  static func sanitized(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafeToPrint) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isUnsafeToPrint {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The columns a text takes on a terminal, as far as code points tell.
  static func columns(_ text: String) -> Int {
    // A fast path: most cells are digits.
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// A text cut to a number of columns, with an ellipsis where something is missing.
  func cut(_ text: String, to columns: Int) -> String {
    guard Style.columns(text) > columns else { return text }
    let end = pick("…", ascii: "...")
    var left = columns - Style.columns(end)
    var kept = ""
    for character in text {
      left -= Style.columns(String(character))
      if left < 0 { break }
      kept.append(character)
    }
    return kept + end
  }

  /// Paragraphs wrapped at the width, continuation lines indented.
  package func wrap(_ text: String, indent: Int = 2) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, Style.columns(line) + 1 + Style.columns(String(word)) > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    lines.append(line)
    return lines
  }

  /// Wrapped text, each line ending in a newline.
  func paragraph(_ text: String, indent: Int = 0, tint: Tint? = nil) -> String {
    wrap(plain(text), indent: indent).map { line in
      (tint.map { self.tint(line, tint: $0) } ?? line) + "\n"
    }.joined()
  }

  /// A wrapped heading.
  func heading(_ text: String) -> String { paragraph(text, indent: 2, tint: .heading) }

  /// The same style, narrower by this many columns and without colour.
  func narrower(by columns: Int) -> Style {
    Style(width: width - columns, unicode: unicode, colour: false)
  }

  /// Items side by side, as many per line as fit, none broken that fits a line.
  func flow(_ entries: [String]) -> [String] {
    var lines: [String] = []
    for entry in entries {
      if let last = lines.last, Style.columns(last) + 3 + Style.columns(entry) <= width {
        lines[lines.count - 1] = "\(last)   \(entry)"
      } else {
        lines += wrap(entry).map { cut($0, to: width) }
      }
    }
    return lines
  }

  static func pad(_ text: String, to columns: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, columns - Style.columns(text)))
    return right ? space + text : text + space
  }

  /// Labels in one column and wrapped values in the next, or below where the labels leave too little room.
  func labelled(_ fields: [(String, String)]) -> String {
    let width = fields.map(\.0.utf8.count).max() ?? 0
    guard self.width - width - 2 >= 20 else {
      return fields.map { label, value in
        let column = Style(width: self.width - 4, unicode: unicode, colour: false)
        let below = column.wrap(plain(value), indent: 0).map { "    \($0)\n" }
        return (label.isEmpty ? "" : tint(cut(label, to: self.width), tint: .heading) + "\n")
          + below.joined()
      }.joined()
    }
    let narrow = Style(width: self.width - width - 2, unicode: unicode, colour: false)
    let indent = "\n" + String(repeating: " ", count: width + 2)
    return fields.map { label, value in
      tint(Style.pad(label, to: width, right: false), tint: .heading) + "  "
        + narrow.wrap(plain(value), indent: 0).joined(separator: indent) + "\n"
    }.joined()
  }
}
