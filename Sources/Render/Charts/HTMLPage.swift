import Analytics

/// A web page with a whole report: headings, sentences, tables and pictures. It loads nothing, runs no
/// script, and can be printed.
package struct HTMLPage: Sendable {
  /// A part of the page.
  package enum Section: Sendable {
    case heading(String)
    /// The findings.
    case statements([String])
    /// How to read the report.
    case notes([String])
    /// A table with its caption.
    case table(Table, caption: String)
    /// A picture with its caption.
    case picture(any Picture, caption: String)
  }

  /// The title of the page.
  package let title: String
  /// Its parts, in order.
  package let sections: [Section]
  /// Whether the type is reduced so that it fits one printed page.
  package let isOnePage: Bool

  package init(title: String, sections: [Section], isOnePage: Bool = false) {
    self.title = title
    self.sections = sections
    self.isOnePage = isOnePage
  }

  package func html() -> String {
    let parts = sections.enumerated().map { index, section in
      HTMLPage.html(section, id: "part-\(index + 1)")
    }
    // Without scripts, forms, frames and external addresses, whatever text the page contains.
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="psoas">
      <title>\(title.xmlEscaped)</title>
      <style>
      \(HTMLPage.style)\(isOnePage ? tightStyle : "")\(SVG.style)</style>
      </head>
      <body>
      <main>
      <h1>\(title.htmlProse)</h1>
      \(parts.joined())</main>
      </body>
      </html>

      """
  }

  private static func html(_ section: Section, id: String) -> String {
    switch section {
    case .heading(let text): return "<h2>\(text.htmlProse)</h2>\n"
    case .statements(let sentences):
      return sentences.map { "<p>\($0.htmlProse)</p>\n" }.joined()
    case .notes(let sentences):
      return sentences.isEmpty
        ? "" : "<p class=\"note\">\(sentences.joined(separator: " ").htmlProse)</p>\n"
    case .table(let table, let caption):
      // A table that fits a page is not split over two.
      let short = table.rows.count <= 30 ? " short" : ""
      return scrolled(table.html(caption: caption), name: caption, look: short)
    case .picture(let picture, let caption):
      return "<figure>\n"
        + scrolled(picture.figure(id: id), name: "Picture: \(picture.title)", look: "")
        + "<figcaption>\(caption.htmlProse)</figcaption>\n</figure>\n"
    }
  }

  /// Content that may be wider than the window, in a box that can be scrolled with the keyboard.
  private static func scrolled(_ part: String, name: String, look: String) -> String {
    "<div class=\"wide\(look)\" tabindex=\"0\" role=\"region\" "
      + "aria-label=\"\(name.xmlEscaped)\">\n\(part)</div>\n"
  }

  /// Type as small as needed to fit one sheet, at most 8 points. Our text widths are wider than those of most
  /// fonts, which makes up for the space a browser adds.
  private var tightStyle: String {
    let points = min(8, printPoints)
    func size(_ part: Double) -> String { (points * part).text(places: 2) }
    return """
      @media print {
        @page { margin: 10mm 12mm; }
        body { font-size: \(size(1))pt; line-height: 1.2; }
        h1 { font-size: \(size(1.5))pt; margin: 0 0 1mm; }
        h2 { font-size: \(size(1.125))pt; margin: 1.5mm 0 0; }
        p { max-width: none; margin: 0.3mm 0; }
        table { font-size: \(size(1))pt; margin: 0.5mm 0; }
        th, td { padding: 0.2mm 2mm; }
        .note, figcaption, caption { font-size: \(size(0.875))pt; }
        figure { margin: 1mm 0 0; }
        .p-picture { max-height: \(size(8.75))mm; }
      }

      """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0; background: #ffffff; color: #1b1f24;
      font: 1rem/1.5 \(SVG.fonts); }
    main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
    p { max-width: 42rem; margin: 0.5rem 0; overflow-wrap: anywhere; }
    .note, figcaption, caption { color: #57606a; font-size: 0.875rem; }
    figure { margin: 1.5rem 0; }
    .whole { white-space: nowrap; }
    .wide { overflow-x: auto; }
    .wide:focus-visible { outline: 2px solid #0072b2; }
    .p-picture { display: block; max-width: 100%; height: auto; min-width: 34rem; }
    table { border-collapse: collapse; margin: 1rem 0; font-size: 0.875rem;
      font-variant-numeric: tabular-nums; }
    caption { text-align: left; padding-bottom: 0.25rem; }
    th, td { padding: 0.2rem 0.6rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid #e1e4e8; }
    thead th { border-bottom: 1px solid #6e7781; vertical-align: bottom; }
    tbody th { font-weight: normal; white-space: nowrap; }
    .right { text-align: right; white-space: nowrap; }
    .remark { color: #57606a; }
    @media screen and (prefers-color-scheme: dark) {
      body { background: #14181d; color: #e6e9ed; }
      .note, figcaption, caption, .remark { color: #a3acb6; }
      th, td { border-color: #2b323a; }
      thead th { border-color: #8b949e; }
    }
    @media print {
      @page { margin: 15mm; }
      :root { color-scheme: light; }
      body { font-size: 10pt; }
      h1 { font-size: 15pt; }
      main { max-width: none; padding: 0; }
      .wide { overflow: visible; }
      .p-picture { min-width: 0; }
      figure, tr, .short { break-inside: avoid; }
      h2 { break-after: avoid; }
      thead { display: table-header-group; }
      p { orphans: 2; widows: 2; }
    }

    """
}

extension String {
  /// Text as HTML. Dates and names such as `tau-b` do not break at their hyphens.
  var htmlProse: String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      let word = String(word).xmlEscaped
      guard word.contains("-"), word.count <= 16 else { return word }
      return "<span class=\"whole\">\(word)</span>"
    }.joined(separator: " ")
  }
}
