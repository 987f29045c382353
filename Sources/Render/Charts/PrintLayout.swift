extension HTMLPage {
  /// The page as one A4 sheet in SVG, using only the area that fits Letter too. The type is as large as
  /// possible, up to about 10 points.
  package func printLayout() -> String { fitted.svg() }

  /// The type size, in points.
  var printPoints: Double { fitted.points }

  private var fitted: PrintLayout {
    var width = 700.0
    var table = PrintLayout(self, width: width)
    // Widening the sheet around type of a fixed size amounts to shrinking the type.
    while !table.fits, width < 20_000 {
      width *= 1.03
      table = PrintLayout(self, width: width)
    }
    return table
  }
}

/// A page laid out on a sheet.
private struct PrintLayout {
  private let title: String
  private let margin: Double
  private let scale: Double
  private var drawing: Drawing
  private var y: Double

  /// The sheet in millimetres (ISO 216), and the part of its height that is used: the height of Letter.
  private static let (width, height, used) = (210.0, 297.0, 279.0)
  private static let margin = 12.0
  /// The size of body text, in pixels.
  private static let type = 12.0
  /// The largest share of the sheet that a picture takes.
  private static let pictureShare = 0.26

  /// - Parameter width: the width of the sheet in pixels; body text has a fixed number of pixels.
  init(_ page: HTMLPage, width: Double) {
    title = page.title
    scale = width / PrintLayout.width
    margin = PrintLayout.margin * scale
    y = margin
    drawing = Drawing(width: width, id: "sheet")
    drawing.height = PrintLayout.height * scale
    write(page.title, size: 18, isBold: true, lead: 0)
    for (index, section) in page.sections.enumerated() {
      switch section {
      case .heading(let text): write(text, size: 13.5, isBold: true, lead: 9)
      case .statements(let sentences): for sentence in sentences { write(sentence, lead: 2) }
      case .notes(let sentences):
        write(sentences.joined(separator: " "), look: "dim", size: 11, lead: 3)
      case .table(let table, let caption):
        write(caption, look: "dim", size: 11, lead: 3)
        lay(table)
      case .picture(let picture, let caption):
        lay(picture.drawing(id: "picture-\(index + 1)"))
        write(caption, look: "dim", size: 11, lead: 3)
      }
    }
  }

  /// The size of body text; 72 points are 25.4 mm.
  var points: Double { PrintLayout.type / scale / 25.4 * 72 }

  var fits: Bool { y <= (PrintLayout.used - PrintLayout.margin) * scale }

  private var room: Double { drawing.width - 2 * margin }

  private mutating func write(
    _ text: String, look: String = "ink", size: Double = type, isBold: Bool = false, lead: Double
  ) {
    y += lead
    let measured = isBold ? size * TextMetrics.boldness : size
    for line in TextMetrics.lines(text, size: measured, width: room) {
      y += size * 1.3
      drawing.text(
        line, x: margin, y: y - size * 0.3, size: size, anchor: .start, look: look, isBold: isBold)
    }
  }

  private mutating func lay(_ table: Table) {
    let rows = table.rows.map { row -> [String] in
      switch row {
      case .cells(let cells):
        cells.map { cell in
          let text = table.shown(cell)
          return text.isEmpty ? "–" : text
        }
      case .remark(let first, let remark): [table.shown(first), remark]
      }
    }.map { $0.map { Style.sanitized($0) } }
    let heads = table.columns.map(\.title)
    let gap = 14.0
    let widths = heads.indices.map { column in
      max(
        TextMetrics.width(of: heads[column], size: TextMetrics.boldness),
        rows.filter { $0.count == heads.count || column == 0 }.map {
          TextMetrics.width(of: $0[column], size: 1)
        }.max() ?? 0)
    }
    let gaps = gap * Double(max(0, heads.count - 1))
    // A remark spans all columns but the first.
    let remarks = rows.filter { $0.count < heads.count }.map {
      $0.reduce(0) { $0 + TextMetrics.width(of: $1, size: 1) }
    }
    let widest = max(1, widths.reduce(0, +), remarks.max() ?? 0)
    let size = min(11.5, (room - gaps) / widest)
    y += 2
    line(heads, of: table.columns, widths: widths, gap: gap, size: size, isBold: true)
    for row in rows {
      line(row, of: table.columns, widths: widths, gap: gap, size: size, isBold: false)
    }
    y += 2
  }

  private mutating func line(
    _ cells: [String], of columns: [Table.Column], widths: [Double], gap: Double,
    size: Double, isBold: Bool
  ) {
    y += size * 1.45
    var x = margin
    for (index, cell) in cells.enumerated() {
      let width = widths[index] * size
      let right = columns[index].right && cells.count == columns.count
      drawing.text(
        cell, x: right ? x + width : x, y: y - size * 0.4, size: size,
        anchor: right ? .end : .start,
        isBold: isBold)
      x += width + gap
    }
    drawing.line(x1: margin, y1: y, x2: x - gap, y2: y, look: isBold ? "axis" : "grid")
  }

  private mutating func lay(_ picture: Drawing) {
    let most = drawing.height * PrintLayout.pictureShare
    let scale = min(room / picture.width, most / max(1, picture.height))
    y += 6
    drawing.place(picture, x: margin, y: y, scale: scale)
    y += picture.height * scale
  }

  func svg() -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" class="p-picture" width="\(PrintLayout.width.px)mm" \
    height="\(PrintLayout.height.px)mm" viewBox="0 0 \(drawing.width.px) \(drawing.height.px)">
    <title>\(title.xmlEscaped)</title>
    <style>
    \(SVG.style)</style>
    <defs>
    \(drawing.definitions)</defs>
    \(drawing.body)</svg>

    """
  }
}
