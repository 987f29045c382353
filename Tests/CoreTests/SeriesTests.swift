import Testing

@testable import Core

@Suite struct SeriesTests {
  private static let kind = MeasurementKind(
    slug: Slug(stored: "heel-to-seat"), title: "heel to seat", unit: .centimetres, better: .lower,
    sided: true, range: 0...100)

  private static let held: LoggedSeries = {
    var held = LoggedSeries()
    held.recalls = [.worst, .now]
    held.measures = ["glute-bridge", "thomas:left"]
    held.factors = [
      Slug(stored: "sitting"): .time, Slug(stored: "steps"): .number, Slug(stored: "load"): .number,
    ]
    held.hasSessions = true
    return held
  }()

  private let parser = SeriesParser(own: [kind], held: held)

  @Test(arguments: [
    ("pain", "pain", "points"), ("pain:now", "pain", "points"),
    ("PAIN:worst", "pain:worst", "points"),
    ("pain:morning", "pain:morning", "points"), ("glute-bridge", "glute-bridge", "deg"),
    ("glute-b", "glute-bridge", "deg"), ("thomas:left", "thomas:left", "deg"),
    ("thomas:r", "thomas:right", "deg"), ("side-plank-hold:left", "side-plank-hold:left", "s"),
    ("glute-bridge@goniometer", "glute-bridge@goniometer", "deg"),
    ("glute-bridge@phone", "glute-bridge@inclinometer", "deg"),
    ("hip-extension:left@inclinometer-passive", "hip-extension:left@inclinometer-passive", "deg"),
    ("hip-extension:left@active", "hip-extension:left@active", "deg"),
    ("odi@unstated", "odi@unstated", "points"), ("heel-to-seat:left", "heel-to-seat:left", "cm"),
    ("sitting", "sitting", "h"), ("sit", "sitting", "h"), ("sessions", "sessions", "sessions"),
    ("minutes", "minutes", "minutes"), ("load", "load", "AU"), ("sets", "sets", "sets"),
    ("factor:sitting", "sitting", "h"), ("factor:sit", "sitting", "h"),
  ])
  func areRead(_ text: String, _ name: String, _ unit: String) throws {
    let series = try parser.parse(text)
    #expect(series.name == name)
    #expect(series.unit == unit)
    #expect(try parser.parse(series.name) == series, "its name reads back")
  }

  @Test func aFactorOfPlainNumbersHasNoUnit() throws {
    #expect(try parser.parse("steps").unit == nil)
  }

