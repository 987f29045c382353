import Core
import Testing

@testable import Import

/// What values become, and what cannot be kept.
@Suite struct EntryBuilderTests {
  private func kind(_ slug: String, _ unit: MeasurementKind.Unit) -> MeasurementKind {
    MeasurementKind(
      slug: Slug(stored: slug), title: slug, unit: unit, better: .higher, sided: false,
      range: 0...1000)
  }

  private func wger(_ unit: Load.Unit) -> ImportOptions {
    var options = ImportOptions()
    options.unit = unit
    return options
  }

  private func bearable(
    _ rows: [String], given: String = "", kinds: [MeasurementKind] = []
  ) throws -> Applied {
    let text =
      NameResolverTests.bearable
      + rows.map { "2026-11-20,Fri,pm,\($0)\n" }.joined()
    return try applied(.bearable, text, given: given, kinds: kinds)
  }

  @Test func poundsBecomeKilograms() throws {
    let file = "Date,Weight\n2026-01-01,176\n2026-01-02,180.5\n"
    let new = try applied(.wger, file, options: wger(.lb))
    #expect(new.lines == ["weight 79.83 kg", "weight 81.87 kg"])
    #expect(new.resolver.kinds.map(\.unit) == [.kilograms])
    #expect(new.remarks == [.converted("Weight from lb to kg"): 2])
    let there = try applied(
      .wger, file, options: wger(.lb), remembered: "Weight = measure body",
      kinds: [kind("body", .kilograms)])
    #expect(there.lines == ["body 79.83 kg", "body 81.87 kg"])
    let kilograms = try applied(.wger, file, options: wger(.kg))
    #expect(kilograms.lines == ["weight 176 kg", "weight 180.5 kg"] && kilograms.remarks.isEmpty)
    let both = try bearable([
      "Health measurements,80,Weight (kg),", "Health measurements,176,Weight (lb),",
      "Health measurements,80,Weight,",
    ])
    #expect(
      both.lines == [
        "weight 80 kg", "weight 79.83 kg", "line 4 has no unit, and other rows of it are in 'kg'",
      ])
  }

  @Test func unitsThatDoNotGoTogether() throws {
    let other = try applied(
      .wger, "Date,Weight\n2026-01-01,80\n", options: wger(.kg),
      remembered: "Weight = measure waist", kinds: [kind("waist", .centimetres)])
    #expect(other.lines == ["line 2 is in 'kg', and 'waist' is in cm"])
    // Without a word of the user's, a kind of another unit is another kind.
    let apart = try applied(
      .wger, "Date,Weight\n2026-01-01,80\n", options: wger(.kg), kinds: [kind("weight", .count)])
    #expect(apart.lines == ["weight-2 80 kg"])
    let factor = try bearable([
      "Health measurements,37,Temperature (°C),", "Health measurements,36.5,Temperature (°C),",
      "Health measurements,98.6,Temperature (°F),", "Health measurements,37,Temperature,",
    ])
    #expect(
      factor.lines == [
        "temperature=37", "temperature=36.5",
        "line 4 has '°F', and the factor 'temperature' has '°C' in this file",
        "line 5 has no unit, and the factor 'temperature' has '°C' in this file",
      ])
    let counted = try bearable(
      ["Health measurements,8500,Walked (steps),", "Health measurements,3,Walked (km),"],
      given: "Walked = measure walked", kinds: [kind("walked", .count)])
    #expect(
      counted.lines[1] == "line 3 is in 'km', and 'walked' is in count"
        || counted.lines[0]
          == "line 2 is in 'steps', and 'walked' is in count"
    )
  }

  static let conversions = [
    ("lb", 100, 45), ("lb", -100, -45), ("lb", 17_600, 7983), ("in", 100, 254), ("mm", 125, 13),
    ("g", 8_000_000, 8000), ("kg", 123, 123),
  ]

  @Test(arguments: conversions)
  func rounding(_ word: String, _ from: Int, _ to: Int) throws {
    #expect(try #require(MeasuredUnit(word)).converted(from) == to)
    #expect(MeasuredUnit("lb")?.converted(.max) == nil)
  }

  @Test func nothingBelowZeroBecomesZero() throws {
    let cold = try bearable([
      "Health measurements,-3,Temperature (°C),", "Health measurements,3,Temperature (°C),",
    ])
    #expect(
      cold.lines == [
        "line 2 has -3, and the factor 'temperature' cannot be below 0", "temperature=3",
      ])
  }

  @Test func weeksOfRehabTracker() throws {
    let head =
      "Week,Date,Stand Left,Stand Right,Bridge Left,Bridge Right,Reach Left,Reach Right,"
      + "Knee Pain,Back Pain,Foot Pain,Notes\n"
    let weeks = try applied(
      .rehabTracker, head + "4,2026-01-26,25,30,12,15,8.5,10,2,1,0,\n")
    #expect(
      weeks.lines == [
        "stand:left 25", "stand:right 30", "bridge:left 12", "bridge:right 15", "reach:left 8.5",
        "reach:right 10", "pain 2 knee", "pain 1 low-back", "pain 0 foot",
      ])
    let mapped = try applied(
      .rehabTracker, head + "4,2026-01-26,,,,,,,2,,,\n", given: "Knee Pain = measure knee-pain")
    #expect(mapped.lines == ["knee-pain 2"])
    // Earlier versions made this kind, which could never hold a value.
    let stand = MeasurementKind(
      slug: Slug(stored: "stand"), title: "Stand", unit: .count, better: .higher, sided: false,
      range: 0...100)
    let mended = try applied(
      .rehabTracker, head + "4,2026-01-26,25,,,,,,,,,\n", remembered: "Stand = measure stand",
      kinds: [stand])
    #expect(mended.lines == ["stand-2:left 25"])
    let again = try applied(
      .rehabTracker, head + "4,2026-01-26,25,,,,,,,,,\n",
      remembered: mended.resolver.mapping.text, kinds: [stand] + mended.resolver.kinds)
    #expect(again.lines == mended.lines && !again.resolver.isNew)
  }

  static let sites: [(String, String?)] = [
    ("Knee Pain", "pain knee"), ("Back Pain", "pain low-back"), ("left hip", "pain hip:left"),
    ("Pain", "pain"), ("Head Pain", nil), ("Moon", nil), ("腰痛", nil), ("", nil),
  ]

  @Test(arguments: sites) func sitesOfPain(_ name: String, _ target: String?) {
    #expect(NameProposals.pain(name)?.description == target)
  }

  /// Pain at a place that is none of ours is a scale of its own, and in no median of the back's.
  @Test func painElsewhere() throws {
    let pain = ImportedPain(
      key: ImportKey.key(
        format: "x", kind: .pain, start: CivilTime(day: Day(number: 20_000)), title: ""),
      when: CivilTime(day: Day(number: 20_000)), name: "Head Pain",
      score: try NPRSScore("3.5"), note: nil, line: 2)
    let head = try applied([.pain(pain)])
    #expect(head.lines == ["head-pain 3.5"])
    #expect(head.resolver.kinds.map(\.title) == ["Head Pain, rated 0 to 10"])
  }

  /// Marks of sets, exertion and distances are in the note.
  @Test func whatASetHasNoPlaceFor() throws {
    let rows = [
      "Squat,W,8,20,,", "Squat,1,8,40,8,", "Squat,2,8,40,8,", "Row,1,8,20,,", "Squat,D,6,20,9.5,",
      "Squat,F,3,20,,", "Walk,1,0,0,,2.4",
    ]
    let text =
      "Date,Workout Name,Exercise Name,Set Order,Reps,Weight,RPE,Distance\n"
      + rows.map { "2026-01-02 07:00:00,A,\($0)\n" }.joined()
    let lines = try applied(.strong, text, options: kilograms).lines
    #expect(
      lines.map { $0.drop { $0 != "'" } } == [
        "'A/Squat: set 1 warm-up; sets 2-3 RPE 8; set 4 drop set, RPE 9.5; set 5 to failure"
          + "/Walk: set 1 distance 2.4'"
      ])
    #expect(ImportedDistance(thousandths: 400_000, unit: .metres).description == "400 m")
    #expect(ImportedDistance(thousandths: 50, unit: .kilometres).description == "0.05 km")
  }

  static let amounts: [(Int?, String?, String)] = [
    (nil, nil, "bird-dog"), (1200, "reps", "bird-dog 1x12"), (1200, nil, "bird-dog 1x12"),
    (1200, "Times", "bird-dog 1x12"), (3000, "seconds", "bird-dog 30s"),
    (150, "min", "bird-dog 90s"), (650, "reps", "bird-dog '6.5 reps/slow'"),
    (240, "km", "bird-dog '2.4 km/slow'"), (1_000_000, "reps", "bird-dog '10000 reps/slow'"),
    (0, "reps", ""),
  ]

  @Test(arguments: amounts)
  func amountsOfHabits(_ hundredths: Int?, _ unit: String?, _ words: String) throws {
    let note = words.contains("'") ? "slow" : nil
    let made = try applied([habit(hundredths, unit, note)], given: "H = bird-dog")
    #expect(
      made.lines
        == [
          words.isEmpty ? "left out: days of exercises with an amount of 0" : "session \(words)"
        ])
  }

  private func habit(_ hundredths: Int?, _ unit: String?, _ note: String?) -> ImportedValue {
    let day = Day(number: 20_000)
    return .habit(
      ImportedHabit(
        key: ImportKey.key(format: "x", kind: .habit, start: CivilTime(day: day), title: "H"),
        day: day, name: "H", hundredths: hundredths, unit: unit, note: note, line: 2))
  }

  @Test func notesOfFactorsAreCounted() throws {
    #expect(
      try applied([habit(100, "x", "n"), habit(100, "x", nil)]).remarks
        == [.notesOfFactors: 1])
    #expect(try applied([habit(100, "x", "n")], given: "H = bird-dog").remarks.isEmpty)
    #expect(try bearable(["Factors,,Sun,hot", "Factors,,Rain,"]).remarks == [.notesOfFactors: 1])
    var options = ImportOptions()
    options.columns = try ColumnMap("date=D,note=N,factor:a=A,measure:odi=O")
    let rows = "D,N,A,O\n2026-01-01,n,1,2\n2026-01-02,n,1,\n2026-01-03,,1,\n"
    let table = try applied(.csv, rows, options: options)
    #expect(table.lines == ["a=1", "odi 2 'n'", "a=1", "a=1"])
    #expect(table.remarks == [.notesOfFactors: 1])
  }

  /// The same habit as another kind of entry gets a key of its own, and keeps it.
  @Test func keysOfKindsDiffer() throws {
    let value = habit(nil, nil, nil)
    let day = try applied([value]).keys[0]
    func session(_ log: [(EntryKind, EntryID)]) throws -> EntryID {
      try applied(
        [value], given: "H = bird-dog", holds: { kind, id in log.contains { $0 == (kind, id) } }
      ).keys[0]
    }
    let alone = try session([])
    #expect(alone == day, "an earlier import has this one")
    let other = try session([(.day, day)])
    #expect(other != day && other.bytes.prefix(6) == day.bytes.prefix(6))
    #expect(other.bytes[6] >> 4 == 8 && other.bytes[8] >> 6 == 2)
    #expect(try session([(.day, day), (.session, other)]) == other)
    #expect(try session([(.session, other)]) == other)
    #expect(try session([(.session, day), (.day, day)]) == day)
  }
}
