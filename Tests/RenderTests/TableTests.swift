import Render
import Testing

@Suite struct TableTests {
  private let table = Table(
    columns: [
      Table.Column("name", title: "Name"), Table.Column("n", title: "n", right: true),
      Table.Column("change", title: "Δ", right: true),
    ],
    rows: [
      .cells([.text("a|b, \"c\""), .integer(3), .number(1.5, signed: true)]),
      .cells([.text("é"), .none, .number(-0.25, signed: true)]),
      .remark(.text("gap"), "no entries"),
    ])

  private func style(_ width: Int, unicode: Bool = true, colour: Bool = false) -> Style {
    Style(width: width, unicode: unicode, colour: colour)
  }

  @Test func text() {
    #expect(
      table.text(style(80)) == """
        Name      n      Δ
        a|b, "c"  3   +1.5
        é         –  -0.25
        gap       no entries

        """)
  }

  @Test func ascii() {
    let text = table.text(style(80, unicode: false))
    #expect(text.contains("diff"))
    #expect(text.contains("-0.25"))
    let others = Set(text.unicodeScalars.filter { !$0.isASCII })
    #expect(others == ["é"], "only the user's own letters")
  }

  @Test func colourOnlyWhenAsked() {
    #expect(table.text(style(80, colour: true)).contains("\u{1B}["))
    #expect(!table.text(style(80)).contains("\u{1B}["))
  }

  @Test func markdown() {
    #expect(
      table.markdown() == """
        | Name | n | Δ |
        |---|---:|---:|
        | a\\|b, "c" | 3 | +1.5 |
        | é |  | -0.25 |
        | gap | no entries |  |

        """)
  }

  @Test func csv() {
    #expect(
      table.csv() == """
        name,n,change
        "a|b, ""c""\",3,1.5
        é,,-0.25
        gap,,

        """)
  }

  @Test func csvQuotesLineEndsOfEveryKind() {
    let table = Table(
      columns: [Table.Column("a", title: "A")], cells: [[.text("x\r\ny")], [.text("\n")]])
    #expect(table.csv() == "a\n\"x\r\ny\"\n\"\n\"\n")
  }

  @Test func json() {
    #expect(
      table.json().text == """
        [
          {"name": "a|b, \\"c\\"", "n": 3, "change": 1.5},
          {"name": "é", "n": null, "change": -0.25},
          {"name": "gap", "n": null, "change": null}
        ]

        """)
  }

  /// Whatever the width, no line is longer and every column is there.
  @Test(arguments: [40, 47, 60, 80, 200]) func fitsTheWidth(_ width: Int) {
    let columns = (0..<20).map { Table.Column("c\($0)", title: "column\($0)", right: $0 > 0) }
    let cells: [[Table.Cell]] = (0..<3).map { row in
      (0..<20).map { .number(Double(row * $0) * 1000) }
    }
    let text = Table(columns: columns, cells: cells).text(style(width))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    for column in columns { #expect(text.contains(column.title)) }
  }
}
