import Testing

/// Wrong words of the reports on series.
@Suite struct TrendErrorTests {
  @Test(arguments: reports)
  func reporting(bad: Bad) throws {
    try bad.expectRefusal()
  }

  static let reports: [Bad] = [
    Bad(["report", "trend"], 64, "missing expected argument '<series>'"),
    Bad(["report", "trend", "pian"], 64, "there is no series 'pian'"),
    Bad(["report", "trend", "sitting"], 64, "there is no series 'sitting'"),
    Bad(["report", "trend", ""], 64, "there is no series ''"),
    Bad(["report", "trend", "боль"], 64, "there is no series 'боль'"),
    Bad(["report", "trend", "thomas"], 64, "'thomas' needs a side"),
    Bad(["report", "trend", "thomas:up"], 64, "there is no series 'thomas:up'"),
    Bad(["report", "trend", "odi:left"], 64, "'odi' has no sides"),
    Bad(["report", "trend", "pain:monthly"], 64, "there is no recall window in 'pain:monthly'"),
    Bad(["report", "trend", "pain@phone"], 64, "'pain@phone' has no way of measuring"),
    Bad(["report", "trend", "glute-bridge@laser"], 64, "there is no method 'laser'"),
    Bad(["report", "trend", "factor:load"], 64, "there is no factor 'factor:load'"),
    Bad(["report", "trend", "pain", "--by", "month"], 64, "unknown step 'month'"),
    Bad(["report", "trend", "pain", "--weeks", "0"], 64, "--weeks cannot be '0'"),
    Bad(["report", "trend", "pain", "--since", "x"], 64, "cannot read 'x' as a day"),
    Bad(["report", "trend", "pain", "odi"], 64, "unexpected argument 'odi'"),
    Bad(["report", "relate", "pain"], 64, "missing expected argument '<b>'"),
    Bad(["report", "relate", "pain", "pain"], 64, "'pain' cannot be related to itself"),
    Bad(["report", "relate", "pain", "pain:now"], 64, "'pain' cannot be related to itself"),
    Bad(["report", "relate", "pain", "nope"], 64, "there is no series 'nope'"),
    Bad(["report", "relate", "pain", "odi", "--lag", "3"], 64, "--lag cannot be '3'"),
    Bad(["report", "relate", "pain", "odi", "--lag", "-3"], 64, "--lag cannot be '-3'"),
    Bad(["report", "relate", "pain", "odi", "--lag", "x"], 64, "--lag cannot be 'x'"),
    Bad(
      ["report", "relate", "pain", "odi", "--lag", "99999999999999999999"], 64,
      "--lag cannot be '99999999999999999999'"),
    Bad(["report", "relate", "pain", "odi", "--by", "year"], 64, "unknown step 'year'"),
    Bad(
      ["report", "compare"], 1, "the log has no two stages or protocols to compare"),
    Bad(["report", "compare", "--by", "stage"], 1, "the log has no two stages to compare"),
    Bad(["report", "compare", "--by", "moon"], 64, "unknown kind of phase 'moon'"),
    Bad(["report", "compare", "--split", "x"], 64, "cannot read 'x' as a day"),
    Bad(
      ["report", "compare", "--split", "2027-01-01"], 64, "--split '2027-01-01' is in the future"),
    Bad(
      ["report", "compare", "--split", "2026-11-01", "--by", "stage"], 64,
      "--split cannot be used with --by, --a and --b"),
    Bad(
      ["report", "compare", "--series", "thomas", "--split", "2026-11-01"], 64,
      "'thomas' needs a side"),
    Bad(["report", "factors", "pain"], 64, "unexpected argument 'pain'"),
    Bad(["report", "factors", "--series", "odi"], 64, "'odi' is no series of pain"),
    Bad(["report", "factors", "--series", "pian"], 64, "there is no series 'pian'"),
    Bad(["report", "factors", "--by", "hour"], 64, "unknown step 'hour'"),
  ]
}
