/// A picture that also has a text form.
package protocol TextPicture: Sendable {
  func text(_ style: Style) -> String
}

/// A part of a report on a terminal and in Markdown.
package enum TextSection {
  case heading(String)
  /// A sparse table leaves out empty rows when it is too wide and has to be split.
  case table(Table, isSparse: Bool = false)
  case picture(any TextPicture)
  /// Labels and values.
  case fields([(String, String)])
  /// Sentences, each as a paragraph.
  case statements([String])
  /// Sentences, one per line; bullets in Markdown.
  case list([String])
  /// How to read the report, less prominent than the rest.
  case notes([String])

  fileprivate func text(_ style: Style) -> String {
    switch self {
    case .heading(let text): style.wrap(text).map { style.tint($0, tint: .heading) + "\n" }.joined()
    case .table(let table, let isSparse): isSparse ? table.sparseText(style) : table.text(style)
    case .picture(let picture): picture.text(style)
    case .fields(let fields): style.labelled(fields)
    case .statements(let sentences), .list(let sentences):
      sentences.map { style.wrap(style.plain($0)).joined(separator: "\n") + "\n" }.joined()
    case .notes(let sentences):
      style.wrap(style.plain(sentences.joined(separator: " ")), indent: 0)
        .map { style.tint($0, tint: .faint) + "\n" }.joined()
    }
  }

  var markdown: String {
    switch self {
    case .heading(let text): "# \(text)\n"
    case .table(let table, _): table.markdown()
    case .picture(let picture):
      "```text\n\(picture.text(Style(width: 80, unicode: true, colour: false)))```\n"
    case .fields(let fields): fields.map { "- \($0): \($1)\n" }.joined()
    case .statements(let sentences): sentences.map { "\($0)\n" }.joined(separator: "\n")
    case .list(let sentences): sentences.map { "- \($0)\n" }.joined()
    case .notes(let sentences): sentences.map { "\($0)\n" }.joined()
    }
  }
}

/// A report made of sections separated by empty lines.
package protocol Sectioned: Renderable {
  var sections: [TextSection] { get }
}

extension Sectioned {
  package func text(_ style: Style) -> String {
    sections.map { $0.text(style) }.joined(separator: "\n")
  }

  package func markdown() -> String { sections.map(\.markdown).joined(separator: "\n") }
}

/// A value that is the same table in CSV, Markdown and JSON.
package protocol Tabular: Renderable {
  var table: Table { get }
}

extension Tabular {
  package func markdown() -> String { table.markdown() }
  package func csv() -> String { table.csv() }
  package func json() -> JSON { table.json() }
}
