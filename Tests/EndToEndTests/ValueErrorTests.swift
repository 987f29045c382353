import Testing

/// Numbers that are none, or out of range; and the log that is not made for them.
@Suite struct ValueErrorTests {
  @Test(arguments: numerals)
  func numbers(bad: Bad) throws {
    try bad.expectRefusal()
    try bad.expectNoFile()
  }

  static let numerals: [Bad] = [
    Bad(["pain", "11"], 64, "the pain score '11' is not on the scale"),
    Bad(["pain", "-1"], 64, "the pain score '-1' is not on the scale"),
    Bad(["pain", "10.1"], 64, "the pain score '10.1' is not on the scale"),
    Bad(["pain", "-0.1"], 64, "the pain score '-0.1' is not on the scale"),
    Bad(["pain", "3.25"], 64, "the pain score '3.25' is not on the scale"),
    Bad(["pain", "nan"], 64, "the pain score 'nan' is not on the scale"),
    Bad(["pain", "inf"], 64, "the pain score 'inf' is not on the scale"),
    Bad(["pain", "-inf"], 64, "the pain score '-inf' is not on the scale"),
    Bad(["pain", "1e3"], 64, "the pain score '1e3' is not on the scale"),
    Bad(["pain", "0x10"], 64, "the pain score '0x10' is not on the scale"),
    Bad(
      ["pain", "111111111111111111111111111111"], 64,
      "the pain score '111111111111111111111111111111' is not on the scale"),
    Bad(["pain", ""], 64, "the pain score '' is not on the scale"),
    Bad(["pain", " "], 64, "the pain score ' ' is not on the scale"),
    Bad(["pain", "4,5"], 64, "the pain score '4,5' is not on the scale"),
    Bad(["pain", "٤"], 64, "the pain score '٤' is not on the scale"),
    Bad(["pain", "４"], 64, "the pain score '４' is not on the scale"),
    Bad(["pain", "four"], 64, "the pain score 'four' is not on the scale"),
    Bad(["pain", "4 5"], 64, "the pain score '4 5' is not on the scale"),
    Bad(["pain", "+"], 64, "the pain score '+' is not on the scale"),
    Bad(["pain", "-."], 64, "the pain score '-.' is not on the scale"),
    Bad(["pain", "5."], 64, "the pain score '5.' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--before", "10.5"], 64,
      "the pain before the session '10.5' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--before", "nan"], 64,
      "the pain before the session 'nan' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--before", ""], 64,
      "the pain before the session '' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--after", "10.5"], 64,
      "the pain after the session '10.5' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--after", "nan"], 64,
      "the pain after the session 'nan' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--after", ""], 64,
      "the pain after the session '' is not on the scale"),
    Bad(
      ["log", "bird-dog", "3x8", "--effort", "10.5"], 64,
      "the effort '10.5' is not on the scale"),
    Bad(["log", "bird-dog", "3x8", "--effort", "nan"], 64, "the effort 'nan' is not on the scale"),
    Bad(["log", "bird-dog", "3x8", "--effort", ""], 64, "the effort '' is not on the scale"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "0"], 64, "cannot read '0' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "-5"], 64, "cannot read '-5' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "1441"], 64, "cannot read '1441' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "nan"], 64, "cannot read 'nan' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "inf"], 64, "cannot read 'inf' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", "1e3"], 64, "cannot read '1e3' as minutes"),
    Bad(
      ["log", "bird-dog", "3x8", "--minutes", "999999999999999999999999999999"], 64,
      "cannot read '999999999999999999999999999999' as minutes"),
    Bad(["log", "bird-dog", "3x8", "--minutes", ""], 64, "cannot read '' as minutes"),
    Bad(
      ["log", "bird-dog", "999999999999999999999999999999x8"], 64,
      "cannot read the dose '999999999999999999999999999999x8'"),
    Bad(
      ["log", "bird-dog", "3x999999999999999999999999999999"], 64,
      "cannot read the dose '3x999999999999999999999999999999'"),
    Bad(
      ["log", "bird-dog", "999999999999999999999999999999s"], 64,
      "cannot read the dose '999999999999999999999999999999s'"),
    Bad(
      ["measure", "glute-bridge", "999"], 64,
      "'999' is outside what 'glute-bridge' can be (hip angle in a glute bridge, 180° is "
        + "straight)"),
    Bad(
      ["measure", "glute-bridge", "59.99"], 64,
      "'59.99' is outside what 'glute-bridge' can be (hip angle in a glute bridge, 180° is "
        + "straight)"),
    Bad(["measure", "glute-bridge", "nan"], 64, "cannot read 'nan' as degrees"),
    Bad(["measure", "glute-bridge", "inf"], 64, "cannot read 'inf' as degrees"),
    Bad(["measure", "glute-bridge", "-inf"], 64, "cannot read '-inf' as degrees"),
    Bad(["measure", "glute-bridge", "1e2"], 64, "cannot read '1e2' as degrees"),
    Bad(["measure", "glute-bridge", "0x80"], 64, "cannot read '0x80' as degrees"),
    Bad(["measure", "glute-bridge", "128.123"], 64, "cannot read '128.123' as degrees"),
    Bad(
      ["measure", "glute-bridge", "999999999999999999999999999999"], 64,
      "cannot read '999999999999999999999999999999' as degrees"),
    Bad(["measure", "glute-bridge", ""], 64, "cannot read '' as degrees"),
    Bad(["measure", "glute-bridge", "128s"], 64, "'glute-bridge' is measured in degrees, not 's'"),
    Bad(["measure", "thomas", "--deg", "x", "--side", "left"], 64, "cannot read 'x' as degrees"),
    Bad(
      ["measure", "thomas", "--deg", "-90.01", "--side", "left"], 64,
      "'-90.01' is outside what 'thomas' can be (modified Thomas test, below horizontal is "
        + "negative)"),
    Bad(["measure", "rmdq", "4.5"], 64, "'rmdq' has whole numbers, not '4.5'"),
    Bad(
      ["measure", "glute-bridge", "126", "--pain", "12"], 64,
      "the pain during a measurement '12' is not on the scale"),
    Bad(
      ["measure", "glute-bridge"] + Array(repeating: "120", count: 21), 64,
      "21 values are more than one visit has"),
    Bad(["day", "sitting="], 64, "cannot read '' for 'sitting'"),
    Bad(["day", "sitting=25h"], 64, "cannot read '25h' for 'sitting'"),
    Bad(["day", "sitting=-1h"], 64, "cannot read '-1h' for 'sitting'"),
    Bad(["day", "sitting=-1"], 64, "'sitting' cannot be less than nothing: '-1'"),
    Bad(["day", "sitting=nan"], 64, "cannot read 'nan' for 'sitting'"),
    Bad(["day", "sitting=inf"], 64, "cannot read 'inf' for 'sitting'"),
    Bad(["day", "sitting=1e3"], 64, "cannot read '1e3' for 'sitting'"),
    Bad(["day", "sitting=0x10"], 64, "cannot read '0x10' for 'sitting'"),
    Bad(
      ["day", "sitting=111111111111111111111111111111"], 64,
      "cannot read '111111111111111111111111111111' for 'sitting'"),
    Bad(["day", "=9h"], 64, "'' cannot be the name of a factor"),
    Bad(["day", "si!=3"], 64, "'si!' cannot be the name of a factor"),
    Bad(["day", "😀=3"], 64, "'😀' cannot be the name of a factor"),
    Bad(["day", "שלום=3"], 64, "'שלום' cannot be the name of a factor"),
  ]
}
