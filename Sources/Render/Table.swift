import Analytics

/// Rows and columns, with a renderer for every tabular format.
package struct Table: Renderable {
  package struct Column: Sendable {
    /// The key in CSV and JSON.
    package let key: String
    /// The heading for people.
    package let title: String
    /// Whether it is right-aligned, as numbers are.
    package let right: Bool

    /// A column, left-aligned unless said otherwise.
    package init(_ key: String, title: String, right: Bool = false) {
      self.key = key
      self.title = title
      self.right = right
    }
  }

  package enum Cell: Sendable {
    /// Empty.
    case none
    /// Text.
    case text(String)
    /// A number, shown to people with at most this many decimals, between a prefix and a suffix.
    case number(Double, places: Int = 2, signed: Bool = false, suffix: String = "")
    /// Yes or no.
    case flag(Bool)

    var isNone: Bool {
      if case .none = self { return true }
      return false
    }

    /// A whole number.
    package static func integer(_ value: Int) -> Cell { .number(Double(value), places: 0) }
    /// A number, or empty.
    package static func optional(
      _ value: Double?, places: Int = 2, signed: Bool = false, suffix: String = ""
    ) -> Cell {
      value.map { .number($0, places: places, signed: signed, suffix: suffix) } ?? .none
    }
    /// Text, or empty.
    package static func optional(_ value: String?) -> Cell { value.map { .text($0) } ?? .none }
  }

  /// A row of cells, or a first cell with one remark instead of the others.
  package enum Row: Sendable {
    /// One cell per column.
    case cells([Cell])
    /// A first cell and a remark.
    case remark(Cell, String)
  }

  package let columns: [Column]
  package var rows: [Row]

  package init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  init(fields: [(String, String)]) {
    self.init(
      columns: [Column("field", title: "Field"), Column("value", title: "Value")],
      cells: fields.map { [.text($0.0), .text($0.1)] })
  }

  package init(columns: [Column], cells: [[Cell]]) {
    self.init(columns: columns, rows: cells.map { .cells($0) })
  }
}

extension Table {
  /// The table with its first columns only.
  package func first(columns count: Int) -> Table {
    let kept = rows.map { row in
      if case .cells(let cells) = row { return Row.cells(Array(cells.prefix(count))) }
      return row
    }
    return Table(columns: Array(columns.prefix(count)), rows: kept)
  }

  func shown(_ cell: Cell) -> String {
    switch cell {
    case .none: ""
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .number(let value, let places, let signed, let suffix):
      (signed && value > 0 ? "+" : "") + value.text(places: places) + suffix
    }
  }

  /// The table for a terminal. Columns that do not fit follow below, with the first column repeated; a last,
  /// left-aligned column is cut.
  package func text(_ style: Style) -> String { text(style, sparse: false) }

  /// The table for a terminal. In each block of columns, rows with nothing but their first cell are left out.
  package func sparseText(_ style: Style) -> String { text(style, sparse: true) }

  private func text(_ style: Style, sparse: Bool) -> String {
    let cells = rows.map { row -> [String] in
      switch row {
      case .cells(let cells):
        cells.map { cell in
          let text = shown(cell)
          return style.plain(text).isEmpty ? style.pick("–", ascii: "-") : text
        }
      case .remark(let first, _): [shown(first)]
      }
    }
    let widths = columns.indices.map { column in
      max(
        Style.columns(style.plain(columns[column].title)),
        cells.compactMap {
          column < $0.count ? Style.columns(shownWidth($0[column], style: style)) : nil
        }
        .max() ?? 0)
    }
    return blocks(widths, width: style.width).map { block in
      self.block(block, cells: cells, widths: widths, style: style, sparse: sparse)
    }.joined(separator: "\n")
  }

  private func shownWidth(_ text: String, style: Style) -> String {
    style.unicode ? text : style.plain(text)
  }

  /// The columns of each block: as many as fit, with the first one repeated.
  private func blocks(_ widths: [Int], width: Int) -> [[Int]] {
    var blocks: [[Int]] = []
    var block = [0]
    var used = widths.first ?? 0
    for column in columns.indices.dropFirst() {
      if used + 2 + widths[column] > width, block.count > 1, columns[column].right {
        blocks.append(block)
        block = [0]
        used = widths[0]
      }
      block.append(column)
      used += 2 + widths[column]
    }
    return blocks + [block]
  }

  private func block(
    _ block: [Int], cells: [[String]], widths: [Int], style: Style, sparse: Bool
  ) -> String {
    // One growing string: a report of several years has thousands of cells.
    func line(_ text: (Int) -> String) -> String {
      var line = ""
      var gap = 0
      for column in block {
        let cell = text(column)
        let space = max(0, widths[column] - Style.columns(cell))
        gap += columns[column].right ? space : 0
        if !cell.isEmpty {
          for _ in 0..<gap { line += " " }
          line += cell
          gap = 0
        }
        gap += (columns[column].right ? 0 : space) + 2
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return style.cut(line, to: style.width)
    }
    let heading = line { style.plain(columns[$0].title) }
    var text = style.tint(heading, tint: .heading) + "\n"
    for (index, row) in rows.enumerated() {
      switch row {
      case .cells(let values):
        if sparse, block.dropFirst().allSatisfy({ values[$0].isNone }) { continue }
        text += line { shownWidth(cells[index][$0], style: style) }
      case .remark(let first, let remark):
        let label = Style.pad(shown(first), to: widths[0], right: columns[0].right)
        text += style.tint("\(label)  \(style.plain(remark))", tint: .faint)
      }
      text += "\n"
    }
    return text
  }
}
