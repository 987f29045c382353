import Core
import Import
import Testing

/// What day and time imported values get.
@Suite struct EntryTimeTests {
  /// 2026-11-20 09:30 UTC.
  static let now = 20_777 * 86_400 + 9 * 3600 + 1800

  private func moments(
    _ format: Format, _ text: String, dayStart: Int = 4, now: Int = EntryTimeTests.now
  ) throws -> [String] {
    var values: [ImportedValue] = []
    var scan = ImportScan()
    var options = kilograms
    if format == .csv { options.columns = try ColumnMap("date=Date,pain=Pain") }
    _ = try Importer.read(
      format, options: options, from: { source(text) },
      deliver: {
        values.append($0)
        scan.add($0)
      })
    let resolver = try NameResolver(
      scan, remembered: NameMapping(), catalogue: Catalogue(), kinds: MeasurementKind.builtIn)
    let builder = EntryBuilder(
      resolver.mapping, kinds: MeasurementKind.builtIn + resolver.kinds,
      zone: Zone.fixed(minutes: 0),
      dayStart: try #require(ClockTime(hour: dayStart, minute: 0)), now: now,
      midnightsAreDates: scan.hasOnlyMidnights)
    return try values.map { value in
      switch try builder.make(value) {
      case .session(let session, _): "\(session.moment.day) at \(session.moment.label)"
      case .entry(let entry): "\(entry.moment.day) at \(entry.moment.label)"
      case .rejected(let row): "line \(row.line) \(row.reason)"
      case .skipped, .leftOut: "skipped"
      }
    }
  }

  @Test func entriesOfTodayAreNotInTheFuture() throws {
    let rows = "Date,Pain\n2026-11-20,3\n2026-11-19,3\n2026-11-21,3\n"
    #expect(
      try moments(.csv, rows) == [
        "2026-11-20 at Fri 2026-11-20 09:30", "2026-11-19 at Thu 2026-11-19 12:00",
        "line 4 is in the future (2026-11-21)",
      ])
    let early = EntryTimeTests.now - 7 * 3600
    #expect(
      try moments(.csv, rows, now: early).first
        == "line 2 is of a day that begins at 04:00 (2026-11-20)")
  }

  /// Dates that an app writes as midnight stay their day; one real time, and they are times.
  @Test func midnightsAreDates() throws {
    let head = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    let row = "2026-11-18 00:00:00,A,Plank,1,0,8\n"
    #expect(try moments(.strong, head + row) == ["2026-11-18 at Wed 2026-11-18 12:00"])
    #expect(
      try moments(.strong, head + row + "2026-11-18 07:00:00,A,Plank,1,0,8\n") == [
        "2026-11-17 at Wed 2026-11-18 00:00", "2026-11-18 at Wed 2026-11-18 07:00",
      ])
  }

  @Test func timesOfPartsLieWithinTheDay() throws {
    let head = "date,weekday,time of day,category,rating/amount,detail,notes\n"
    #expect(
      try moments(.bearable, head + "19th Nov 2026,,pre,Energy,3,,\n", dayStart: 5)
        == ["2026-11-19 at Thu 2026-11-19 05:00"])
  }
}
