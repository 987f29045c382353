import SeededRandom
import Testing

@testable import Core

/// Entries as text that is edited and read back.
@Suite struct EntryTextTests {
  private static let moment = Moment(
    utc: 1_795_200_005, offsetMinutes: 60, zone: "Europe/Berlin", day: Day(number: 20_777))

  func reader() throws -> EntryReader {
    EntryReader(
      Catalogue(), measurements: MeasurementParser(own: []),
      moment: { text in
        let parser = WhenParser(
          now: 1_795_300_000, zone: Zone.fixed(minutes: 60), dayStart: .defaultDayStart)
        return try parser.parse(text).moment
      }, photo: { $0 })
  }

  private static func id() -> EntryID {
    var random = SeededRandom(7)
    return EntryID(nanoseconds: 1_795_000_000_000_000_000, using: &random)
  }

  static func entries() throws -> [LogEntry] {
    let index = Catalogue().index
    let (id, moment) = (id(), moment)
    let session = Session(
      id: id, moment: moment, duration: Duration(seconds: 1085), effort: try Effort("3.5"),
      entries: try EntryParser(exercises: index).parse([
        "bird-dog 6-4-2x10s", "side-plank 3x20s/side pain=2", "glute-bridge 3x12@20kg",
        "couch-stretch",
      ]), note: "one\n\n  two: three\n# four")
    let thomas = try MeasurementParser(own: []).kind(named: "thomas")
    return [
      .session(session, pain: PainAround(before: try NPRSScore("3"), after: try NPRSScore("2.5"))),
      .pain(
        PainRating(
          id: id, moment: moment, score: try NPRSScore("3.5"), recall: .morning,
          sites: [try PainSite("hip:left"), try PainSite("low-back")], triggers: ["long drive"],
          woke: true, note: "x")),
      .measurement(
        Measurement(
          id: id, moment: moment, kind: thomas, side: .left, instrument: .goniometer,
          motion: .passive, trials: [-500, -825], pain: try NPRSScore("0"), photo: "/p/x.jpg")),
      .day(
        DayRecord(
          id: id, moment: moment, factors: [try Factor("sitting=1h30m"), try Factor("steps=6418")])
      ),
      .flare(Flare(id: id, start: moment, end: moment, note: nil)),
      .stage(
        StageTransition(
          id: id, moment: moment, kind: .start, rehabProtocol: Slug(stored: "a"),
          stage: Slug(stored: "b"), note: "why")),
      .check(SafetyCheck(id: id, moment: moment, resolution: "seen")),
    ]
  }

  @Test(arguments: 0..<7)
  func whatIsNotTouchedStaysAsItIs(_ number: Int) throws {
    let entry = try EntryTextTests.entries()[number]
    let text = "# heading\n" + entry.editable.text(of: entry.kind)
    let read = try EntryText(reading: text, of: entry.kind)
    #expect(
      read.lines.map(\.value).filter { !$0.isEmpty }
        == entry.editable.lines.map(\.value).filter { !$0.isEmpty })
    let again = try reader().read(read, as: entry)
    #expect("\(again)" == "\(entry)")
  }

  /// Every line of every kind can be given anew in its own words, and means the same.
  @Test(arguments: 0..<7)
  func whatIsWrittenMeansWhatWasRead(_ number: Int) throws {
    let entry = try EntryTextTests.entries()[number]
    for field in EntryField.fields(of: entry.kind) where field != .at && field != .end {
      let values = entry.editable.values(field)
      if values.isEmpty { continue }
      // Another order or a blank more makes a line different, and so it is read.
      let text = EntryText(
        entry.editable.lines.map { line in
          line.field == field ? FieldLine(field, value: " \(line.value)") : line
        })
      if field == .note || field == .resolution || field == .photo { continue }
      let lines = text.text(of: entry.kind).split(separator: "\n").map(String.init)
      let read = try EntryText(reading: lines.joined(separator: "\n"), of: entry.kind)
      #expect("\(try reader().read(read, as: entry))" == "\(entry)")
    }
  }

  @Test(arguments: [
    ("minutes: 10\nminutes: 11", 2, "'minutes' was given twice"),
    ("exercise: bird-dog 3x8\nexercise: brid-dog 3x8", 2, "there is no exercise 'brid-dog'"),
    ("\n\nat: whenever", 3, "cannot read 'whenever' as a time"),
    ("effort: 11", 1, "the effort '11' is not on the scale"),
    ("score: 3", 1, "a session has no field 'score'"), ("words", 1, "there is no field in 'words'"),
    ("at:", nil, "'at' cannot be empty"),
  ])
  func anErrorNamesItsLine(_ text: String, _ line: Int?, _ message: String) throws {
    let entry = try EntryTextTests.entries()[0]
    let at = "at: \(EntryTextTests.moment.iso8601)"
    let filled = text.hasPrefix("at:") || text.contains("\nat:") ? text : text + "\n" + at
    let error = #expect(throws: LineError.self) {
      try reader().read(try EntryText(reading: filled, of: .session), as: entry)
    }
    #expect(
      error?.line == line && error?.error.message.hasPrefix(message) == true,
      "\(String(describing: error))")
  }

  @Test(arguments: [
    ("value: 26\nvalue: 12x\nvalue: 27", 2, "cannot read '12x' as"),
    ("value: 6\nvalue: 7.5\nvalue: 800", 3, "'800' is outside what"),
    ("side: middle\nvalue: 5", 1, "there is no side 'middle'"),
  ])
  func anErrorNamesTheLineOfItsValue(_ text: String, _ line: Int, _ message: String) throws {
    let entry = try EntryTextTests.entries()[2]
    let rest = "\nat: \(EntryTextTests.moment.iso8601)\nkind: thomas"
    let error = #expect(throws: LineError.self) {
      try reader().read(try EntryText(reading: text + rest, of: .measurement), as: entry)
    }
    #expect(
      error?.line == line && error?.error.message.hasPrefix(message) == true,
      "\(String(describing: error))")
  }

  /// A line end of DOS is one `Character`, and some breaks of lines are words of a note.
  @Test func linesEndAsEditorsEndThem() {
    #expect("a\r\nb\rc\nd\u{2028}e".editorLines == ["a", "b", "c", "d\u{2028}e"])
  }

  @Test func aFieldIsTakenAwayByNothing() throws {
    let entry = try EntryTextTests.entries()[0]
    let text = try entry.editable.replacing(
      [(.note, [""]), (.minutes, [""]), (.exercise, ["pigeon", "bird-dog 3x8"])], of: .session)
    guard case .session(let session, let pain) = try reader().read(text, as: entry) else {
      Issue.record("no session")
      return
    }
    #expect(session.note == nil && session.duration == nil && pain.before?.tenths == 30)
    #expect(session.entries.map(\.text) == ["pigeon", "bird-dog 3x8"])
    #expect(session.effort?.tenths == 35)
  }
}
