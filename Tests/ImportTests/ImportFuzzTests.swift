import Core
import Import
import SeededRandom
import Testing

/// Whatever the bytes are, a reader ends: with values or with an error, never with a trap.
@Suite struct ImportFuzzTests {
  static let fixtures = [
    (Format.strong, "strong.csv"), (.strong, "strong-notes.csv"), (.strong, "strong-units.csv"),
    (.strong, "strong-number.csv"), (.strong, "strong-old.csv"), (.hevy, "hevy-kg.csv"),
    (.hevy, "hevy-lbs.csv"), (.fitnotes, "fitnotes.csv"), (.fitnotes, "fitnotes-kgs.csv"),
    (.bearable, "bearable.csv"), (.bearable, "bearable-formatted.csv"),
    (.rehabTracker, "rehab-tracker.csv"), (.rehabTracker, "rehab-tracker-weekly.csv"),
    (.wger, "wger.csv"), (.csv, "diary.csv"), (.appleHealth, "apple-health.csv"),
  ]

  func options() throws -> ImportOptions {
    var options = kilograms
    options.columns = try ColumnMap(
      "date=Tag,pain=Schmerz,seconds=Dauer,exercise=Wdh,sets=Minuten,factor:a=Sitzen,measure:b=Thomas,minutes=Minuten"
    )
    return options
  }

  func outcome(_ format: Format, _ bytes: [UInt8], size: Int) throws -> String {
    var lines: [String] = []
    do {
      _ = try Importer.read(
        format, options: options(), from: { pieces(bytes, of: size) },
        deliver: {
          lines += describe($0)
        })
    } catch let failure as ImportFailure {
      // Which of several faults is met first depends on the pieces.
      #expect(!failure.message.isEmpty && failure.line ?? 1 >= 1)
      return "failed"
    }
    return lines.joined(separator: "\n")
  }

  /// Bytes changed, left out, doubled and put in; the outcome is the same in all pieces.
  @Test(arguments: fixtures) func damagedFilesEnd(_ format: Format, _ name: String) throws {
    let whole = try fixture(name)
    var random = SeededRandom(UInt64(whole.count))
    let favourites =
      Array("\"\",;\t\n\r -:./0123456789ehmkgPpaT\u{FEFF}é".utf8) + [0, 0xFF, 0xFE, 0x80, 0xC3]
    for _ in 0..<80 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let byte = favourites.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = byte
        case 1: bytes.insert(byte, at: at)
        case 2: bytes.remove(at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        default: bytes.insert(contentsOf: repeatElement(byte, count: 40), at: at)
        }
      }
      let one = try outcome(format, bytes, size: 1 << 16)
      #expect(try outcome(format, bytes, size: Int.random(in: 1...40, using: &random)) == one)
    }
  }

  /// Random bytes behind a header, and random bytes alone.
  @Test(arguments: Format.allCases) func randomBytesEnd(_ format: Format) throws {
    var random = SeededRandom(99)
    let header = ImportFuzzTests.fixtures.first { $0.0 == format }.map { try? fixture($0.1) }
    let line = (header.flatMap(\.self) ?? []).prefix { $0 != UInt8(ascii: "\n") } + [0x0A]
    for round in 0..<150 {
      let count = Int.random(in: 0...400, using: &random)
      let most: UInt8 = round % 2 == 0 ? 255 : 127
      let noise = (0..<count).map { _ in UInt8.random(in: 1...most, using: &random) }
      for bytes in [noise, Array(line) + noise] {
        let one = try outcome(format, bytes, size: 1 << 16)
        #expect(try outcome(format, bytes, size: 3) == one)
      }
    }
  }

  @Test func randomLoopFilesEnd() throws {
    var random = SeededRandom(5)
    for _ in 0..<150 {
      let files = ["Habits.csv", "001 A/Checkmarks.csv", "Checkmarks.csv", "002 B/Checkmarks.csv"]
        .shuffled(using: &random)
      let sources = files.prefix(Int.random(in: 1...4, using: &random)).map { path in
        let text =
          [
            "Position,Name,Type\n001,A,NUMERICAL\n", "Date,Value,Notes\n2026-01-01,2,\n",
            "Date,A,B,\n2026-01-01,2,NO,\n",
          ].randomElement(using: &random) ?? ""
        let noise = (0..<Int.random(in: 0...60, using: &random)).map { _ in
          UInt8.random(in: 1...127, using: &random)
        }
        return NamedSource(path: path) { pieces(Array(text.utf8) + noise, of: 4) }
      }
      do {
        _ = try Importer.readLoop(Array(sources)) { _ in }
      } catch is ImportFailure {}
    }
  }

  /// A file without an end is read in the memory of one session.
  @Test func endlessFilesNeedNoMemory() throws {
    var given = 0
    let header = Array("Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n".utf8)
    let rows = Array(String(repeating: "2026-01-02 07:00:00,A,Row,1,20,8\n", count: 1000).utf8)
    var most = 0
    var sets = 0
    _ = try Importer.read(
      .strong, options: kilograms,
      from: {
        given = 0
        return {
          given += 1
          return given == 1 ? header : given <= 101 ? rows : nil
        }
      },
      deliver: { value in
        guard case .session(let session) = value else { return }
        most = max(most, session.sets.count)
        sets += session.sets.count
      })
    #expect(sets == 100_000 && most == 10_000)
  }
}
