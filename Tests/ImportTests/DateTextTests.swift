import Core
import Testing

@testable import Import

@Suite struct DateTextTests {
  func read(_ text: String, _ order: DateOrder? = nil) -> String {
    switch DateText.read(text, order: order) {
    case .date(let date): date.time.description
    case .ambiguous: "ambiguous"
    case .none: "none"
    }
  }

  @Test(arguments: [
    ("2026-01-18", "2026-01-18"), ("2026/01/18", "2026-01-18"),
    ("2026-01-18 17:42:05", "2026-01-18 17:42:05"), ("2026-01-18T07:42", "2026-01-18 07:42"),
    ("2026-01-18 5:42:00\u{202F}PM", "2026-01-18 17:42"),
    ("2026-01-18 5:42 PM", "2026-01-18 17:42"), ("2026-01-18, 12:05\u{A0}am", "2026-01-18 00:05"),
    ("2026-01-18 12:05pm", "2026-01-18 12:05"),
    ("2024-01-15 07:00:00+00:00", "2024-01-15 07:00+00:00"),
    ("2024-01-15T07:00:00.123456Z", "2024-01-15 07:00+00:00"),
    ("2024-01-15 07:00 -0530", "2024-01-15 07:00-05:30"),
    ("18 Jan 2026, 17:42", "2026-01-18 17:42"), ("02 Jul 2025, 7:56", "2025-07-02 07:56"),
    ("Sep 29, 2026, 3:15 PM", "2026-09-29 15:15"), ("1 Sept. 2026, 07:30", "2026-09-01 07:30"),
    ("16 Juni 2026, 18:00", "2026-06-16 18:00"), ("3 März 2026", "2026-03-03"),
    ("8th Dec 2021", "2021-12-08"), ("1st March 2024", "2024-03-01"),
    ("22nd January 2022", "2022-01-22"), ("3rd Aug 2022", "2022-08-03"),
    ("18 ene 2026, 17:42", "2026-01-18 17:42"), ("18 févr. 2026, 17:42", "2026-02-18 17:42"),
    ("18 Okt 2026", "2026-10-18"), ("2 AOÛT 2026", "2026-08-02"), ("2 ago 2026", "2026-08-02"),
    ("18 de out. de 2026, 07:00", "2026-10-18 07:00"), ("9 mrt. 2026", "2026-03-09"),
    ("9 mag 2026", "2026-05-09"), ("9 giu 2026", "2026-06-09"), ("9 juil. 2026", "2026-07-09"),
    ("9 fe\u{301}vr. 2026", "2026-02-09"), ("1. Jänner 2026", "2026-01-01"),
    ("22.09.2026, 17:00", "2026-09-22 17:00"), ("1.2.2026", "2026-02-01"),
    ("03/03/2026", "2026-03-03"),
  ]) func readsWhatAppsWrite(_ text: String, meaning: String) {
    #expect(read(text) == meaning)
    #expect(read(text, .mdy) == meaning)
  }

  @Test(arguments: [
    "", " ", "yesterday", "2026-02-30", "2026-13-01", "31 Feb 2026", "32 Foo 2024", "12:00",
    "2026-01-18 25:00", "2026-01-18 13:00 PM", "2026-01-18 0:30 AM", "2026-01-18 7:5",
    "20260118", "18-01-26", "1/2/26", "0026-01-18", "1969-12-31", "2026-01-18 07:00+99:00",
    "31/31/2026", "2026--01-18", "١٨/٠١/٢٠٢٦", "Jan 2026", "5 9월 2026", "T", "2026-01-18T",
    "18 Jan 2026 x", "18 de Jan 2026", "de 18 Jan de 2026", "18 juill 2026", "18 m 2026",
  ]) func refusesOthers(_ text: String) {
    #expect(read(text) == (text == "2026-01-18T" ? "2026-01-18" : "none"))
  }

  /// The quick way gives nothing that the thorough one does not.
  @Test(arguments: [
    "2026-01-18", "2026-01-18 17:42:05", "2026-02-30", "1969-12-31", "2026-01-18T17:42:05",
    "2026-01-18 24:00:00", "2026-01-18 17:4205x", "2026/01/18", "xxxx-01-18", "", "2026-01-1",
  ]) func readsPlainDatesTheQuickWay(_ text: String) {
    let quick = Array(text.utf8).withUnsafeBufferPointer(CivilTime.init(plain:))
    let isPlain = text == "2026-01-18" || text == "2026-01-18 17:42:05"
    #expect(quick?.description == (isPlain ? read(text) : nil))
  }

  @Test func numbersNeedAnOrder() {
    #expect(read("05/06/2026") == "ambiguous")
    #expect(read("05/06/2026 7:30", .dmy) == "2026-06-05 07:30")
    #expect(read("5-6-2026", .mdy) == "2026-05-06")
    #expect(read("23/12/2025") == "ambiguous")
    #expect(read("23/12/2025", .dmy) == "2025-12-23")
    #expect(read("23/12/2025", .mdy) == "none")
  }

  @Test func evidenceNamesItsLines() throws {
    var evidence = DateOrder.Evidence()
    evidence.add(nil, line: 2)
    #expect(throws: ImportFailure.self) { try evidence.order() }
    evidence.add(.dmy, line: 3)
    evidence.add(.dmy, line: 4)
    #expect(try evidence.order() == .dmy)
    evidence.add(.mdy, line: 9)
    let failure = #expect(throws: ImportFailure.self) { try evidence.order() }
    #expect(failure?.message == "line 3 has the day first and line 9 the month")
  }

  @Test func spansOfTime() {
    for (text, seconds) in [
      ("1h 5m", 3900), ("45m", 2700), ("38min", 2280), ("264h 1m", 950_460), ("1h 5m 3s", 3903),
      ("2520", 2520), ("1h5m", 3900), ("90s", 90), ("1800.0", 1800), ("2h", 7200),
    ] { #expect(SpanText.seconds(text) == seconds, "\(text)") }
    for text in ["", "abc", "5m 1h", "1h 1h", "h", "1x", "-5", "1h -5m"] {
      #expect(SpanText.seconds(text) == nil, "\(text)")
    }
    for (text, seconds) in [("1:30", 90), ("0:01:30", 90), ("30:00", 1800), ("120:00", 7200)] {
      #expect(SpanText.clock(text) == seconds, "\(text)")
    }
    for text in ["", "90", "1:60", "1:2:3:4", "a:30", "-1:30", "1:030"] {
      #expect(SpanText.clock(text) == nil, "\(text)")
    }
  }

  @Test func endsAndOffsets() {
    let start = CivilTime(day: Day(number: 20_000), time: ClockTime(hour: 23, minute: 30))
    let end = CivilTime(day: Day(number: 20_001), time: ClockTime(hour: 0, minute: 15))
    #expect(start.seconds(to: end) == 2700)
    #expect(start.seconds(to: CivilTime(day: end.day)) == nil)
  }

  /// Any date of four centuries reads back from every form.
  @Test func everyDateReadsBack() {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    for number in stride(from: 0, to: 146_000, by: 13) {
      let day = Day(number: number)
      let (year, month, date) = day.civil
      #expect(read("\(date) \(months[month - 1]) \(year)") == day.description)
      #expect(read("\(months[month - 1]) \(date), \(year)") == day.description)
      #expect(read("\(date)/\(month)/\(year)", .dmy) == day.description)
      #expect(read("\(month)/\(date)/\(year)", .mdy) == day.description)
    }
  }
}
