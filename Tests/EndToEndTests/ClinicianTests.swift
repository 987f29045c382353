import Foundation
import Testing

/// The page for a doctor or physiotherapist.
@Suite struct ClinicianTests {
  private static let log = LogTemplate(
    now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin"
  ) { psoas in
    var lines = ["protocol start twelve-minute --no-to-all --at 2026-10-01"]
    for day in 1...19 {
      let date = "2026-11-\(day < 10 ? "0" : "")\(day)"
      lines += [
        "pain \(6 - day / 5) --at '\(date) 09:00'",
        "log pigeon 50s/side --after \(day == 10 ? 6 : 2) --at '\(date) 18:00'",
      ]
    }
    for (date, value) in [("2026-11-02", 4), ("2026-11-18", -2)] {
      for side in ["left", "right"] {
        lines.append(
          "measure thomas \(value) \(value + 1) \(value) --side \(side) --at '\(date) 12:00'")
      }
    }
    lines += [
      "flare start --at 2026-11-10", "flare end --at 2026-11-12",
      "pain 7 --note 'a long drive' --at '2026-11-10 21:00'",
      "check --no-to-all --at 2026-11-15 || true",
    ]
    let run = try psoas.shell(
      "set -e\n"
        + lines.map { "psoas \($0) --quiet" }.joined(separator: "\n")
        .replacingOccurrences(of: " || true --quiet", with: " --quiet || true"))
    try #require(run.status == 0, "\(run.err)")
  }

