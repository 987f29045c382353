import Core
import SQLite
import SeededRandom
import Testing

@testable import Store

/// The aggregates of one series, by week and by day, against the same sums done over the entries.
@Suite struct SeriesAggregatesTests {
  private let fixture: Fixture
  private var log: LogStore { fixture.log }
  private let days = Day(number: 20_000)...Day(number: 20_060)

  init() throws { fixture = try Fixture() }

  private func rate(_ day: Int, _ tenths: Int, _ recall: Recall = .now) throws {
    let score = try #require(NPRSScore(tenths: tenths))
    try log.insert(
      PainRating(id: fixture.id(), moment: Fixture.moment(day), score: score, recall: recall))
  }

  private func measure(
    _ day: Int, _ kind: String, _ trials: [Int], _ side: Side? = nil,
    _ method: MeasurementMethod = MeasurementMethod()
  ) throws {
    try log.insert(
      Measurement(
        id: fixture.id(), moment: Fixture.moment(day), kind: try Fixture.kind(kind), side: side,
        instrument: method.instrument, motion: method.motion, trials: trials))
  }

  private func aggregates(_ text: String, _ step: Step = .week) throws -> [SeriesAggregate] {
    let parser = SeriesParser(own: try log.ownKinds(), held: try log.loggedSeries())
    return try log.aggregates(of: try parser.parse(text), by: step, in: days)
  }

  @Test(arguments: Step.allCases) func painIsAHistogram(_ step: Step) throws {
    var expected: [Int: [Int: Int]] = [:]
    var random = SeededRandom()
    try log.write(Fixture.commandRecord) {
      for _ in 0..<80 {
        let day = Int.random(in: 19_990...20_070, using: &random)
        let tenths = Int.random(in: 0...100, using: &random)
        try rate(day, tenths)
        try rate(day, 100 - tenths, .worst)
        guard days.contains(Day(number: day)) else { continue }
        expected[step.number(of: Day(number: day)), default: [:]][tenths, default: 0] += 1
      }
    }
    let found = Dictionary(grouping: try aggregates("pain", step), by: \.number).mapValues {
      aggregates in
      Dictionary(uniqueKeysWithValues: aggregates.map { (Int($0.kept), $0.count) })
    }
    #expect(found == expected)
  }

  @Test func measurementsComeByWay() throws {
    let phone = MeasurementMethod(instrument: .inclinometer)
    try log.write(Fixture.commandRecord) {
      try measure(20_010, "thomas", [400, 200], .left, phone)
      try measure(20_011, "thomas", [100], .left, phone)
      try measure(20_011, "thomas", [900], .left)
      try measure(20_011, "thomas", [5000], .right)
    }
    let found = try aggregates("thomas:left").sorted { $0.kept < $1.kept }
    #expect(found.map(\.method) == [phone, MeasurementMethod()])
    #expect(found.map(\.kept) == [400, 900], "the sum of the means of both visits")
    #expect(found.map(\.count) == [2, 1])
    #expect(found.map(\.readings) == [3, 1])
    let asked = try aggregates("thomas:left@goniometer").sorted { $0.kept < $1.kept }
    #expect(asked == found, "every way comes along")
  }

  @Test func holdsKeepTheBestTrial() throws {
    try log.write(Fixture.commandRecord) {
      try measure(20_010, "curl-up-hold", [3000, 4500])
      try measure(20_011, "curl-up-hold", [4000])
    }
    #expect(try aggregates("curl-up-hold").map(\.kept) == [4500])
    #expect(try aggregates("curl-up-hold", .day).map(\.kept) == [4500, 4000])
  }

