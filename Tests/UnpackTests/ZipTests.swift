import Import
import SeededRandom
import Testing
import Unpack
import ZipWriter

/// What is read of zip files, and what is refused.
@Suite struct ZipTests {
  private let text = Array("Date,Value\n2026-01-01,2\n".utf8)

  private func contents(_ zip: [UInt8]) throws -> [String] {
    let folder = try Folder()
    let archive = try ZipArchive(folder.put(zip))
    return try archive.entries.map { entry in
      let next = try archive.source(entry)
      var bytes: [UInt8] = []
      while let piece = try next() { bytes += piece }
      return "\(entry.path): \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  private func refusal(_ change: (inout ZipBytes) -> Void) -> String {
    var zip = ZipBytes([.init("Habits.csv", text), .init("001 A/Checkmarks.csv", text)])
    change(&zip)
    return UnpackTests.refusal { _ = try contents(zip.bytes) }
  }

  @Test func filesInAnyForm() throws {
    var zip = ZipBytes([
      .init("a.csv", "one".utf8), .init("b/", [], deflated: false),
      .init("b/c.csv", "two".utf8, deflated: false), .init("b/empty.csv", [], deflated: false),
      .init("link.csv", "/etc/passwd".utf8),
    ])
    zip.items[4].mode = 0o120777
    let expected = ["a.csv: one", "b/c.csv: two", "b/empty.csv: "]
    #expect(try contents(zip.bytes) == expected)
    zip.isLarge = true
    #expect(try contents(zip.bytes) == expected)
    #expect(try contents(ZipBytes([]).bytes) == [])
    // Bytes that are no UTF-8, as older programs wrote them.
    zip.items[0].path = Array("Exportaci".utf8) + [0xA2, 0x6E]
    #expect(try contents(zip.bytes).first == "Exportaci\u{FFFD}n: one")
  }

  /// More than is read at a time.
  @Test func largeFiles() throws {
    let long = String(repeating: "2026-01-01,2\n", count: 200_000)
    #expect(try contents(ZipBytes([.init("a.csv", long.utf8)]).bytes) == ["a.csv: \(long)"])
  }

  static let wildNames = [
    "../a.csv", "a/../../b.csv", "/etc/a.csv", "a\\b.csv", "..\\a.csv", "C:a.csv", "..", "",
  ]

  @Test(arguments: wildNames) func namesThatLeadElsewhere(_ name: String) {
    #expect(
      refusal { $0.items[0].path = Array(name.utf8) }
        == "the zip holds '\(name)', which is no name within a folder")
  }

  @Test func flaws() {
    #expect(refusal { $0.items[1].flags |= 1 } == "'001 A/Checkmarks.csv' in the zip is encrypted")
    #expect(
      refusal { $0.items[0].instrument = 14 }
        == "'Habits.csv' in the zip is packed by method 14, which is not read")
    #expect(
      refusal { $0.items[0].crc ^= 1 }
        == "'Habits.csv' in the zip is damaged: its checksum does not fit")
    #expect(
      refusal { $0.items[0].size += 1 }
        == "'Habits.csv' in the zip is damaged: it ends too early")
    #expect(
      refusal { $0.items[0].size -= 1 }
        == "'Habits.csv' in the zip is damaged: it is longer than its list says")
    #expect(
      refusal { $0.items[0].data[0] = 0xFF }
        == "'Habits.csv' in the zip is damaged: it cannot be unpacked")
    let unfit = "the list of files in the zip does not fit 'Habits.csv'"
    #expect(refusal { $0.items[0].packed = 1 << 30 } == unfit)
    #expect(refusal { $0.items[0].start = 5 } == unfit)
    #expect(refusal { $0.items[0].start = 1 << 30 } == unfit)
    #expect(
      refusal {
        $0.isLarge = true
        $0.items[0].packed = .max
      } == unfit)
    #expect(
      refusal {
        $0.isLarge = true
        $0.items[0].size = .max
      } == unfit)
    #expect(
      refusal {
        $0.items[1] = $0.items[0]
        $0.items[1].start = 0
      } == "the zip holds files one within the other")
  }

  /// The head of a file, before its data, has to say what the list says: place and what is there instead.
  @Test(arguments: [(0, 0), (8, 0), (26, 9), (30, 88)] as [(Int, UInt8)])
  func headsThatSaySomethingElse(_ place: Int, _ byte: UInt8) {
    var bytes = ZipBytes([.init("Habits.csv", text)]).bytes
    bytes[place] = byte
    #expect(
      UnpackTests.refusal { _ = try contents(bytes) }
        == "the list of files in the zip does not fit 'Habits.csv'")
  }

  /// Sizes that only a zip made to fill a disk has are refused at the list.
  @Test func bombs() {
    #expect(
      refusal { $0.items[0].size = 300 << 20 }
        == "'Habits.csv' would be 300 MiB when unpacked, over 200 times its size")
    #expect(
      refusal { zip in
        for index in 0..<9 {
          zip.items.append(.init("\(index).csv", text))
          zip.items[index].size = 40 << 20
        }
      } == "the zip would be 360 MiB when unpacked, over 200 times its size")
    let one = ZipBytes.Item("a.csv", [UInt8](), deflated: false)
    #expect(
      refusal { $0.items = Array(repeating: one, count: 10_001) }
        == "the zip holds more than 10000 files")
  }

  @Test func halfAZip() throws {
    let whole = ZipBytes([.init("a.csv", text), .init("b.csv", text)]).bytes
    for count in 1..<whole.count {
      let said = UnpackTests.refusal { _ = try contents(Array(whole.prefix(count))) }
      #expect(said.contains("the list of files in "), "\(count): \(said)")
    }
  }

  /// Bytes changed, left out and put in: the reader ends.
  @Test func damagedZipsEnd() throws {
    let text = Array(String(decoding: try fixture("export.xml"), as: UTF8.self).utf8)
    var zip = ZipBytes([.init("a/export.xml", text), .init("b.csv", self.text, deflated: false)])
    var random = SeededRandom(11)
    for round in 0..<600 {
      zip.isLarge = round % 2 == 0
      var bytes = zip.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        // Half of the changes are in the list, whose bytes are few.
        let from = Bool.random(using: &random) ? max(0, bytes.count - 250) : 0
        let at = Int.random(in: from..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(0xFF, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 5))
        default: for place in at..<min(bytes.count, at + 8) { bytes[place] = 0xFF }
        }
      }
      do { _ = try contents(bytes) } catch is ImportFailure {}
    }
  }
}
