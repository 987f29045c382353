import Core
import SeededRandom
import Testing

@Suite struct PainTests {
  @Test(arguments: [("0", 0), ("10", 100), ("4", 40), ("3.5", 35), ("10.0", 100), ("+4", 40)])
  func readsScores(_ text: String, _ tenths: Int) throws {
    #expect(try NPRSScore(text).tenths == tenths)
  }

  @Test(arguments: [
    "", " ", "-1", "11", "10.1", "3.55", "3,5", "nan", "inf", "-inf", "1e0", "0x4", "four", "٤",
    "４",
    "999999999999999999999999999999", ".", "5.", ".5", "1_0", "--4", "−1", "4 ",
  ])
  func refusesScores(_ text: String) {
    let error = #expect(throws: InputError.self) { try NPRSScore(text) }
    #expect(error?.hint?.contains("0 (no pain) to 10") == true)
  }

  /// Every score there is comes back from its text.
  @Test func everyScoreReadsBack() throws {
    for tenths in 0...100 {
      let score = try #require(NPRSScore(tenths: tenths))
      #expect(try NPRSScore(score.description) == score)
    }
    #expect(NPRSScore(tenths: -1) == nil)
    #expect(NPRSScore(tenths: 101) == nil)
  }

  @Test(arguments: [
    ("low-back", "low-back"), ("low", "low-back"), ("back", "low-back"), ("Lumbar", "low-back"),
    ("buttock:left", "buttock:left"), ("butt:l", "buttock:left"), ("glute", "buttock"),
    ("leg:both", "leg:both"),
  ])
  func readsSites(_ text: String, _ shown: String) throws {
    #expect(try PainSite(text).description == shown)
  }

  @Test(arguments: ["", "ear", "buttock:", "buttock:up", ":left", "leg:left:right", "🦵", "h"])
  func refusesSites(_ text: String) {
    #expect(throws: InputError.self) { try PainSite(text) }
  }
}

@Suite struct SessionValueTests {
  @Test(arguments: [("18", 1080), ("12.5", 750), ("1440", 86_400), ("0.1", 6)])
  func readsMinutes(_ text: String, _ seconds: Int) throws {
    let duration = try Duration(minutes: text)
    #expect(duration.seconds == seconds)
    #expect(duration.minutes == Double(seconds) / 60)
  }

  @Test(arguments: ["", "0", "-5", "1441", "12.55", "1:30", "nan", "18min", "1e3"])
  func refusesMinutes(_ text: String) {
    #expect(throws: InputError.self) { try Duration(minutes: text) }
  }

  @Test func loadIsEffortTimesMinutes() throws {
    var random = SeededRandom()
    func session(_ minutes: String?, _ effort: String?) throws -> Session {
      Session(
        id: EntryID(nanoseconds: 0, using: &random),
        moment: Moment(utc: 0, offsetMinutes: 0, zone: "UTC", day: Day(number: 0)),
        duration: try minutes.map { try Duration(minutes: $0) },
        effort: try effort.map { try Effort($0) }, entries: [])
    }
    #expect(try session("18", "3").load == 54)
    #expect(try session("12.5", "2.5").load == 31.25)
    #expect(try session("18", nil).load == nil)
    #expect(try session(nil, "3").load == nil)
  }

  @Test(arguments: ["11", "-1", "", "5.55", "hard"])
  func refusesEfforts(_ text: String) { #expect(throws: InputError.self) { try Effort(text) } }
}

@Suite struct FactorTests {
  @Test(arguments: [
    ("sitting=9h", 9.0, "9h"), ("sleep=6.5h", 6.5, "6.5h"), ("walking=30m", 0.5, "30m"),
    ("a=1h30m", 1.5, "1.5h"), ("a=90min", 1.5, "1.5h"), ("a=20m", 1.0 / 3, "20m"),
    ("a=1h20m", 4.0 / 3, "1h20m"), ("a=0h", 0.0, "0h"), ("a=24h", 24.0, "24h"),
    ("posture=2", 2.0, "2"),
    ("steps=6418", 6418.0, "6418"), ("a=0.33h", 0.33, "0.33h"), ("Foo_Bar=1.25", 1.25, "1.25"),
  ])
  func reads(_ text: String, _ value: Double, _ shown: String) throws {
    let factor = try Factor(text)
    #expect(factor.value.value == value)
    #expect(factor.value.description == shown)
    #expect(try Factor("\(factor.name)=\(shown)") == factor)
  }

  @Test(arguments: [
    "sitting", "=9h", "sitting=", "sitting=-1", "sitting=25h", "sitting=9x", "sitting=h", "a b=-2h",
    "sitting=1h90", "sitting=nan", "sitting=inf", "sitting=1e3", "🙂=1", "sitting=9999999999",
    "sitting=1441m", "sitting==9h", "sitting=1.234", "sitting=2h1440m1",
  ])
  func refuses(_ text: String) { #expect(throws: InputError.self) { try Factor(text) } }

  /// Whole minutes of a day print and read back as the same amount.
  @Test func everyMinuteOfADayReadsBack() throws {
    for minutes in 0...1440 {
      let value = FactorValue(unit: .time, hundredths: minutes * 100)
      #expect(try Factor("a=\(value)").value == value, "\(minutes)")
    }
  }
}

@Suite struct MeasurementTests {
  private let parser = MeasurementParser(own: [])

