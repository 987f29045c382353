import Core
import SeededRandom
import Testing

/// Random input for the parsers of ENTRY, WHEN and the text of an edited entry: nothing may trap, and what is accepted must hold
/// what the types promise. `scripts/fuzz` tries a million.
@Suite struct FuzzTests {
  private static let count = RandomRuns.count(2000)
  private static let seed = RandomRuns.seed

  @Test func entriesNeverTrap() throws {
    var random = SeededRandom(FuzzTests.seed)
    let catalogue = Catalogue()
    let parser = EntryParser(exercises: catalogue.index)
    let pieces =
      catalogue.exercises.map(\.slug.text) + [
        "3x8", "3x20s", "6-4-2x10s", "8,8,7", "50s/side", "@20kg", "@", "left", "right", "both",
        "/side", "pain=", "pain=3", "x", "-", ",", "s", "m", "1m30s", "99999999999999999999", "0",
        "90/90", "×", "\u{0}", "\u{202E}", "🙂", "é", "\r\n", "\t", "NaN", "kg", "lb", "=", ".", "3",
      ]
    var accepted = 0
    for _ in 0..<FuzzTests.count {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        mutated(pieces, &random)
      }
      guard let entries = try? parser.parse(words) else { continue }
      accepted += entries.isEmpty ? 0 : 1
      let text = entries.map(\.text).joined(separator: " ")
      #expect(
        try parser.parse([text].filter { !$0.isEmpty }) == entries,
        "seed \(FuzzTests.seed): \(words)")
      for entry in entries {
        #expect(entry.sets.allSatisfy { (1...9999).contains($0.reps ?? 1) && ($0.hold ?? 1) >= 1 })
      }
    }
    #expect(accepted > FuzzTests.count / 100, "the inputs are too wild to test anything")
  }

  @Test func momentsNeverTrap() throws {
    var random = SeededRandom(FuzzTests.seed)
    let pieces = [
      "2026-11-20", "2026-02-30", "1970-01-01", "9999-12-31", "0001-01-01", "07:30", "23:59:59",
      "T",
      "Z", "+01:00", "-0500", "today", "yesterday", "now", "mon", "sunday", "-2d", "-3h", "-99999w",
      "2", "days", "ago", "hours", "weeks", " ", " ", ":", "-", "+", "99999999999", "٣", "é",
      "\u{0}",
      "2026-03-29 02:30", "2026-10-25 02:30", "min", "w", "d", "h",
    ]
    let start = try #require(utc("2026-11-20", 17))
    var accepted = 0
    for _ in 0..<FuzzTests.count {
      let now = start - Int.random(in: 0...400_000_000, using: &random)
      let zone = [Zones.utc, Zones.berlin, Zones.apia].randomElement(using: &random) ?? Zones.utc
      let parser = WhenParser(now: now, zone: zone, dayStart: ClockTime.defaultDayStart)
      let text = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        mutated(pieces, &random)
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      _ = try? parser.parseDay(text)
      _ = try? FixedClock(text)
      guard let when = try? parser.parse(text) else { continue }
      accepted += 1
      let moment = when.moment
      #expect((0...now + 300).contains(moment.utc), "seed \(FuzzTests.seed): \(text)")
      #expect(
        moment.day == moment.calendarDay || moment.day == moment.calendarDay.adding(-1),
        "seed \(FuzzTests.seed): \(text)")
      // What it prints is a WHEN of the same moment.
      #expect(try parser.parse(moment.iso8601).moment.utc == moment.utc)
    }
    #expect(accepted > FuzzTests.count / 100, "the inputs are too wild to test anything")
  }

  @Test func editedEntriesNeverTrap() throws {
    var random = SeededRandom(FuzzTests.seed)
    let entries = try EntryTextTests.entries()
    let reader = try EntryTextTests().reader()
    var accepted = 0
    for _ in 0..<FuzzTests.count / 4 {
      guard let entry = entries.randomElement(using: &random) else { break }
      var lines = entry.editable.text(of: entry.kind).split(separator: "\n").map(String.init)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !lines.isEmpty {
        let place = lines.indices.randomElement(using: &random) ?? 0
        lines[place] = mutated([lines[place], "at: -2d", "note: é", ":", "#"], &random)
      }
      guard
        let text = try? EntryText(reading: lines.joined(separator: "\n"), of: entry.kind),
        let read = try? reader.read(text, as: entry)
      else { continue }
      accepted += 1
      #expect(read.kind == entry.kind, "seed \(FuzzTests.seed): \(lines)")
    }
    #expect(accepted > FuzzTests.count / 100, "the inputs are too wild to test anything")
  }

  /// A piece as it is, or with some characters lost, doubled or replaced.
  private func mutated(_ pieces: [String], _ random: inout SeededRandom) -> String {
    var text = pieces.randomElement(using: &random) ?? ""
    if Int.random(in: 0...3, using: &random) > 0 { return text }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var scalars = Array(text.unicodeScalars)
      guard !scalars.isEmpty else { break }
      let position = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: scalars.remove(at: position)
      case 1: scalars.insert(scalars[position], at: position)
      case 2:
        let value = UInt32.random(in: 0...0x2FFF, using: &random)
        scalars[position] = Unicode.Scalar(value) ?? "x"
      default:
        scalars.append(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars)
      }
      text = String(String.UnicodeScalarView(scalars))
    }
    return text
  }
}
