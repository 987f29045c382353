import Foundation
import Testing

/// The reports on series, from the command line on.
@Suite struct TrendTests {
  /// The keys that scripts may rely on.
  @Test func theKeysOfTheContract() throws {
    let psoas = try TrendLog.binary()
    let trend = try psoas.object("report", "trend", "pain")
    for key in [
      "report", "series", "unit", "better", "points", "n", "span", "slope", "mannKendall", "serial",
      "change", "control", "statement",
    ] { #expect(trend[key] != nil && !(trend[key] is NSNull), "\(key)") }
    try expect(trend["slope"], ["perWeek", "low", "high", "intercept", "level"])
    try expect(trend["mannKendall"], ["s", "p", "method"])
    try expect(trend["serial"], ["lag1", "varianceFactor", "p"])
    try expect(trend["change"], ["first", "last", "points", "percent", "mic", "mdc"])
    try expect(trend["control"], ["centre", "low", "high", "signals"])
    let points = try #require(trend["points"] as? [[String: Any]])
    #expect(points[0]["week"] as? String == "2026-W27" && points[0]["x"] as? Int == 0)
    #expect(points.count == 20 && trend["n"] as? Int == 20 && trend["span"] as? Int == 21)
    let relate = try psoas.object("report", "relate", "pain", "sitting")
    for key in ["report", "a", "b", "pairs", "points", "raw", "detrended", "lags", "tests"] {
      #expect(relate[key] != nil && !(relate[key] is NSNull), "\(key)")
    }
    try expect(relate["detrended"], ["tauB", "p", "low", "high"])
    let lags = try #require(relate["lags"] as? [[String: Any]])
    try expect(lags.first, ["lag", "pairs", "tauB", "p", "holmP"])
    #expect(relate["tests"] as? Int == 5 && lags.count == 5)
    let compare = try psoas.object("report", "compare")
    for key in ["report", "series", "a", "b", "nap", "tau", "p", "segmented", "statement"] {
      #expect(compare[key] != nil && !(compare[key] is NSNull), "\(key)")
    }
    try expect(compare["a"], ["label", "n", "median"])
    try expect(compare["segmented"], ["level", "levelP", "slopeChange", "slopeChangeP"])
  }

  private func expect(_ value: Any?, _ keys: [String]) throws {
    let object = try #require(value as? [String: Any])
    for key in keys { #expect(object[key] != nil && !(object[key] is NSNull), "\(key)") }
  }

  @Test func anEmptyLogAndOneRating() throws {
    let psoas = try Binary()
    try psoas.done("init")
    for words in ["trend pain", "relate pain odi", "factors", "trend sessions --by day"] {
      let run = try psoas.run(["report"] + words.split(separator: " ").map(String.init))
      #expect(run.status == 0 && run.out.contains("Too "), "\(run)")
    }
    let none = try psoas.object("report", "trend", "pain")
    #expect(none["n"] as? Int == 0 && none["span"] as? Int == 0 && none["slope"] is NSNull)
    #expect(none["change"] is NSNull && none["control"] is NSNull)
    try psoas.run("pain", "4")
    let one = try psoas.object("report", "trend", "pain")
    #expect(one["n"] as? Int == 1 && one["span"] as? Int == 1 && one["serial"] is NSNull)
    #expect(
      one["statement"] as? String == "Too few weeks to say (5 needed, 1 logged): pain over 1 week. "
        + "The change is not weighed: it needs two weeks.")
    // Ratings of another recall window are another series.
    let worst = try psoas.object("report", "trend", "pain:worst")
    #expect(worst["n"] as? Int == 0)
  }

  /// A factor that is called like another series is reached by its prefix and printed with it, and who
  /// asks for the other is told.
  @Test func aFactorThatIsCalledLikeAnotherSeries() throws {
    let psoas = try Binary()
    try psoas.done("day", "load=3", "pain=2", "odi=7", "--quiet")
    try psoas.done("pain", "4", "--quiet")
    for name in ["load", "pain", "odi"] {
      let other = try psoas.run("report", "trend", name)
      #expect(
        other.err
          == "'\(name)' is not the daily factor of that name here, which is 'factor:\(name)'\n")
      #expect(other.status == 0)
      #expect(try psoas.run("report", "trend", name, "--quiet").err.isEmpty)
      let run = try psoas.run("report", "trend", "factor:\(name)")
      #expect(run.status == 0 && run.err.isEmpty && run.out.contains("factor:\(name)"), "\(run)")
    }
    let report = try psoas.object("report", "relate", "factor:load", "pain:worst")
    #expect(report["a"] as? String == "factor:load")
    let unknown = try psoas.run("report", "trend", "factor:sleep")
    #expect(
      unknown.err
        == "error: there is no factor 'factor:sleep'\nhint: the log has factor:load, factor:odi, "
        + "factor:pain\n")
  }

  @Test func aWindowOutsideTheLogIsSaid() throws {
    let psoas = try TrendLog.binary()
    let run = try psoas.run("report", "trend", "pain", "--until", "2025-01-01")
    #expect(run.status == 0)
    #expect(run.err.contains("the log has entries from 2026-06-29 to 2026-11-"))
  }

  @Test func daysAndWeeksMeetAtTheNewYear() throws {
    let psoas = try Binary(now: "2027-01-12T18:00:00Z")
    for day in ["2026-12-30", "2027-01-03", "2027-01-04", "2027-01-11"] {
      try psoas.run("pain", "4", "--at", day)
    }
    let points = try #require(
      try psoas.object("report", "trend", "pain")["points"] as? [[String: Any]])
    #expect(points.map { $0["week"] as? String } == ["2026-W53", "2027-W01", "2027-W02"])
    #expect(points.map { $0["x"] as? Int } == [0, 1, 2])
    let days = try psoas.object("report", "trend", "pain", "--by", "day")
    let dated = try #require(days["points"] as? [[String: Any]])
    #expect(dated.map { $0["x"] as? Int } == [0, 4, 5, 12])
    #expect(dated[0]["day"] as? String == "2026-12-30")
  }

  @Test func phasesOfTheProtocolHistory() throws {
    let psoas = try TrendLog.binary()
    func labels(_ words: String...) throws -> [String?] {
      let report = try #require(
        try psoas.json(["report", "compare"] + words + ["--format", "json"]) as? [String: Any])
      return ["a", "b"].map { (report[$0] as? [String: Any])?["label"] as? String }
    }
    #expect(try labels() == ["staged-recovery", "twelve-minute"])
    #expect(
      try labels("--by", "stage") == [
        "staged-recovery:endurance", "twelve-minute:daily-stretches",
      ])
    #expect(
      try labels("--by", "stage", "--a", "desensitise", "--b", "endurance") == [
        "staged-recovery:desensitise", "staged-recovery:endurance",
      ])
    #expect(try labels("--split", "2026-09-07") == ["before 2026-09-07", "from 2026-09-07"])
  }

  @Test(arguments: [
    (["--b", "staged-recovery"], 64, "nothing comes before 'staged-recovery'"),
    (["--a", "nope"], 64, "there is no phase 'nope'"),
    (["--a", "twelve-minute"], 64, "'twelve-minute' does not come before the other phase"),
    (["--series", "nope"], 64, "there is no series 'nope'"),
  ])
  func phasesThatThereAreNot(_ words: [String], _ status: Int32, _ message: String) throws {
    let run = try TrendLog.binary().run(["report", "compare"] + words)
    #expect(run.status == status)
    #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
  }

  @Test(arguments: [
    ["report", "trend", "nope"], ["report", "relate", "pain", "pain"],
  ])
  func withoutALogTheWayToBegin(words: [String]) throws {
    let psoas = try Binary()
    let run = try psoas.run(words)
    #expect(run.status == 1 && run.err.contains("there is no log at"))
    #expect(psoas.bytes() == nil)
  }
}
