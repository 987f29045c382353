import Testing

/// What is refused about flares.
@Suite struct FlareErrorTests {
  /// The flares that are there, as moments of beginning and end, and the words that are refused then.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let flares: [(String, String?)]
    let bad: Bad

    init(_ flares: [(String, String?)], _ words: String, _ status: Int32, _ error: String) {
      self.flares = flares
      bad = Bad(words.split(separator: ";").map(String.init), status, error)
    }

    var testDescription: String { "\(flares.count): \(bad)" }
  }

  private static let over = [("2026-11-05 08:00", "2026-11-08 20:00")] as [(String, String?)]
  private static let going = [("2026-11-18 08:00", nil)] as [(String, String?)]

  static let refusals = [
    Refusal(
      going, "flare;start", 1, "a flare has been going on since Wed 2026-11-18 08:00"),
    Refusal(
      going, "flare;start;--at;2026-11-01", 1,
      "a flare has been going on since Wed 2026-11-18 08:00"),
    Refusal(
      over + going, "flare;start;--at;2026-11-06", 1,
      "a flare has been going on since Wed 2026-11-18 08:00"),
    Refusal([], "flare;end", 1, "no flare is going on"),
    Refusal(over, "flare;end", 1, "no flare is going on"),
    Refusal(
      going, "flare;end;--at;2026-11-18 07:59", 64,
      "Wed 2026-11-18 07:59 is before the flare began, on Wed 2026-11-18 08:00"),
    Refusal(
      over, "flare;start;--at;2026-11-06", 64,
      "Fri 2026-11-06 12:00 is within the flare of Thu 2026-11-05 08:00 to Sun 2026-11-08 20:00"),
    Refusal(
      over, "flare;start;--at;2026-11-05 08:00", 64,
      "Thu 2026-11-05 08:00 is within the flare of Thu 2026-11-05 08:00 to Sun 2026-11-08 20:00"),
    Refusal(
      over, "flare;start;--at;2026-11-08 20:00", 64,
      "Sun 2026-11-08 20:00 is within the flare of Thu 2026-11-05 08:00 to Sun 2026-11-08 20:00"),
    Refusal(
      over + [("2026-11-12 08:00", "2026-11-13 08:00")], "flare;start;--at;2026-11-01", 64,
      "a flare from Sun 2026-11-01 12:00 on would overlap the one that began on Thu 2026-11-05 08:00"
    ),
  ]

  @Test(arguments: refusals) func flaresNeverOverlap(refusal: Refusal) throws {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    for (start, end) in refusal.flares {
      try psoas.done("flare", "start", "--at", start, "--quiet")
      if let end { try psoas.done("flare", "end", "--at", end, "--quiet") }
    }
    try refusal.bad.expectRefusal(by: psoas)
  }

  @Test func flaresMayFollowOneAnother() throws {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    try psoas.done("flare", "start", "--at", "2026-11-05 08:00", "--quiet")
    try psoas.done("flare", "end", "--at", "2026-11-05 08:00", "--quiet")
    try psoas.done("flare", "start", "--at", "2026-11-05 08:01", "--quiet")
    #expect(try psoas.objects("flare").map { $0["goingOn"] as? Bool } == [true, false])
  }

  @Test func aNoteThatGrowsTooLongIsRefused() throws {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    let half = String(repeating: "x", count: 10_000)
    try psoas.done("flare", "start", "--note", half, "--quiet")
    try Bad(["flare", "end", "--note", half], 64, "the note is 20001 bytes long").expectRefusal(
      by: psoas)
  }

  @Test(arguments: complaints) func wrongWords(bad: Bad) throws {
    try bad.expectRefusal()
    if bad.words.contains("start") { try bad.expectNoFile() }
  }

  static let complaints: [Bad] = [
    Bad(["flare", "stop"], 64, "'stop' is not a command of psoas flare"),
    Bad(["flare", "--nope"], 64, "unknown option '--nope'. Did you mean '--now'?"),
    Bad(["flare", "list", "x"], 64, "unexpected argument 'x'"),
    Bad(["flare", "list", "--format", "svg"], 64, "this result has no format 'svg'"),
    Bad(["flare", "start", "--nope"], 64, "unknown option '--nope'. Did you mean '--note'?"),
    Bad(["flare", "start", "now"], 64, "unexpected argument 'now'"),
    Bad(["flare", "start", "--note", ""], 64, "the note is empty"),
    Bad(["flare", "start", "--at", "tomorrow"], 64, "cannot read 'tomorrow' as a time"),
    Bad(
      ["flare", "start", "--at", "2026-11-21"], 64,
      "'2026-11-21' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(
      ["flare", "end", "--at", "2026-11-21"], 64,
      "'2026-11-21' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(["flare", "end", "--at", "someday"], 64, "cannot read 'someday' as a time"),
    Bad(["flare", "end", "--nope"], 64, "unknown option '--nope'. Did you mean '--note'?"),
  ]
}