  @Test func ofTwoAmountsOnOneDayTheLaterCounts() throws {
    for text in ["sitting=9h", "sitting=4h", "steps=3"] {
      let record = DayRecord(
        id: fixture.id(), moment: Fixture.moment(20_010), factors: [try Factor(text)])
      _ = try log.write(Fixture.commandRecord) { try log.insert(record) }
    }
    let found = try aggregates("sitting")
    #expect(found.count == 1 && found[0].count == 1)
    #expect(found[0].kept == 24_000 || found[0].kept == 54_000, "keys of one moment are random")
  }

  @Test func weeksWithoutSessionsAreZeroAndUntouchedOnesAreGaps() throws {
    func session(_ day: Int, _ seconds: Int?, _ effort: Int?) throws {
      try log.insert(
        Session(
          id: fixture.id(), moment: Fixture.moment(day),
          duration: seconds.flatMap { Duration(seconds: $0) },
          effort: effort.flatMap { Effort(tenths: $0) },
          entries: try Fixture.entries("bird-dog 3x8")), exercises: Fixture.index)
    }
    try log.write(Fixture.commandRecord) {
      try session(20_005, 600, 50)
      try session(20_006, nil, nil)
      try rate(20_012, 40, .morning)
      try session(20_026, nil, nil)
    }
    let first = Day(number: 20_005).week.number
    func found(_ name: String) throws -> [Int: Double] {
      Dictionary(uniqueKeysWithValues: try aggregates(name).map { ($0.number - first, $0.kept) })
    }
    #expect(try found("sessions") == [0: 2, 1: 0, 3: 1])
    #expect(try found("sets") == [0: 6, 1: 0, 3: 3])
    #expect(try found("minutes") == [0: 600, 1: 0], "nobody said how long the last one took")
    #expect(try found("load") == [0: 30_000, 1: 0])
    #expect(try aggregates("sessions", .day).map(\.kept) == [1, 1, 0, 1])
  }

  @Test func trialsComeVisitByVisit() throws {
    try log.write(Fixture.commandRecord) {
      try measure(20_020, "glute-bridge", [12_000, 12_200, 12_100])
      try measure(20_010, "glute-bridge", [11_000])
      try measure(20_011, "glute-bridge", [9000, 9100], nil, MeasurementMethod(instrument: .photo))
    }
    let kind = try Fixture.kind("glute-bridge")
    #expect(
      try log.trials(of: kind, nil, method: MeasurementMethod()) == [
        TrialVisit(day: Day(number: 20_010), trials: [11_000]),
        TrialVisit(day: Day(number: 20_020), trials: [12_000, 12_200, 12_100]),
      ])
    #expect(try log.trials(of: kind, nil, method: MeasurementMethod(motion: .active)) == [])
  }

  @Test func whatTheLogHolds() throws {
    #expect(try log.loggedSeries() == LoggedSeries())
    try log.write(Fixture.commandRecord) {
      try rate(20_010, 40, .worst)
      try measure(20_010, "thomas", [100], .right)
      try measure(20_010, "odi", [2000])
      _ = try log.insert(
        DayRecord(
          id: fixture.id(), moment: Fixture.moment(20_010), factors: [try Factor("sitting=9h")]))
    }
    #expect(
      try log.loggedSeries().names(own: []) == ["pain:worst", "odi", "thomas:right", "sitting"])
  }

  @Test func windowedQueriesUseIndexes() throws {
    for query in LogStore.SeriesQuery.all + [LogStore.SeriesQuery.trials] {
      let plan = try log.plan(of: query)
      #expect(!plan.isEmpty)
      for step in plan {
        let scans =
          step.hasPrefix("SCAN") && !step.hasPrefix("SCAN (subquery")
        #expect(!scans, "\(step) in \(query)")
      }
    }
    let pain = try log.plan(of: LogStore.SeriesQuery.pain).joined()
    #expect(pain.contains("COVERING INDEX pain_by_recall_day"))
    #expect(!pain.contains("TEMP B-TREE"), "the index has the order already")
    let measure = try log.plan(of: LogStore.SeriesQuery.measure).joined()
    #expect(measure.contains("measurement_by_series"))
  }
}
