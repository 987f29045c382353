/// A value that a command can print.
package protocol Renderable: Sendable {
  /// The formats of the type. They follow from the protocols it conforms to, so that a command can refuse a
  /// format before it does anything.
  static var formats: [OutputFormat] { get }

  /// The value for people, on a terminal.
  func text(_ style: Style) -> String
  func markdown() -> String
  /// Numbers at full precision, one record per line.
  func csv() -> String
  func json() -> JSON
}

/// A report that also has a picture and a self-contained web page.
package protocol Pictured: Renderable {
  var picture: any Picture { get }
  var page: HTMLPage { get }
}

/// A report whose page fits one printed sheet. Its PDF is the sheet, not the picture.
package protocol Printable: Pictured {}

extension Renderable {
  package static var formats: [OutputFormat] { [.text, .markdown, .csv, .json] }

  /// The value in a format; nil for a format that it does not have.
  package func rendered(as format: OutputFormat, _ style: Style) -> String? {
    switch format {
    case .text: text(style)
    case .markdown: markdown()
    case .csv: csv()
    case .json: json().text
    case .svg: (self as? any Pictured)?.svg()
    case .html: (self as? any Pictured)?.html()
    }
  }
}

extension Pictured {
  package static var formats: [OutputFormat] { OutputFormat.allCases }

  package func svg() -> String { picture.svg() }
  package func html() -> String { page.html() }
}

extension Printable {
  package func printLayout() -> String { page.printLayout() }
}