  @Test func readsTrials() throws {
    let thomas = try parser.kind(named: "thomas")
    #expect(
      try parser.trials(["-5", "−5.25", "3°", "2deg"], of: thomas) == [-500, -525, 300, 200])
    let plank = try parser.kind(named: "side-plank")
    #expect(try parser.trials(["45s"], of: plank) == [4500])
  }

  @Test func prefixesWork() throws {
    #expect(try parser.kind(named: "glute").slug.text == "glute-bridge")
    #expect(try parser.kind(named: "KNEE").slug.text == "kneeling-extension")
    #expect(throws: InputError.self) { try parser.kind(named: "flexibility") }
    #expect(throws: InputError.self) { try parser.kind(named: "") }
  }

  @Test(arguments: [
    ("glute-bridge", "59"), ("glute-bridge", "210.5"), ("thomas", "-91"), ("extensor-hold", "241"),
    ("odi", "101"), ("rmdq", "25"), ("rmdq", "3.5"), ("psfs", "-1"), ("psfs", "10.5"),
    ("thomas", "nan"), ("thomas", "inf"), ("thomas", "5s"), ("side-plank-hold", "20°"),
    ("thomas", "1.234"), ("thomas", ""), ("thomas", "999999999999999999999999999999"),
  ])
  func refusesTrial(_ kind: String, _ value: String) throws {
    let known = try parser.kind(named: kind)
    #expect(throws: InputError.self) { try parser.trials([value], of: known) }
  }

  @Test func sidesAreAskedForWhereTheyMatter() throws {
    for name in ["thomas", "hip-extension", "kneeling-extension", "side-plank-hold"] {
      let kind = try parser.kind(named: name)
      #expect(throws: InputError.self) { try parser.side(nil, of: kind) }
      #expect(throws: InputError.self) { try parser.side(.both, of: kind) }
      #expect(try parser.side(try Side("L"), of: kind) == .left)
    }
    let bridge = try parser.kind(named: "glute-bridge")
    #expect(try parser.side(nil, of: bridge) == nil)
    #expect(throws: InputError.self) { try parser.side(.left, of: bridge) }
  }

  @Test func theBestHoldAndTheMeanAngle() throws {
    var random = SeededRandom()
    func value(_ kind: String, _ trials: [Int]) throws -> Double {
      Measurement(
        id: EntryID(nanoseconds: 0, using: &random),
        moment: Moment(utc: 0, offsetMinutes: 0, zone: "UTC", day: Day(number: 0)),
        kind: try parser.kind(named: kind), trials: trials
      ).value
    }
    #expect(try value("side-plank-hold", [3000, 4500, 4000]) == 45)
    #expect(try value("glute-bridge", [12_600, 12_800, 12_700]) == 127)
    #expect(try value("psfs", [300, 400, 600]) == 13.0 / 3)
  }

  @Test func methodsByBeginning() throws {
    #expect(try Instrument("phone") == .inclinometer)
    #expect(try Instrument("GONI") == .goniometer)
    #expect(throws: InputError.self) { try Instrument("") }
    #expect(throws: InputError.self) { try Instrument("ruler") }
  }
}

@Suite struct EntryIDTests {
  @Test func isAVersion7UUIDReadBackwards() {
    var random = SeededRandom()
    let id = EntryID(nanoseconds: 0x0123_4567_89AB * 1_000_000, using: &random)
    #expect(id.bytes[0..<6] == [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB])
    #expect(id.bytes[6] >> 4 == 7)
    #expect(id.bytes[8] >> 6 == 0b10)
    let forwards = id.bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    #expect(id.description == String(forwards.reversed()))
    #expect(id.description.hasSuffix("ba9876543210"))
    #expect(id.short == String(id.description.prefix(7)))
  }

  @Test func entriesOfOneMomentDifferEarly() {
    var random = SeededRandom()
    let shorts = (0..<1000).map { _ in EntryID(nanoseconds: 5, using: &random).short }
    // 28 random bits: a repeat among 1,000 has a chance of 0.2 %, two of one in 500,000.
    #expect(Set(shorts).count >= 999)
  }

  @Test func laterKeysSortLater() {
    var random = SeededRandom()
    let early = EntryID(nanoseconds: 1_795_000_000_000_000_000, using: &random)
    let late = EntryID(nanoseconds: 1_795_000_000_000_001_000, using: &random)
    #expect(early < late)
  }

  @Test(arguments: ["abc", "xyzw", "", "g000", String(repeating: "a", count: 33), "12 4", "é123"])
  func refusesPrefix(_ text: String) {
    #expect(throws: InputError.self) { try EntryIDPrefix(text) }
  }

  @Test func prefixesMayBeCapitals() throws { #expect(try EntryIDPrefix("ABCD").digits == "abcd") }
}
