import Foundation
import Testing

@testable import Render

@Suite struct PageTests {
  private let table = Table(
    columns: [Table.Column("week", title: "Week"), Table.Column("n", title: "n <b>", right: true)],
    rows: [
      .cells([.text("W1 & \u{7}"), .number(1.5, signed: true)]), .cells([.text("W2"), .none]),
      .remark(.text("W3"), "no entries"),
    ])

  @Test func aTableSaysWhatItsCellsBelongTo() {
    #expect(
      table.html(caption: "Weeks") == """
        <table>
        <caption>Weeks</caption>
        <thead>
        <tr><th scope="col">Week</th><th scope="col" class="right">n &lt;b&gt;</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">W1 &amp; \\u{7}</th><td class="right">+1.5</td></tr>
        <tr><th scope="row">W2</th><td class="right">–</td></tr>
        <tr><th scope="row">W3</th><td colspan="1" class="remark">no entries</td></tr>
        </tbody>
        </table>

        """)
  }

  @Test func datesAndNamesStayOnOneLine() {
    #expect(
      "From 2026-05-25 (tau-b) <a> on".htmlProse == "From <span class=\"whole\">2026-05-25</span> "
        + "<span class=\"whole\">(tau-b)</span> &lt;a&gt; on")
    #expect("a-very-long-name-of-an-exercise".htmlProse == "a-very-long-name-of-an-exercise")
    #expect("two  spaces ".htmlProse == "two  spaces ")
  }

  /// Each class that has a colour has one where the user chose a few colours for everything.
  @Test func everyLookHasAForcedColour() throws {
    let parts = SVG.style.components(separatedBy: "(forced-colors: active) {")
    let (usual, forced) = try (#require(parts.first), #require(parts.dropFirst().first))
    let looks = Set(usual.matches(of: /\.(p-[a-z-]+)[^{}]*\{[^}]*#/).map { String($0.1) })
    #expect(looks.count > 30)
    for look in looks { #expect(forced.contains(".\(look)"), "\(look)") }
  }

  /// Every page is written so that a parser of XML can read it, but for the tags without an end.
  @Test func aPageIsWholeAndNeedsNothing() throws {
    let sections: [HTMLPage.Section] =
      [.heading(Samples.hostile), .statements([Samples.hostile]), .notes([]), .notes(["a", "b"])]
      + [.table(table, caption: Samples.hostile)]
      + PictureTests.pictures.map { .picture($0.1, caption: Samples.hostile) }
    let page = HTMLPage(title: Samples.hostile, sections: sections).html()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    let closed = page.replacing(/<meta [^>]*>/) { "\($0.0.dropLast())/>" }
      .replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    let reader = try SVGReader(closed)
    for name in ["script", "link", "img", "iframe", "form", "a", "object", "base"] {
      #expect(reader.elements[name] == nil, "\(name)")
    }
    #expect(reader.elements["h1"] == 1 && reader.elements["main"] == 1)
    #expect(reader.elements["figure"] == PictureTests.pictures.count)
    #expect(reader.elements["figcaption"] == PictureTests.pictures.count)
    #expect(reader.elements["style"] == 1)
    #expect(page.contains("default-src 'none'"))
    let ids = page.matches(of: /\ id="([^"]*)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
    let references = page.matches(of: /url\(#([^)]*)\)/).map(\.1)
    #expect(Set(references).isSubset(of: Set(ids)))
  }

  /// However much there is to say, all of it is on the sheet: smaller type, never a second sheet.
  @Test(arguments: [0, 1, 40, 200]) func aSheetOfPaperHoldsAll(_ sentences: Int) throws {
    let pictures = PictureTests.pictures.prefix(1)
    let page = HTMLPage(
      title: Samples.hostile,
      sections: [
        .heading("Part"), .statements((0..<sentences).map { "Sentence \($0) of \(sentences)." }),
        .table(table, caption: "Weeks"), .notes(["to be read so"]),
      ] + pictures.map { .picture($0.1, caption: "seen so") })
    let reader = try SVGReader(page.printLayout())
    let box = try #require(reader.root["viewBox"]).split(separator: " ").compactMap { Double($0) }
    #expect(reader.root["width"] == "210mm" && reader.root["height"] == "297mm")
    #expect(abs(box[3] / box[2] - 297 / 210) < 0.001)
    #expect((sentences < 2) == (box[2] == 700))
    // What is in a picture is counted from its own corner.
    let own = reader.labels.filter { label in !PageTests.isOfPicture(label, pictures.map(\.1)) }
    for label in own {
      #expect(label.box.left >= 0 && label.box.right <= box[2], "\(label.words)")
      #expect(label.box.top >= 0 && label.box.bottom <= box[3] * 279 / 297, "\(label.words)")
    }
    let words = own.map(\.words)
    for sentence in 0..<sentences {
      #expect(words.contains("Sentence \(sentence) of \(sentences)."))
    }
    for cell in ["Week", "n <b>", "W1 & \\u{7}", "+1.5", "W2", "–", "W3", "no entries"] {
      #expect(words.contains(cell), "\(cell)")
    }
    #expect(words.contains("to be read so") && words.contains("seen so"))
    // No line over another.
    let edge = own.first?.attributes["x"]
    let lines = own.filter { $0.attributes["x"] == edge }.sorted { $0.box.top < $1.box.top }
    #expect(lines.count >= sentences)
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.box.bottom <= next.box.top + 0.5, "\(line.words) / \(next.words)")
    }
  }

  /// What is printed by a browser gets smaller with what there is to say, too.
  @Test func aPrintedPageIsSetAsItHasRoom() throws {
    func points(_ sentences: Int) throws -> Double {
      let text = Array(
        repeating: "A sentence of some words that takes its place.", count: sentences)
      let html = HTMLPage(title: "T", sections: [.statements(text)], isOnePage: true).html()
      let match = try #require(html.firstMatch(of: /body \{ font-size: ([0-9.]+)pt; line-height/))
      return try #require(Double(match.1))
    }
    #expect(try points(3) == 8)
    let (some, many) = (try points(80), try points(160))
    #expect(some < 8 && many < some * 0.7, "\(some) \(many)")
    #expect(!HTMLPage(title: "T", sections: []).html().contains("line-height: 1.2;"))
  }

  private static func isOfPicture(_ label: SVGReader.Label, _ pictures: [any Picture]) -> Bool {
    pictures.contains { picture in
      picture.drawing(id: "x").body.contains(">\(label.words.xmlEscaped)</text>")
    }
  }
}
