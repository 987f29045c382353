import Import
import Testing

/// Files that are no CSV or no text: an error that names the line, and memory that stays small.
@Suite struct BadTextTests {
  /// The failure that reading a file ends with, whatever the pieces; nil when they differ or none is.
  func failure(_ bytes: [UInt8], options: CSVOptions = CSVOptions()) -> ImportFailure? {
    var found: Set<String> = []
    var last: ImportFailure?
    for size in [1, 2, 3, 64, 1 << 20] {
      do {
        _ = try table(bytes, of: size, options: options)
        found.insert("none")
      } catch let failure as ImportFailure {
        found.insert(failure.message)
        last = failure
      } catch {
        found.insert("\(error)")
      }
    }
    #expect(found.count == 1, "\(found)")
    return found.count == 1 ? last : nil
  }

  @Test(
    arguments: [
      ([0x61, 0xE9, 0x0A], 1), ([0x61, 0x0D, 0x0A, 0x62, 0x0A, 0xFF], 3),
      ([0x61, 0x0D, 0xC3, 0x28], 2),
      ([0xED, 0xA0, 0x80], 1), ([0xC0, 0xAF], 1), ([0xF4, 0x90, 0x80, 0x80], 1),
      ([0xE0, 0x80, 0x80], 1), ([0xF8, 0x80], 1), ([0x0A, 0x0A, 0x0A, 0xE2, 0x82, 0x41], 4),
    ] as [([UInt8], Int)])
  func namesTheLineOfWhatIsNotUTF8(_ bytes: [UInt8], line: Int) {
    let failure = failure(bytes)
    #expect(failure?.message == "line \(line) is not UTF-8")
    #expect(failure?.hint?.contains("--encoding windows-1252") == true)
    #expect(failure?.line == line)
  }

  @Test func refusesHalfACharacterAtTheEnd() {
    #expect(failure([0x61, 0xE2, 0x82])?.message == "the file ends within a character")
    #expect(failure([0xFF, 0xFE, 0x61, 0x00, 0x62])?.message == "the file ends within a character")
  }

  @Test func refusesBytesThatAreNoText() {
    let message = "line 2 has a zero byte, so this is no text file"
    #expect(failure([0x61, 0x62, 0x63, 0x64, 0x0A, 0x65, 0x00])?.message == message)
    #expect(
      failure([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC])?.message
        == "line 1 or one soon after it is not UTF-16")
  }

  @Test func readsOlderEncodingsWhenAsked() throws {
    let bytes: [UInt8] = [0x93, 0xE9, 0x94, 0x2C, 0x80, 0x35, 0x0A]
    for name in ["windows-1252", "latin-1", "ISO-8859-1"] {
      let options = CSVOptions(encoding: TextEncoding(name: name))
      #expect(try table(bytes, of: 1, options: options) == [["\u{201C}é\u{201D}", "€5"]])
    }
    #expect(TextEncoding(name: "ebcdic") == nil)
  }

  @Test func namesTheLineOfAnOpenQuote() {
    let failure = failure(Array("a,b\r\n1,2\r\n3,\"half\n of\n it".utf8))
    #expect(failure?.message == "the quote opened in line 3 is never closed")
    #expect(failure?.line == 3)
  }

  @Test func namesTheLineOfTextBehindAQuote() {
    #expect(
      failure(Array("a\nb,\"c\"d\n".utf8))?.message == "line 2 has text behind a closing quote")
  }

  @Test func stopsAtTooManyFields() {
    let line = String(repeating: ",", count: 5000)
    #expect(failure(Array("a\n\(line)\n".utf8))?.message == "line 2 has more than 1000 fields")
  }

  /// A line of 100 MB is refused after the first megabyte, however it comes.
  @Test(arguments: ["x", "\"x"]) func stopsAtALongLine(_ start: String) throws {
    for size in [1 << 12, 1 << 16, 100 << 20] {
      var given = 0
      var first = true
      var reader = CSVReader(source: {
        guard given < 100 << 20 else { return nil }
        given += size
        defer { first = false }
        let piece = [UInt8](repeating: UInt8(ascii: "y"), count: size)
        return first ? Array("a,b\n1,2\n\(start)".utf8) + piece : piece
      })
      #expect(try reader.next())
      #expect(try reader.next())
      let failure = #expect(throws: ImportFailure.self) { _ = try reader.next() }
      #expect(failure?.message == "line 3 is longer than 1048576 bytes")
      #expect(given <= max(size, 2 << 20))
    }
  }
}
