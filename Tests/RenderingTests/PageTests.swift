import Foundation
import Testing

@testable import Rendering

@Suite struct PageTests {
  private let sheet = Sheet(
    columns: [Sheet.Column("week", "Week"), Sheet.Column("n", "n <b>", right: true)],
    rows: [
      .cells([.text("W1 & \u{7}"), .number(1.5, signed: true)]), .cells([.text("W2"), .none]),
      .remark(.text("W3"), "no entries"),
    ])

  @Test func aTableSaysWhatItsCellsBelongTo() {
    #expect(
      sheet.html(caption: "Weeks") == """
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
      prose("From 2026-05-25 (tau-b) <a> on") == "From <span class=\"whole\">2026-05-25</span> "
        + "<span class=\"whole\">(tau-b)</span> &lt;a&gt; on")
    #expect(prose("a-very-long-name-of-an-exercise") == "a-very-long-name-of-an-exercise")
    #expect(prose("two  spaces ") == "two  spaces ")
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
    let sections: [Page.Section] =
      [.heading(Samples.hostile), .statements([Samples.hostile]), .notes([]), .notes(["a", "b"])]
      + [.table(sheet, caption: Samples.hostile)]
      + PictureTests.pictures.map { .picture($0.1, caption: Samples.hostile) }
    let page = Page(title: Samples.hostile, sections: sections).html()
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
}
