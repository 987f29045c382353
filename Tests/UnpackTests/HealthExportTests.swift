import Import
import SeededRandom
import Testing
import Unpack

/// What is read of the XML of Apple Health, and what is refused.
@Suite struct HealthExportTests {
  private static let yoga =
    "<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\" duration=\"30\" "
    + "durationUnit=\"min\" sourceName=\"S\" startDate=\"2026-01-01 07:00:00 +0100\" "
    + "endDate=\"2026-01-01 07:30:00 +0100\"/>"
  private static let yogaRow =
    "Workout,HKWorkoutActivityTypeYoga,,2026-01-01 07:00:00 +0100,"
    + "2026-01-01 07:30:00 +0100,30,min,S\n0,end,,0,,,,,\n"

  private func body(_ text: String) -> Substring { text.drop { $0 != "\n" }.dropFirst() }

  /// The rows in which psoas gets the fixture are those its own tests read.
  @Test func theFixture() throws {
    let rows = try rows(fixture("export.xml"))
    #expect(try Array(rows.utf8) == fixture("../../ImportTests/Fixtures/apple-health.csv"))
    #expect(
      body(rows).prefix { $0 != "\n" }
        == "37,Record,HKCategoryTypeIdentifierLowerBackPain,HKCategoryValueSeverityMild,"
        + "2026-01-18 17:42:11 +0100,2026-01-18 17:42:11 +0100,,,Health")
    #expect(rows.hasSuffix("\n0,end,,2,,,,,\n"))
    for size in [1, 2, 3, 7, 64, 1000] {
      #expect(try UnpackTests.rows(fixture("export.xml"), of: size) == rows)
    }
  }

  static let heads = [
    "", "<?xml version=\"1.0\"?>\n", "<!-- ]> <!DOCTYPE x [ -->\n", "<!DOCTYPE HealthData>\n",
    "<!DOCTYPE HealthData SYSTEM \"http://localhost:1/health.dtd\">\n",
    "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record)>\n] >\n", "<!DOCTYPE HealthData []>\n",
    // iOS 16: lists that are not closed, one within the other, and a stray end.
    """
    <!DOCTYPE HealthData [
    <!ATTLIST VisionPrescription
      type CDATA #REQUIRED
      brand CDATA #IMPLIED
    <!ELEMENT RightEye EMPTY>
    <!ATTLIST RightEye
      sphere CDATA #IMPLIED
      device "CDATA #IMPLIED
    <!ELEMENT MetadataEntry EMPTY>
    >
    ]>

    """,
  ]

  /// Whatever is declared in the head, the rest is read, and its lines are counted right.
  @Test(arguments: heads) func declarationsAreSkipped(_ head: String) throws {
    let line = 1 + head.utf8.count { $0 == 10 }
    let xml = Array("\(head)<HealthData>\(Self.yoga)</HealthData>".utf8)
    for size in [1, 5, 1 << 16] {
      #expect(try body(rows(xml, of: size)) == "\(line),\(Self.yogaRow)")
    }
  }

  @Test func otherEncodings() throws {
    let xml = "<HealthData>\(Self.yoga)</HealthData>".replacing("\"S\"", with: "\"Zoë\"")
    let row = "1,\(Self.yogaRow)".replacing(",S\n", with: ",Zoë\n")
    let head = "<!DOCTYPE HealthData [<!ELEMENT a EMPTY>]>"
    for size in [1, 3, 1 << 16] {
      for highFirst in [false, true] {
        let units = "\u{FEFF}\(head)\(xml)".utf16
        let bytes = units.flatMap {
          highFirst ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        #expect(try body(rows(bytes, of: size)) == row)
      }
      let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(xml)".unicodeScalars.map {
        UInt8($0.value)
      }
      #expect(try body(rows(latin, of: size)) == row)
    }
  }

  /// XML forbids them, and exports have them in names of devices.
  @Test func controlCharactersBecomeBlanks() throws {
    let xml = "<HealthData>\(Self.yoga)</HealthData>".replacing("\"S\"", with: "\"a\u{B}b\0c\"")
    #expect(
      try body(rows(Array(xml.utf8))) == "1,\(Self.yogaRow)".replacing(",S\n", with: ",a b c\n"))
  }

  @Test func longValuesAreCut() throws {
    let name = String(repeating: "é", count: 100_000)
    let xml = "<HealthData>\(Self.yoga)</HealthData>".replacing("\"S\"", with: "\"\(name)\"")
    let row = try rows(Array(xml.utf8))
    #expect(row.utf8.count < 2000 && row.contains(",\(name.prefix(500))\n"))
  }

  static let refused: [(String, String)] = [
    ("", "the file ends in line 1, before its last element does"),
    ("<HealthData>\n<Record", "the file ends in line 2, before its last element does"),
    ("<HealthData>\n", "the file ends in line 2, before its last element does"),
    ("\n<plist/>", "this is not an export of Apple Health: it starts with 'plist'"),
    ("Date,Pain\n1,2", "line 1 is no XML: syntax error"),
    ("<HealthData>\n\n<a></b></HealthData>", "line 3 is no XML: mismatched tag"),
    ("<HealthData>&x;</HealthData>", "line 1 is no XML: undefined entity"),
    ("<HealthData/>\n<HealthData/>", "line 2 is no XML: junk after document element"),
    (
      "<!DOCTYPE a [\n<!ENTITY x \"y\">\n]><HealthData/>",
      "line 2 declares an entity, which no export of Apple Health has"
    ),
    (
      "<!DOCTYPE a [\n\n<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x; ]><HealthData/>",
      "line 3 declares an entity, which no export of Apple Health has"
    ),
    (
      "<!DOCTYPE a [<!-- ]> -->\n<!ENTITY x \"y\"> ]><HealthData/>",
      "line 1 is no XML: syntax error"
    ),
    ("<!DOCTYPE a [\n<!ELEMENT x (y)>\n", "the file ends in line 3, before its last element does"),
    (
      "<?xml version=\"1.0\" encoding=\"EBCDIC\"?><HealthData/>",
      "line 1 is no XML: unknown encoding"
    ),
  ]

  @Test(arguments: refused) func refusals(_ xml: String, _ message: String) {
    for size in [1, 3, 1 << 16] {
      #expect(refusal { _ = try rows(Array(xml.utf8), of: size) } == message)
    }
  }

  /// Entities that would be a thousand million words are never read.
  @Test func noEntityIsExpanded() {
    var xml = "<!DOCTYPE HealthData [\n<!ENTITY a0 \"pain\">\n"
    for level in 1..<10 {
      xml += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
    }
    xml += "]>\n<HealthData>&a9;</HealthData>"
    #expect(
      refusal { _ = try rows(Array(xml.utf8)) }
        == "line 2 declares an entity, which no export of Apple Health has")
  }

  @Test func whatWouldFillTheMemoryIsRefused() {
    func refused(_ head: String, _ piece: String, _ message: String) {
      var given = 0
      let filler = Array(String(repeating: piece, count: (1 << 16) / piece.utf8.count).utf8)
      let said = refusal {
        try HealthExport { _ in }.read {
          given += 1
          return given == 1 ? Array(head.utf8) : filler
        }
      }
      #expect(said == message && given < 60, "\(head): \(said) after \(given)")
    }
    let long = "line 1 has an element of more than 1 MiB"
    refused("<HealthData><Record device=\"", "x", long)
    refused("<HealthData><!--", "x", long)
    refused("<HealthData><", "x", long)
    refused("<HealthData>", "<a>", "line 1 has more than 100 elements one within the other")
    refused("<!DOCTYPE a [", "x", "line 1: the declarations of the file do not end")
    refused("<!DOCTYPE a \"", "x", long)
  }

  /// Bytes changed, left out and put in: the reader ends, and all pieces make the same of them.
  @Test func damagedFilesEnd() throws {
    let whole = try fixture("export.xml")
    var random = SeededRandom(7)
    let favourites = Array("<>&;\"'=/![]-?% \n\r\0\u{B}xE".utf8) + [0xFF, 0xFE, 0xC3, 0x80]
    func outcome(_ bytes: [UInt8], _ size: Int) -> String {
      do { return try rows(bytes, of: size) } catch is Import.ImportFailure {
        return "failed"
      } catch { return "\(error)" }
    }
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let byte = favourites.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = byte
        case 1: bytes.insert(byte, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        default: bytes.insert(contentsOf: repeatElement(byte, count: 40), at: at)
        }
      }
      #expect(outcome(bytes, Int.random(in: 1...99, using: &random)) == outcome(bytes, 1 << 16))
    }
  }
}
