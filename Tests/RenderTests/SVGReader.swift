import Foundation
import Testing

@testable import Render

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in a picture.
final class SVGReader: NSObject, XMLParserDelegate {
  /// A text with its attributes.
  struct Label {
    var words = ""
    let attributes: [String: String]

    /// The place that it takes at the most.
    var box: (left: Double, top: Double, right: Double, bottom: Double) {
      let size = number("font-size")
      let bold = attributes["font-weight"] == nil ? 1 : TextMetrics.boldness
      let width = TextMetrics.width(of: words, size: size * bold)
      let anchors: [String: Double] = ["middle": 0.5, "end": 1]
      let anchor = anchors[attributes["text-anchor"] ?? ""] ?? 0
      let left = number("x") - anchor * width
      return (left, number("y") - 0.8 * size, left + width, number("y") + 0.25 * size)
    }

    private func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
  }

  var labels: [Label] = []
  /// The lines that go from top to bottom, with what they are.
  var uprights: [(look: String, x: Double, top: Double, bottom: Double)] = []
  var elements: [String: Int] = [:]
  var root: [String: String] = [:]
  var attributes: Set<String> = []
  var words: [String: String] = [:]
  private var path: [String] = []

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)): \(svg.prefix(2000))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    if path.isEmpty { root = found }
    path.append(name)
    elements[name, default: 0] += 1
    attributes.formUnion(found.keys)
    let place = ["x1", "x2", "y1", "y2"].map { Double(found[$0] ?? "") ?? .nan }
    if name == "line", place[0] == place[1] {
      uprights.append(
        (found["class"] ?? "", place[0], min(place[2], place[3]), max(place[2], place[3])))
    }
    if name == "text" { labels.append(Label(attributes: found)) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if path.last == "text" { labels[labels.count - 1].words += text }
    if path.count == 2, let last = path.last { words[last, default: ""] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }
}
