import Import
import SeededRandom
import Testing

/// What a CSV file holds, whatever its dialect and however it comes in.
@Suite struct CSVReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let rows: [[String]]
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ rows: [[String]]) { (self.text, self.rows) = (text, rows) }
  }

  static let cases = [
    Case("", []), Case("\n\r\n\r", []), Case("a", [["a"]]), Case("a,b\n", [["a", "b"]]),
    Case("a,b\r\nc,d\re,f\n", [["a", "b"], ["c", "d"], ["e", "f"]]),
    Case("a,\n,b", [["a", ""], ["", "b"]]), Case("a,b,", [["a", "b", ""]]),
    Case("\"\"\na", [[""], ["a"]]), Case("a\n\n\nb", [["a"], ["b"]]),
    Case("\"a,b\",\"c\nd\r\ne\"\"f\"\n", [["a,b", "c\nd\r\ne\"f"]]),
    Case("h;i\n\"1,5\";2", [["h", "i"], ["1,5", "2"]]),
    Case("h\ti\n1,5\t2", [["h", "i"], ["1,5", "2"]]),
    Case("\"a;b;c\",d\n1,2", [["a;b;c", "d"], ["1", "2"]]),
    Case("a,5\" band\n", [["a", "5\" band"]]), Case("a, \"b\"", [["a", " \"b\""]]),
    Case("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Case("\u{FEFF}\"a\",b", [["a", "b"]]), Case("é,日本,💪\n", [["é", "日本", "💪"]]),
  ]

  @Test(arguments: cases) func readsEachDialect(_ sample: Case) throws {
    let bytes = Array(sample.text.utf8)
    for size in [1, 2, 3, 5, 7, 1000] {
      #expect(try table(bytes, of: size) == sample.rows, "in pieces of \(size)")
    }
  }

  @Test func namesTheLineEachRecordBeginsOn() throws {
    var reader = CSVReader(source: source("a,b\r\n\r\n\"x\r\ny\rz\",1\rq,2\n"))
    var lines: [Int] = []
    while try reader.next() { lines.append(reader.record.line) }
    #expect(lines == [1, 3, 6])
  }

  @Test func separatorCanBeGiven() throws {
    let options = CSVOptions(separator: .semicolon)
    #expect(try table(Array("a,b;c".utf8), options: options) == [["a,b", "c"]])
  }

  @Test func keepsStrayQuotesWhereAsked() throws {
    var options = CSVOptions()
    options.keepsStrayQuotes = true
    let rows = [["a", "felt \"good\" today"], ["b", "x"]]
    let bytes = Array("a,\"felt \"good\" today\"\nb,\"x\"\n".utf8)
    for size in [1, 2, 100] { #expect(try table(bytes, of: size, options: options) == rows) }
  }

  @Test func blankAndMissingFieldsAreEmpty() throws {
    var reader = CSVReader(source: source("a,  ,b"))
    #expect(try reader.next())
    let record = reader.record
    #expect(record.isBlank(1) && record.isBlank(3) && !record.isBlank(0))
    #expect(record.words(1) == nil && record.words(7) == nil && record.words(2) == "b")
    #expect(record.field(0, is: Array("a".utf8)) && !record.field(2, is: Array("bc".utf8)))
  }

  @Test func writesByTheBook() {
    var writer = CSVWriter(header: ["day", "load_kg"])
    writer.write(["2026-01-02", nil])
    writer.write(["", " 2,5"])
    #expect(
      writer.take() == Array("day,load_kg\r\n2026-01-02,\r\n\"\",\" 2,5\"\r\n".utf8))
    #expect(writer.take().isEmpty)
    writer.write(["say \"so\"", "a\nb"])
    #expect(writer.take() == Array("\"say \"\"so\"\"\",\"a\nb\"\r\n".utf8))
  }

  /// Random tables in every dialect, encoding and cut read back equal.
  @Test(arguments: UInt64(1)...40) func randomTablesReadBack(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let width = Int.random(in: 1...6, using: &random)
    let letters = [
      "a", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "é", "日", "💪", "7", "-", ".",
    ]
    func field() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? ""
      }.joined()
    }
    let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (0..<width).map { _ in field() }
    }
    for separator in CSVSeparator.allCases {
      // A header of one name shows no separator.
      let options = CSVOptions(separator: width == 1 ? separator : nil)
      for lineEnd in ["\n", "\r\n", "\r"] {
        let header = (0..<width).map { "column \($0)" }
        var writer = CSVWriter(header: header, separator: separator, lineEnd: lineEnd)
        for row in rows { writer.write(row) }
        let text = String(decoding: writer.take(), as: UTF8.self)
        let size = Int.random(in: 1...20, using: &random)
        for bytes in [
          Array(text.utf8), Array("\u{FEFF}\(text)".utf8),
          utf16("\u{FEFF}\(text)", highFirst: false),
          utf16("\u{FEFF}\(text)", highFirst: true), utf16(text, highFirst: false),
          utf16(text, highFirst: true),
        ] {
          #expect(try table(bytes, of: size, options: options) == [header] + rows)
        }
      }
    }
  }
}

/// A text as UTF-16.
func utf16(_ text: String, highFirst: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return highFirst ? [high, low] : [low, high]
  }
}
