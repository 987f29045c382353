// A table for programs and in Markdown; the terminal form is in Table.swift.

extension Table {
  package func markdown() -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map(Table.markdownText).joined(separator: " | ") + " |\n"
    }
    var text = line(columns.map(\.title))
    text += "|" + columns.map { $0.right ? "---:" : "---" }.joined(separator: "|") + "|\n"
    for row in rows {
      switch row {
      case .cells(let cells): text += line(cells.map(shown))
      case .remark(let first, let remark):
        let rest = Array(repeating: "", count: max(0, columns.count - 2))
        text += line([shown(first), remark] + rest)
      }
    }
    return text
  }

  /// Text for Markdown, with its special characters escaped.
  static func markdownText(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "<", ">", "[", "]": escaped += "\\\(scalar)"
      case "\n": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The table as CSV (RFC 4180, but lines end in LF): numbers at full precision, empty cells for missing
  /// values.
  package func csv() -> String {
    func line(_ cells: [String]) -> String {
      cells.map(Table.csvCell).joined(separator: ",") + "\n"
    }
    var text = line(columns.map(\.key))
    for row in rows {
      switch row {
      case .cells(let cells): text += line(cells.map(exact))
      case .remark(let first, _):
        text += line([exact(first)] + Array(repeating: "", count: columns.count - 1))
      }
    }
    return text
  }

  private func exact(_ cell: Cell) -> String {
    switch cell {
    case .none: ""
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .number(let value, _, _, _): JSON.digits(value)
    }
  }

  private static func csvCell(_ text: String) -> String {
    // By scalars, since Swift treats CR LF as one character that would match neither.
    let special = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard special else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The table as an array of objects with the columns' keys.
  package func json() -> JSON {
    .array(
      rows.map { row in
        switch row {
        case .cells(let cells):
          .object(zip(columns, cells).map { ($0.key, Table.json($1)) })
        case .remark(let first, _):
          .object(
            columns.enumerated().map { ($1.key, $0 == 0 ? Table.json(first) : .null) })
        }
      })
  }

  private static func json(_ cell: Cell) -> JSON {
    switch cell {
    case .none: .null
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .number(let value, _, _, _): .number(value)
    }
  }

  /// The table as HTML, with row and column headers for screen readers.
  package func html(caption: String? = nil) -> String {
    func cell(_ tag: String, text: String, attributes: String) -> String {
      "<\(tag)\(attributes)>\(text.xmlEscaped)</\(tag)>"
    }
    var text = "<table>\n"
    if let caption { text += "<caption>\(caption.htmlProse)</caption>\n" }
    let heads = columns.map { column in
      cell(
        "th", text: column.title,
        attributes: " scope=\"col\"" + (column.right ? " class=\"right\"" : ""))
    }
    text += "<thead>\n<tr>\(heads.joined())</tr>\n</thead>\n<tbody>\n"
    for row in rows {
      switch row {
      case .cells(let cells):
        let cells = zip(columns, cells).enumerated().map { index, pair in
          let right = pair.0.right ? " class=\"right\"" : ""
          let text = shown(pair.1)
          return index == 0
            ? cell("th", text: text, attributes: " scope=\"row\"\(right)")
            : cell("td", text: text.isEmpty ? "–" : text, attributes: right)
        }
        text += "<tr>\(cells.joined())</tr>\n"
      case .remark(let first, let remark):
        let rest = columns.count > 1 ? " colspan=\"\(columns.count - 1)\"" : ""
        text +=
          "<tr>\(cell("th", text: shown(first), attributes: " scope=\"row\""))"
          + "\(cell("td", text: remark, attributes: "\(rest) class=\"remark\""))</tr>\n"
      }
    }
    return text + "</tbody>\n</table>\n"
  }
}
