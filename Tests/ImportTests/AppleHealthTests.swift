import Core
import Testing

@testable import Import

/// What the rows of an export of Apple Health become.
@Suite struct AppleHealthTests {
  @Test func theFixture() throws {
    #expect(
      try described(.appleHealth, fixture("apple-health.csv")) == [
        "37 scale 2026-01-18 17:42:11+01:00 Lower Back Pain 1 of 0...3 mild",
        "38 scale 2026-01-18 22:10+01:00 Lower Back Pain 3 of 0...3 severe",
        "39 scale 2026-01-19 23:50-08:00 Lower Back Pain 0 of 0...3 not present",
        "line 40 says no severity of the pain",
        "45...45 2026-02-02 07:00+01:00 751s", "  Functional Strength Training",
        "49...49 2026-02-03 19:30+01:00 2730s", "  Yoga",
        "52...52 2026-02-04 07:00+01:00 900s", "  Core Training",
        "line 54 has the length '0' min, which is not 1 second to 24 hours",
        "line 55 ends before it begins",
      ])
    let counts = try counts(.appleHealth, "apple-health.csv")
    #expect(counts.leftOut == ["workouts of 'Running'": 1, "records that are there twice": 1])
    #expect(counts.rows == 13)
  }

  private func read(_ rows: String...) throws -> [ImportedValue] {
    let text = (["line,element,type,value,start,end,duration,unit,source"] + rows)
      .joined(separator: "\n")
    var values: [ImportedValue] = []
    _ = try Importer.read(.appleHealth, from: { source(text) }, deliver: { values.append($0) })
    return values
  }

  private func yoga(_ times: String, _ length: String) throws -> [String] {
    try read("7,Workout,HKWorkoutActivityTypeYoga,,\(times),\(length),S").flatMap(describe)
  }

  static let lengths = [
    ("30,min", "1800s"), ("30,", "1800s"), ("1.5,hr", "5400s"), ("90,s", "90s"),
    ("0.01,min", "1s"), ("24,hr", "86400s"), (",", "3600s"), (",min", "3600s"),
  ]

  @Test(arguments: lengths) func lengthsInAnyUnit(_ length: String, _ seconds: String) throws {
    let times = "2026-03-01 10:00:00 +0100,2026-03-01 12:00:00 +0200"
    #expect(
      try yoga(times, length) == ["7...7 2026-03-01 10:00+01:00 \(seconds)", "  Yoga"])
  }

  static let rejected = [
    ("-5,min", "has the length '-5' min, which is not 1 second to 24 hours"),
    ("24.1,hr", "has the length '24.1' hr, which is not 1 second to 24 hours"),
    ("0.4,s", "has the length '0.4' s, which is not 1 second to 24 hours"),
    ("5,fortnight", "has a length in 'fortnight', which is none of min, s and hr"),
    ("soon,min", "has the length 'soon', which is no number"),
  ]

  @Test(arguments: rejected) func lengthsThatCannotBe(_ length: String, _ reason: String) throws {
    #expect(
      try yoga("2026-03-01 10:00:00 +0100,2026-03-01 10:30:00 +0100", length)
        == ["line 7 \(reason)"])
  }

  @Test func lengthsFromStartToEnd() throws {
    let start = "2026-03-01 10:00:00 +0100"
    #expect(
      try yoga("\(start),2026-03-02 10:00:01 +0100", ",") == ["line 7 lasts more than 24 hours"])
    #expect(try yoga("\(start),\(start)", ",") == ["line 7 ends when it begins"])
    #expect(try yoga("\(start),", ",") == ["line 7 has neither a length nor an end"])
    #expect(try yoga("soon,\(start)", ",") == ["line 7 has no date that can be read: 'soon'"])
  }

  @Test func severitiesThatCannotBe() throws {
    let times = "2026-03-01 10:00:00 +0100,2026-03-01 10:00:00 +0100,,,S"
    #expect(
      try read("9,Record,HKCategoryTypeIdentifierLowerBackPain,7,\(times)").flatMap(describe)
        == ["line 9 has the severity '7', which is unknown"])
  }

  /// One moment written with two offsets is one record; another source, end or type is another one.
  @Test func keysAreOfTheMoment() throws {
    func row(_ start: String, _ end: String = "2026-03-01 11:00:00 +0100", _ source: String = "S")
      -> String
    {
      "7,Workout,HKWorkoutActivityTypeYoga,,\(start),\(end),,,\(source)"
    }
    let there = row("2026-03-01 00:30:00 +0100")
    #expect(try read(there, row("2026-02-28 23:30:00 +0000")).count == 1)
    #expect(
      try read(there, row("2026-03-01 00:30:00 +0100", "2026-03-01 05:00:00 -0500")).count == 1)
    #expect(try read(there, row("2026-03-01 00:30:00 +0000")).count == 2)
    #expect(
      try read(there, row("2026-03-01 00:30:00 +0100", "2026-03-01 11:00:01 +0100")).count == 2)
    #expect(
      try read(there, row("2026-03-01 00:30:00 +0100", "2026-03-01 11:00:00 +0100", "T")).count == 2
    )
    #expect(try read(there, there.replacing("Yoga", with: "Pilates")).count == 2)
  }

  /// Two apps rate one thing on scales of their own.
  @Test func anotherScaleIsAnotherMeasurement() throws {
    var scan = ImportScan()
    for value in try read(
      "9,Record,HKCategoryTypeIdentifierLowerBackPain,HKCategoryValueSeverityMild,"
        + "2026-03-01 10:00:00 +0100,,,,S")
    {
      scan.add(value)
    }
    func kind(_ range: ClosedRange<Int>) -> MeasurementKind {
      MeasurementKind(
        slug: Slug(stored: "lower-back-pain"), title: "Lower back pain", unit: .points,
        better: .lower, sided: false, range: range)
    }
    func resolver(_ kinds: [MeasurementKind]) throws -> [String] {
      let resolver = try NameResolver(
        scan, remembered: NameMapping(), catalogue: Catalogue(), kinds: kinds)
      return [resolver.mapping.text] + resolver.kinds.map(\.title)
    }
    let title = "Lower Back Pain, rated 0 to 3"
    #expect(try resolver([]) == ["Lower Back Pain = measure lower-back-pain\n", title])
    #expect(try resolver([kind(0...3)]) == ["Lower Back Pain = measure lower-back-pain\n"])
    #expect(
      try resolver([kind(0...4)]) == ["Lower Back Pain = measure lower-back-pain-2\n", title])
  }
}