  /// A name means the built-in series or the kind; the prefix reaches the factor, and its name says so.
  @Test func aFactorThatHasTheNameOfAnotherSeries() throws {
    var held = LoggedSeries()
    let names = ["load", "pain", "odi", "heel-to-seat", "factor"]
    for name in names { held.factors[Slug(stored: name)] = .number }
    let parser = SeriesParser(own: [SeriesTests.kind], held: held)
    #expect(try parser.parse("load") == .count(.load))
    for name in names.dropLast() {
      let series = try parser.parse("factor:\(name)")
      #expect(series == .factor(Slug(stored: name), .number, shadowed: true))
      #expect(series.name == "factor:\(name)" && series.root == name)
      #expect(try parser.parse(series.name) == series)
    }
    #expect(try parser.parse("factor") == parser.parse("factor:factor"))
    #expect(try parser.parse("factor").name == "factor")
    #expect(
      held.names(own: [SeriesTests.kind]) == [
        "factor", "factor:heel-to-seat", "factor:load", "factor:odi", "factor:pain",
      ])
  }

  @Test func aKindCalledFactorKeepsItsSides() throws {
    let kind = MeasurementKind(
      slug: Slug(stored: "factor"), title: "f", unit: .degrees, better: .higher, sided: true,
      range: 0...9)
    var held = LoggedSeries()
    held.factors[Slug(stored: "load")] = .number
    let parser = SeriesParser(own: [kind], held: held)
    #expect(try parser.parse("factor:left") == .measure(kind, .left, nil))
    #expect(try parser.parse("factor:load").name == "factor:load")
  }

  /// What is refused, and what the hint names.
  @Test(arguments: [
    ("thomas", "'thomas' needs a side", "thomas:left or thomas:right"),
    ("thomas:both", "there is no series 'thomas:both'", "thomas:left or thomas:right"),
    ("glute-bridge:left", "'glute-bridge' has no sides", "'glute-bridge' alone"),
    ("pain:yesterday", "there is no recall window in 'pain:yesterday'", "pain:worst"),
    ("sitting:left", "there is no series 'sitting:left'", "'sitting' alone"),
    ("sessions:x", "there is no series 'sessions:x'", "'sessions' alone"),
    ("pain@phone", "'pain@phone' has no way of measuring", "leave out the '@'"),
    ("thomas:left@laser", "there is no method 'laser'", "inclinometer, goniometer"),
    ("thomas:left@a-b-c", "there is no way of measuring 'a-b-c'", "inclinometer-passive"),
    (
      "factor:nope", "there is no factor 'factor:nope'", "the log has factor:load, factor:sitting"
    ),
    ("factor:", "there is no factor 'factor:'", "factor:steps"),
    ("factor:s", "the factor 'factor:s' could be sitting, steps", "give more letters"),
    ("factor:steps@phone", "'factor:steps@phone' has no way of measuring", "leave out the '@'"),
    ("sittign", "there is no series 'sittign'", "the nearest is sitting; the log has pain"),
    ("xyzzy", "there is no series 'xyzzy'", "the log has pain, pain:worst, glute-bridge"),
    ("", "there is no series ''", "the log has"),
    (":", "there is no series ':'", "the log has"),
    ("s", "the series 's' could be ", "give more letters"),
  ])
  func otherWordsAreRefused(_ text: String, _ message: String, _ hint: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(text) }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "")")
  }

  @Test func anEmptyLogHoldsNone() {
    let error = #expect(throws: InputError.self) {
      try SeriesParser(own: [], held: LoggedSeries()).parse("xyzzy")
    }
    #expect(error?.hint == "the log has none yet")
    let factor = #expect(throws: InputError.self) {
      try SeriesParser(own: [], held: LoggedSeries()).parse("factor:load")
    }
    #expect(factor?.hint == "the log has no daily factor yet")
  }

  @Test func namesOfWhatIsHeld() {
    #expect(
      SeriesTests.held.names(own: []) == [
        "pain", "pain:worst", "glute-bridge", "thomas:left", "factor:load", "sitting", "steps",
        "sessions", "minutes", "load", "sets",
      ])
  }

  @Test(arguments: [
    (MeasurementMethod(), "unstated", nil),
    (MeasurementMethod(instrument: .photo), "photo", "photo"),
    (MeasurementMethod(motion: .active), "active", "active"),
    (
      MeasurementMethod(instrument: .inclinometer, motion: .passive), "inclinometer-passive",
      "passive inclinometer"
    ),
  ])
  func waysHaveALabelAndWords(_ method: MeasurementMethod, _ label: String, _ words: String?) throws
  {
    #expect(method.label == label && method.words == words)
    #expect(try MeasurementMethod(label) == method)
  }

  @Test func directionsAndRules() throws {
    #expect(try parser.parse("pain").better == .lower)
    #expect(try parser.parse("thomas:left").better == .lower)
    #expect(try parser.parse("curl-up-hold").better == .higher)
    #expect(try parser.parse("sitting").better == nil)
    #expect(try parser.parse("curl-up-hold").rule == .best)
    #expect(try parser.parse("odi").rule == .mean)
    #expect(try parser.parse("steps").rule == .median)
    #expect(try parser.parse("load").rule == .sum)
  }
}

@Suite struct StepTests {
  /// 2026 has a week 53; the numbers go on across the new year.
  @Test func weeksGoOnAcrossTheYear() throws {
    let last = try #require(Day("2027-01-03"))
    let number = Step.week.number(of: last)
    #expect(Step.week.label(number) == "2026-W53")
    #expect(Step.week.label(number + 1) == "2027-W01")
    #expect(Step.week.days(number).upperBound == last)
    #expect(Step.week.days(number).lowerBound == last.adding(-6))
  }

  @Test func daysAreThemselves() throws {
    let day = try #require(Day("2026-11-20"))
    let number = Step.day.number(of: day)
    #expect(Step.day.label(number) == "2026-11-20")
    #expect(Step.day.days(number) == day...day)
  }
}
