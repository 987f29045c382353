import Testing

/// Names, notes and times that cannot be kept.
@Suite struct TextErrorTests {
  @Test(arguments: writings)
  func texts(bad: Bad) throws {
    try bad.expectRefusal()
  }

  @Test(arguments: moments)
  func times(bad: Bad) throws {
    try bad.expectRefusal()
    try bad.expectNoFile()
  }

  static let writings: [Bad] = [
    Bad(["pain", "4", "--note", "\u{1}"], 64, "the note has the control character U+0001"),
    Bad(["pain", "4", "--note", "\u{1B}[31mred"], 64, "the note has the control character U+001B"),
    Bad(["pain", "4", "--note", "a\u{202E}b"], 64, "the note has the control character U+202E"),
    Bad(["pain", "4", "--note", "\u{7F}"], 64, "the note has the control character U+007F"),
    Bad(["pain", "4", "--note", ""], 64, "the note is empty"),
    Bad(["pain", "4", "--note", " \n"], 64, "the note is empty"),
    Bad(["pain", "4", "--trigger", ""], 64, "the trigger is empty"),
    Bad(["pain", "4", "--trigger", "\u{1}"], 64, "the trigger has the control character U+0001"),
    Bad(["pain", "4", "--trigger", "\u{1B}"], 64, "the trigger has the control character U+001B"),
    Bad(
      ["pain", "4", "--trigger", "a\u{202E}b"], 64,
      "the trigger has the control character U+202E"),
    Bad(
      ["pain", "4", "--trigger", "two\nlines"], 64,
      "the trigger 'two\\u{a}lines' has a line break or a tab"),
    Bad(
      ["pain", "4", "--trigger", String(repeating: "x", count: 81)], 64,
      "the trigger is 81 bytes long"),
    Bad(["exercise", "add", "heel-lift", "--name", ""], 64, "the name is empty"),
    Bad(
      ["exercise", "add", "heel-lift", "--name", "\u{1}"], 64,
      "the name has the control character U+0001"),
    Bad(
      ["exercise", "add", "heel-lift", "--name", "\u{1B}"], 64,
      "the name has the control character U+001B"),
    Bad(
      ["exercise", "add", "heel-lift", "--name", "a\u{202E}b"], 64,
      "the name has the control character U+202E"),
    Bad(
      ["exercise", "add", "heel-lift", "--name", String(repeating: "x", count: 201)], 64,
      "the name is 201 bytes long"),
    Bad(["exercise", "add", ""], 64, "'' cannot be the name of an exercise"),
    Bad(["exercise", "add", "שלום"], 64, "'שלום' cannot be the name of an exercise"),
    Bad(["exercise", "add", "😀"], 64, "'😀' cannot be the name of an exercise"),
    Bad(
      ["exercise", "add", "heel\u{202E}lift"], 64,
      "'heel\\u{202e}lift' cannot be the name of an exercise"),
    Bad(["exercise", "add", "\u{1B}"], 64, "'\\u{1b}' cannot be the name of an exercise"),
    Bad(["exercise", "add", "é"], 64, "'é' cannot be the name of an exercise"),
    Bad(
      ["exercise", "add", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], 64,
      "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' cannot be the name of an exercise"),
    Bad(
      ["exercise", "add", "heel-lift", "--alias", "😀"], 64, "'😀' cannot be the name of an alias"),
    Bad(
      ["measure", "--define", "Ünï", "--unit", "cm", "--better", "lower"], 64,
      "'Ünï' cannot be the name of a kind of measurement"),
    Bad(
      ["measure", "--define", "new", "--unit", "cm", "--better", "lower", "--title", "\u{1B}"], 64,
      "the title has the control character U+001B"),
    Bad(["exercise", "show", "\u{1B}[31m"], 64, "there is no exercise '\\u{1b}[31m'"),
    Bad(["log", "\u{202E}bird-dog"], 64, "there is no exercise '\\u{202e}bird-dog'"),
    Bad(["pain", "\u{1B}"], 64, "the pain score '\\u{1b}' is not on the scale"),
  ]

  static let moments: [Bad] = [
    Bad(["pain", "4", "--at", "2026-02-30"], 64, "there is no date '2026-02-30'"),
    Bad(["pain", "4", "--at", "2026-13-01"], 64, "there is no date '2026-13-01'"),
    Bad(["pain", "4", "--at", "2025-02-29"], 64, "there is no date '2025-02-29'"),
    Bad(["pain", "4", "--at", "2026-11-20 24:01"], 64, "cannot read '2026-11-20 24:01' as a time"),
    Bad(["pain", "4", "--at", "2026-11-20 07:60"], 64, "cannot read '2026-11-20 07:60' as a time"),
    Bad(["pain", "4", "--at", "nonsense"], 64, "cannot read 'nonsense' as a time"),
    Bad(["pain", "4", "--at", "tomorrow"], 64, "cannot read 'tomorrow' as a time"),
    Bad(
      ["pain", "4", "--at", "2026-11-21"], 64,
      "'2026-11-21' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(
      ["pain", "4", "--at", "2026-11-20 18:06"], 64,
      "'2026-11-20 18:06' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(
      ["pain", "4", "--at", "2027-01-01"], 64,
      "'2027-01-01' is in the future (now it is Fri 2026-11-20 18:00)"),
    Bad(["pain", "4", "--at", "1969-12-31"], 64, "'1969-12-31' is before 1970"),
    Bad(["pain", "4", "--at", ""], 64, "cannot read '' as a time"),
    Bad(["pain", "4", "--at", "-99999d"], 64, "'-99999d' is before 1970"),
    Bad(["pain", "4", "--at", "99999 days ago"], 64, "'99999 days ago' is before 1970"),
    Bad(
      ["pain", "4", "--at", "2026-11-20T07:30+19:00"], 64,
      "cannot read '2026-11-20T07:30+19:00' as a time"),
    Bad(["pain", "4", "--at", "10000-01-01"], 64, "cannot read '10000-01-01' as a time"),
    Bad(["pain", "4", "--at", "0000-01-01"], 64, "there is no date '0000-01-01'"),
    Bad(["pain", "4", "--at", "20-11-2026"], 64, "cannot read '20-11-2026' as a time"),
    Bad(["pain", "4", "--at", "2026-1-5"], 64, "there is no date '2026-1-5'"),
    Bad(
      ["pain", "4", "--at", "111111111111111111111111111111"], 64,
      "cannot read '111111111111111111111111111111' as a time"),
    Bad(
      ["pain", "4", "--at", String(repeating: "x", count: 65)], 64,
      "cannot read 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' as a time"),
    Bad(
      ["day", "sitting=9h", "--at", "2026-11-20 07:99"], 64,
      "cannot read '2026-11-20 07:99' as a time"),
    Bad(
      ["--now", "2026-02-30T10:00Z", "pain", "4"], 64,
      "cannot read '2026-02-30T10:00Z' as the present moment"),
    Bad(
      ["--now", "2026-11-20T18:00", "pain", "4"], 64,
      "cannot read '2026-11-20T18:00' as the present moment"),
    Bad(["--now", "", "pain", "4"], 64, "cannot read '' as the present moment"),
  ]
}
