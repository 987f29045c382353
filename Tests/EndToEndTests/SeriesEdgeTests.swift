import Foundation
import Testing

/// The reports on series at the edges of what a log holds.
@Suite struct SeriesEdgeTests {
  private func weeks(_ scores: [Double], _ psoas: Binary) throws {
    let script = scores.enumerated().map { week, score in
      (0..<3).map { day in
        "psoas pain \(score) --at '\(7 * (scores.count - week) - day) days ago' -q || exit 1\n"
      }.joined()
    }.joined()
    try #require(try psoas.shell(script).status == 0)
  }

  /// Key by key what 4 to 8 weeks can carry, and that the statement says why the rest is null.
  @Test(arguments: [4, 5, 7, 8]) func theKeysOfAFewWeeks(_ count: Int) throws {
    let psoas = try Binary()
    try weeks([5, 6, 4, 6, 5, 4, 6, 5].prefix(count).map { $0 }, psoas)
    let trend = try psoas.object("report", "trend", "pain")
    let slope = trend["slope"] as? [String: Any]
    #expect((slope != nil) == (count >= 5) && trend["n"] as? Int == count)
    #expect((slope?["low"] is NSNull) == (5..<8).contains(count))
    #expect((slope?["high"] is NSNull) == (5..<8).contains(count))
    for key in ["mannKendall", "serial", "control"] {
      #expect((trend[key] is NSNull) == (count < 8), "\(key)")
    }
    #expect(trend["change"] is [String: Any])
    let text = try #require(trend["statement"] as? String)
    switch count {
    case 4: #expect(text.contains("Too few weeks to say (5 needed, 4 logged)"))
    case 5, 7: #expect(text.contains("an interval, a test and control limits need 8 weeks"))
    default: #expect(text.hasPrefix("No clear trend of pain over 8 weeks"))
    }
  }

  @Test func flaresCanBeLeftOutOfEachReport() throws {
    let psoas = try TrendLog.binary()
    let trend = try psoas.object("report", "trend", "pain", "--without-flares")
    #expect(trend["leftOutFlares"] as? Int == 1 && trend["n"] as? Int == 19)
    let relate = try psoas.object("report", "relate", "pain", "sitting", "--without-flares")
    #expect(relate["aLeftOutFlares"] as? Int == 1 && relate["pairs"] as? Int == 19)
    #expect(
      relate["remarks"] as? [String] == [
        "1 week of pain with a flare is left out, as asked.",
        "1 week of sitting with a flare is left out, as asked.",
      ])
    let compare = try psoas.object("report", "compare", "--split", "2026-09-07", "--without-flares")
    let n = ["a", "b"].compactMap { (compare[$0] as? [String: Any])?["n"] as? Int }.reduce(0, +)
    #expect(compare["leftOutFlares"] as? Int == 1 && n == 19)
    let factors = try psoas.object("report", "factors", "--without-flares")
    #expect(factors["leftOutFlares"] as? Int == 1)
    for words in [["relate", "pain", "sitting"], ["compare"], ["factors"]] {
      let all = try #require(
        try psoas.json(["report"] + words + ["--format", "json"]) as? [String: Any])
      #expect((all["leftOutFlares"] ?? all["aLeftOutFlares"]) is NSNull)
    }
  }

  /// Ratings only of another recall window: the user is told, and can ask for those.
  @Test func onlyTheWorstPainWasRated() throws {
    let psoas = try Binary()
    var script = ""
    for week in 0..<14 {
      script +=
        "psoas pain \(4 + week % 3) --recall worst --at '\(7 * (14 - week)) days ago' -q || exit 1\n"
      script +=
        "psoas day sitting=\(6 + week % 4)h --at '\(7 * (14 - week)) days ago' -q || exit 1\n"
    }
    try #require(try psoas.shell(script).status == 0)
    let note =
      "there is no 'pain' in these weeks; the log has pain:worst, which is never mixed with it\n"
    for words in [
      ["trend", "pain"], ["relate", "pain", "sitting"], ["compare", "--split", "2026-10-12"],
      ["factors"],
    ] {
      let run = try psoas.run(["report"] + words)
      #expect(run.status == 0 && run.err == note, "\(words): \(run.err)")
    }
    let worst = try psoas.object("report", "factors", "--series", "pain:worst")
    #expect(worst["series"] as? String == "pain:worst" && worst["tests"] as? Int == 1)
    let text = try #require(worst["statement"] as? String)
    #expect(text.contains("against worst pain the next week"))
    #expect(try psoas.run("report", "trend", "pain:worst").err.isEmpty)
  }

  /// Seventy days like those of a real diary: ratings in steps of a tenth, gaps, and a drift that is
  /// certain and too small to matter.
  @Test(arguments: Diary.all) func aDiaryThatDriftsByTenths(_ diary: Diary) throws {
    let psoas = try diary.imported()
    for step in ["week", "day"] {
      let trend = try psoas.object("report", "trend", "pain", "--by", step)
      #expect(trend["clear"] as? Bool == true, "\(step)")
      let p = try #require((trend["mannKendall"] as? [String: Any])?["p"] as? Double)
      #expect(p < 0.001)
      let text = try #require(trend["statement"] as? String)
      #expect(text.contains("Pain fell about 0.0"), "\(text)")
      #expect(text.contains("statistically clear and clinically nothing"), "\(text)")
      // Days without neighbours must not make limits out of one or two differences.
      let control = try #require(trend["control"] as? [String: Any])
      #expect((control["movingRanges"] as? Int ?? 0) >= 7)
    }
    let relate = try psoas.object("report", "relate", "pain", "steps", "--by", "day")
    #expect(relate["tests"] as? Int == 5 && relate["clear"] as? Bool == false)
  }
}