  @Test func aMinuteIsEnough() throws {
    let psoas = try ClinicianTests.log.copy()
    let text = try psoas.done("report", "clinician", "--weeks", "8")
    for words in [
      "Summary for a clinician\n", "no diagnosis", "Red flags\n", "Last asked on 2026-11-15",
      "Protocol and stage\n", "stage 1 of 2", "Then and now\n", "thomas:left", "thomas:right",
      "Adherence\n", "planned practice days done", "Tolerance\n", "pigeon",
      "Flares\n2026-11-10 to 2026-11-12, 3 days, worst pain 7.\n",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Notes") && !text.contains("a long drive"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let lower = text.lowercased()
    for word in ["because", " works", "proves", "safe", "healed"] { #expect(!lower.contains(word)) }
    let notes = try psoas.done("report", "clinician", "--weeks", "8", "--notes")
    #expect(notes.contains("Notes\n2026-11-10: a long drive\n"))
  }

  @Test func theNameStandsOnlyWhereItWasSet() throws {
    let psoas = try ClinicianTests.log.copy()
    #expect(try psoas.object("report", "clinician")["name"] is NSNull)
    try psoas.done("config", "clinician.name", "Ada Example", "--quiet")
    #expect(try psoas.object("report", "clinician")["name"] as? String == "Ada Example")
    #expect(try psoas.done("report", "clinician").contains("Ada Example. 2026-"))
    #expect(try !psoas.done("export", "json", "--redact").contains("Ada"))
    let bad = try psoas.run("config", "clinician.name", "two\nlines")
    #expect(bad.status == 64 && bad.err.hasPrefix("error: the name '"))
  }

  @Test func numbersAreThoseOfTheOtherReports() throws {
    let psoas = try ClinicianTests.log.copy()
    let page = try psoas.object("report", "clinician", "--weeks", "8")
    let trend = try psoas.object("report", "trend", "pain", "--weeks", "8")
    let series = try #require((page["series"] as? [[String: Any]])?.first)
    let change = try #require(trend["change"] as? [String: Any])
    #expect(series["series"] as? String == "pain")
    #expect(series["change"] as? Double == change["points"] as? Double)
    let adherence = try psoas.object("report", "adherence", "--weeks", "8")
    let weeks = try #require(adherence["weeks"] as? [[String: Any]])
    #expect(page["planned"] as? Int == weeks.compactMap { $0["planned"] as? Int }.reduce(0, +))
    #expect(page["done"] as? Int == weeks.compactMap { $0["done"] as? Int }.reduce(0, +))
    #expect((page["flares"] as? [Any])?.count == 1)
    #expect(page["notes"] is NSNull)
  }

  /// Every threshold names its source: those that the sentences on pain leave out stand by themselves.
  @Test func thresholdsNameTheirSources() throws {
    let psoas = try Binary()
    let days = ["10-02", "10-09", "10-16", "10-23", "10-30", "11-06"]
    for (week, day) in days.enumerated() {
      let day = "2026-\(day)"
      try psoas.done(
        "measure", "glute-bridge", "11\(week)", "11\(week + 1)", "11\(week + 2)", "--at", day, "-q")
      try psoas.done("measure", "odi", "\(40 - 2 * week)", "--at", day, "-q")
    }
    let page = try psoas.done("report", "clinician", "--format", "markdown")
    #expect(page.contains("MDC of glute-bridge: MDC95 from the person's own repeated trials."))
    #expect(page.contains("MIC of odi: 10 points, Ostelo 2008."))
    #expect(!(try psoas.done("report", "clinician", "--weeks", "1")).contains("MIC:"))
  }

  @Test func everyFormHasIt() throws {
    let psoas = try ClinicianTests.log.copy()
    #expect(try psoas.done("report", "clinician", "--format", "markdown").hasPrefix("# Summary"))
    #expect(
      try psoas.done("report", "clinician", "--format", "csv").hasPrefix("part,text\nopening,"))
    let svg = try psoas.done("report", "clinician", "--format", "svg")
    #expect(svg.contains("Pain and thomas:"))
    let html = try psoas.done("report", "clinician", "--format", "html")
    #expect(html.contains("max-height: 70") && html.contains("<svg") && html.contains("<table>"))
    #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n"))
  }

  @Test func aLogWithoutMuchHasItToo() throws {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    let text = try psoas.done("report", "clinician")
    #expect(text.contains("The red-flag questions have not been answered in this log yet."))
    #expect(text.contains("No protocol is followed.") && text.contains("Pain was not rated"))
    for form in ["markdown", "csv", "json", "svg", "html"] {
      #expect(try psoas.run("report", "clinician", "--format", form).status == 0)
    }
  }

  /// No number stands without its scale and the way it was measured.
  @Test func scalesAndMethodsAreNamed() throws {
    let psoas = try ClinicianTests.log.copy()
    for (day, instrument) in [
      ("2026-11-03", "phone"), ("2026-11-17", "goniometer"), ("2026-11-19", "phone"),
    ] {
      try psoas.done(
        "measure", "hip-extension", "9", "--side", "left", "--method", instrument, "--at", day, "-q"
      )
    }
    try psoas.done("measure", "odi", "30", "-q")
    let text = try psoas.done("report", "clinician")
    for words in [
      "\npain (0–10) ", "\nodi (0–100) ", "\nhip-extension:left, inclinometer ",
      "and those by goniometer (1 week)",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let series = try #require(
      try psoas.object("report", "clinician")["series"] as? [[String: Any]])
    #expect(series.contains { $0["way"] as? String == "inclinometer" })
  }

  /// Kinds of the program come before however many of the user's own.
  @Test func ownSeriesDoNotPushOutTheOthers() throws {
    let psoas = try ClinicianTests.log.copy()
    let kinds = (1...16).map { "a\($0)" }
    try psoas.shell(
      "set -e\n"
        + kinds.map {
          "psoas measure --define \($0) --unit points --better lower -q; psoas measure \($0) 3 -q"
        }.joined(separator: "\n"))
    let text = try psoas.done("report", "clinician")
    #expect(text.contains("\nthomas:left") && text.contains("\nthomas:right"))
    #expect(text.contains("3 more series in the log, with fewer weeks."))
    let series = try psoas.object("report", "clinician")["series"] as? [Any]
    #expect(series?.count == 19)
  }

  @Test func flaresWithoutARatingAreInThePicture() throws {
    let psoas = try Binary()
    try psoas.done("flare", "start", "--at", "2026-10-05", "-q")
    try psoas.done("flare", "end", "--at", "2026-10-07", "-q")
    for day in ["2026-09-28", "2026-11-02"] { try psoas.done("pain", "4", "--at", day, "-q") }
    let svg = try psoas.done("report", "clinician", "--format", "svg")
    #expect(svg.contains("flare from 2026-W41"), "\(svg.prefix(1500))")
  }

  @Test func wordsOfTheUserAreNoMarkdown() throws {
    let psoas = try ClinicianTests.log.copy()
    try psoas.done("config", "clinician.name", "A <b>| *Example*", "--quiet")
    let page = try psoas.done("report", "clinician", "--format", "markdown")
    #expect(page.contains(#"A \<b\>\| \*Example\*. 2026-"#), "\(page.prefix(300))")
  }
}
