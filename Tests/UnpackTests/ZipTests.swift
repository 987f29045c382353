import Import
import SeededRandom
import TemporaryFolder
import Testing
import Unpack
import ZipWriter

/// What is read of zip files, and what is refused.
@Suite struct ZipTests {
  private let text = Array("Date,Value\n2026-01-01,2\n".utf8)

  private func contents(_ zip: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    let archive = try ZipArchive(folder.write(zip, to: "export.zip"))
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
  }

  /// Where the flag of UTF-8 is not set, names are in the encoding of DOS, or in UTF-8 all the same.
  @Test func namesInOtherEncodings() throws {
    var zip = ZipBytes([.init("Exportación.csv", "one".utf8)])
    #expect(try contents(zip.bytes) == ["Exportación.csv: one"])
    zip.items[0].flags = 0
    #expect(try contents(zip.bytes) == ["Exportación.csv: one"])
    zip.items[0].path = Array("Exportaci".utf8) + [0xA2] + Array("n.csv".utf8)
    #expect(try contents(zip.bytes) == ["Exportación.csv: one"])
    zip.items[0].flags = 0x800
    #expect(UnpackTests.refusal { _ = try contents(zip.bytes) }.hasPrefix("the list of files in "))
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
      refusal { $0.items[0].method = 14 }
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
    #expect(refusal { $0.items[0].start = 5 }.hasPrefix("'Habits.csv' in the zip is damaged: "))
  }

  /// A file may say that it has bytes and take none, which libzip does not look at.
  @Test func aFileWithoutBytes() {
    #expect(
      refusal {
        $0.items[0].data = []
        $0.items[0].crc = 0
      } == "'Habits.csv' in the zip is damaged: it ends too early")
  }

  /// Deflate that stops in the middle.
  @Test func cutFiles() {
    for count in 2..<10 {
      #expect(
        refusal { $0.items[0].data.removeLast(count) }
          == "'Habits.csv' in the zip is damaged: it ends too early")
    }
  }

  /// Every file has a second head before its data. Whatever that says, what is read is what the list
  /// says, or nothing.
  @Test func headsThatSaySomethingElse() throws {
    let bytes = ZipBytes([.init("Habits.csv", text)]).bytes
    let whole = try contents(bytes)
    var refused = 0
    for place in 0..<40 {
      for byte: UInt8 in [0, 9, 88, 255] {
        var bytes = bytes
        bytes[place] = byte
        let said = UnpackTests.refusal {
          let read = try contents(bytes)
          #expect(read == whole)
        }
        #expect(
          ["", "the list of files in the zip does not fit 'Habits.csv'"].contains(said)
            || said.hasPrefix("'Habits.csv' in the zip is damaged: "))
        refused += said.isEmpty ? 0 : 1
      }
    }
    // Only the lengths of its name and of what follows, in the last four bytes before the name, say where
    // the data are. Three of those bytes are 0 already.
    #expect(refused == 13)
  }

  /// Why a zip is refused before anything in it is unpacked; empty where it is not.
  private func whenOpened(_ zip: ZipBytes) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(zip.bytes, to: "export.zip")
    return withExtendedLifetime(folder) { UnpackTests.refusal { _ = try ZipArchive(path) } }
  }

  /// A file that takes some bytes in the zip, and of which the list says another size.
  private func item(_ name: String, packed: Int, size: UInt64) -> ZipBytes.Item {
    var item = ZipBytes.Item(name, repeatElement(0, count: packed), deflated: false)
    (item.method, item.size) = (8, size)
    return item
  }

  /// Sizes on both sides of what only a zip made to fill a disk has: bytes in the zip, bytes when
  /// unpacked, and what is said when the zip is opened.
  static let sizes: [(Int, UInt64, String)] = [
    (1, 256 << 20, ""),
    (1, 256 << 20 + 1, "'a.csv' would be 256 MiB when unpacked, over 200 times its size"),
    (2 << 20, 400 << 20, ""),
    (2 << 20, 400 << 20 + 1, "'a.csv' would be 400 MiB when unpacked, over 200 times its size"),
    (2 << 20, 1 << 48, "'a.csv' would be 268435456 MiB when unpacked, over 200 times its size"),
    (2 << 20, 1 << 48 + 1, "the list of files in the zip does not fit 'a.csv'"),
  ]

  @Test(arguments: sizes) func bombs(_ packed: Int, _ size: UInt64, _ message: String) throws {
    var zip = ZipBytes([item("a.csv", packed: packed, size: size)])
    zip.isLarge = true
    #expect(try whenOpened(zip) == message)
  }

  /// Files of which none is too large, and all of them are together.
  @Test func bombsInParts() throws {
    var zip = ZipBytes([
      item("a.csv", packed: 1, size: 128 << 20), item("b.csv", packed: 1, size: 128 << 20),
    ])
    #expect(try whenOpened(zip) == "")
    zip.items[1].size += 1
    #expect(
      try whenOpened(zip) == "the zip would be 256 MiB when unpacked, over 200 times its size")
    zip.items[0] = item("a.csv", packed: 2 << 20, size: 400 << 20)
    zip.items[1].size = 200 * UInt64(zip.bytes.count) - 400 << 20
    #expect(try whenOpened(zip) == "")
    zip.items[1].size += 1
    #expect(
      try whenOpened(zip) == "the zip would be 400 MiB when unpacked, over 200 times its size")
  }

  @Test(arguments: [(10_000, ""), (10_001, "the zip has more than 10000 files")])
  func manyFiles(_ count: Int, _ message: String) throws {
    let one = ZipBytes.Item("a.csv", [], deflated: false)
    #expect(try whenOpened(ZipBytes(Array(repeating: one, count: count))) == message)
  }

  /// Lists of 10,000 names and up to 16 MiB are read.
  @Test(arguments: [(1600, false), (1650, true)])
  func longLists(_ length: Int, _ isRefused: Bool) throws {
    let name = String(repeating: "a", count: length)
    let one = ZipBytes.Item(name, [], deflated: false)
    let said = try whenOpened(ZipBytes(Array(repeating: one, count: 10_000)))
    #expect(said.hasPrefix("the list of files in ") == isRefused && said.isEmpty != isRefused)
  }

  /// As many packed bytes as the zip has, and one more.
  @Test func moreBytesThanTheZipHas() throws {
    var zip = ZipBytes([.init("a.csv", text)])
    zip.items[0].packed = UInt64(zip.bytes.count)
    #expect(try whenOpened(zip) == "")
    zip.items[0].packed? += 1
    #expect(
      try whenOpened(zip) == "the list of files in the zip does not fit 'a.csv'")
  }

  /// A bomb that is small in any part: one file is listed again and again.
  @Test func filesWithinFiles() throws {
    var zip = ZipBytes([.init("a.csv", repeatElement(65, count: 1000), deflated: false)])
    zip.items.append(zip.items[0])
    (zip.items[1].isOnlyListed, zip.items[1].start) = (true, 0)
    zip.items[1].packed = UInt64(zip.bytes.count - 1000)
    #expect(try whenOpened(zip) == "")
    zip.items[1].packed? += 1
    #expect(try whenOpened(zip) == "the zip has files that overlap")
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
        let from = Bool.random(using: &random) ? max(0, bytes.count - 350) : 0
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
