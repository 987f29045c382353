extension Picture {
  /// The picture as an SVG file, with title and description for those who cannot see it and colours for light
  /// and dark. No scripts, nothing loaded.
  package func svg() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(id: "chart", style: SVG.style)
  }

  /// The picture as part of a page that includes the styles.
  func figure(id: String) -> String { element(id: id, style: "") }

  private func element(id: String, style: String) -> String {
    let drawing = drawing(id: id)
    let (width, height) = (drawing.width.px, drawing.height.px)
    let styles = style.isEmpty ? "" : "<style>\n\(style)</style>\n"
    let definitions = drawing.definitions.isEmpty ? "" : "<defs>\n\(drawing.definitions)</defs>\n"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="p-picture" width="\(width)" \
      height="\(height)" viewBox="0 0 \(width) \(height)" role="img" \
      aria-labelledby="\(id)-title" aria-describedby="\(id)-desc">
      <title id="\(id)-title">\(title.xmlEscaped)</title>
      <desc id="\(id)-desc">\(summary.xmlEscaped)</desc>
      \(styles)\(definitions)<rect class="p-paper" width="\(width)" height="\(height)"/>
      \(drawing.body)</svg>

      """
  }
}

/// The styles of pictures.
enum SVG {
  /// System fonts, whichever are present.
  static let fonts =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

  /// For light, then the changes for dark. Points differ by shape, lines by dashes; the colours are those of
  /// Okabe and Ito, which colour-blind readers can tell apart.
  static let style =
    light + "@media screen and (prefers-color-scheme: dark) {\n\(dark)}\n"
    + "@media screen and (forced-colors: active) {\n\(forced)}\n"

  private static let light = """
    .p-picture text { font-family: \(fonts); }
    .p-paper { fill: #ffffff; }
    .p-ink { fill: #1b1f24; }
    .p-dim { fill: #57606a; }
    .p-label { fill: #1b1f24; stroke: #ffffff; stroke-width: 3; paint-order: stroke; }
    .p-grid { stroke: #e1e4e8; stroke-width: 1; }
    .p-axis { stroke: #6e7781; stroke-width: 1; fill: none; }
    .p-circle { fill: #d55e00; stroke: #ffffff; stroke-width: 1; }
    .p-diamond { fill: #0072b2; stroke: #ffffff; stroke-width: 1; }
    .p-square { fill: #00805e; stroke: #ffffff; stroke-width: 1; }
    .p-circle-hollow { fill: #ffffff; stroke: #d55e00; stroke-width: 2; }
    .p-diamond-hollow { fill: #ffffff; stroke: #0072b2; stroke-width: 2; }
    .p-square-hollow { fill: #ffffff; stroke: #00805e; stroke-width: 2; }
    .p-circle-dots { fill: none; stroke: #d55e00; stroke-linecap: round; }
    .p-diamond-dots { fill: none; stroke: #0072b2; stroke-linecap: square; }
    .p-square-dots { fill: none; stroke: #00805e; stroke-linecap: square; }
    .p-dots-wide { stroke-width: 3.5; }
    .p-dots-narrow { stroke-width: 2.25; }
    .p-circle-join { fill: none; stroke: #d55e00; stroke-width: 1.5; stroke-opacity: 0.5; }
    .p-diamond-join { fill: none; stroke: #0072b2; stroke-width: 1.5; stroke-opacity: 0.5; }
    .p-square-join { fill: none; stroke: #00805e; stroke-width: 1.5; stroke-opacity: 0.5; }
    .p-line { fill: none; stroke: #1b1f24; stroke-width: 2; }
    .p-second { fill: none; stroke: #1b1f24; stroke-width: 2; stroke-dasharray: 12 3 2 3; }
    .p-band { fill: #1b1f24; fill-opacity: 0.1; stroke: #57606a; stroke-width: 0.75; }
    .p-limit { fill: none; stroke: #8a4a75; stroke-width: 1.25; stroke-dasharray: 7 4; }
    .p-centre { fill: none; stroke: #8a4a75; stroke-width: 1.25; stroke-dasharray: 2 3; }
    .p-smooth { fill: none; stroke: #00805e; stroke-width: 2; stroke-dasharray: 8 3 2 3; }
    .p-signal { fill: none; stroke: #8a4a75; stroke-width: 2; }
    .p-stage { stroke: #1b1f24; stroke-width: 1.25; stroke-dasharray: 4 3; }
    .p-split { stroke: #1b1f24; stroke-width: 2.5; stroke-dasharray: 14 4; }
    .p-method { stroke: #1b1f24; stroke-width: 1.5; stroke-dasharray: 1 3; }
    .p-flare { stroke: #b07d00; stroke-width: 0.75; }
    .p-hatch { fill: none; stroke: #e69f00; stroke-width: 1; stroke-opacity: 0.55; }
    .p-stem { stroke: #57606a; stroke-width: 2; }
    .p-way { fill: none; stroke: #8c959f; stroke-width: 1; }
    .p-missed { fill: none; stroke: #8c959f; stroke-width: 1; }
    .p-some { fill: #7fb8d8; stroke: none; }
    .p-most { fill: #2f8cc0; stroke: none; }
    .p-all { fill: #004b78; stroke: none; }
    .p-extra { fill: none; stroke: #1b1f24; stroke-width: 1.5; }

    """

  private static let dark = """
    .p-paper { fill: #14181d; }
    .p-ink { fill: #e6e9ed; }
    .p-dim { fill: #a3acb6; }
    .p-label { fill: #e6e9ed; stroke: #14181d; }
    .p-grid { stroke: #2b323a; }
    .p-axis { stroke: #8b949e; }
    .p-circle { fill: #f08c3c; stroke: #14181d; }
    .p-diamond { fill: #56b4e9; stroke: #14181d; }
    .p-square { fill: #2fc79a; stroke: #14181d; }
    .p-circle-hollow { fill: #14181d; stroke: #f08c3c; }
    .p-diamond-hollow { fill: #14181d; stroke: #56b4e9; }
    .p-square-hollow { fill: #14181d; stroke: #2fc79a; }
    .p-circle-dots, .p-circle-join { stroke: #f08c3c; }
    .p-diamond-dots, .p-diamond-join { stroke: #56b4e9; }
    .p-square-dots, .p-square-join { stroke: #2fc79a; }
    .p-stem { stroke: #a3acb6; }
    .p-line, .p-second, .p-stage, .p-split, .p-method, .p-extra { stroke: #e6e9ed; }
    .p-band { fill: #e6e9ed; fill-opacity: 0.14; stroke: #a3acb6; }
    .p-limit, .p-centre, .p-signal { stroke: #dc9cc4; }
    .p-smooth { stroke: #2fc79a; }
    .p-some { fill: #3a7ca5; }
    .p-most { fill: #56b4e9; }
    .p-all { fill: #c4e7fa; }

    """

  /// For forced colours: shapes, dashes and sizes are enough then.
  private static let forced = """
    .p-picture { forced-color-adjust: none; }
    .p-paper, .p-circle-hollow, .p-diamond-hollow, .p-square-hollow { fill: Canvas; }
    .p-ink, .p-dim, .p-label, .p-circle, .p-diamond, .p-square, .p-some, .p-most, .p-all {
    fill: CanvasText; }
    .p-label, .p-circle, .p-diamond, .p-square { stroke: Canvas; }
    .p-axis, .p-circle-hollow, .p-diamond-hollow, .p-square-hollow, .p-circle-dots,
    .p-diamond-dots, .p-square-dots, .p-circle-join, .p-diamond-join, .p-square-join, .p-line,
    .p-second, .p-limit, .p-centre, .p-smooth, .p-signal, .p-stage, .p-split, .p-method,
    .p-flare, .p-hatch, .p-stem, .p-missed, .p-extra { stroke: CanvasText; }
    .p-band { fill: CanvasText; stroke: CanvasText; }
    .p-grid, .p-way { stroke: CanvasText; stroke-opacity: 0.3; }

    """
}
