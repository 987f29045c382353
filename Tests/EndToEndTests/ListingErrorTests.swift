import Testing

/// Wrong words of the commands that look and set, and of the program itself.
@Suite struct ListingErrorTests {
  @Test(arguments: lookings)
  func looking(bad: Bad) throws {
    try bad.expectRefusal()
  }

  static let lookings: [Bad] = [
    Bad(["lsit"], 64, "'lsit' is not a command of psoas"),
    Bad(["pian", "4"], 64, "'pian' is not a command of psoas"),
    Bad(["xyzzy"], 64, "'xyzzy' is not a command of psoas"),
    Bad(["ключ"], 64, "'ключ' is not a command of psoas"),
    Bad(["report", "mothly"], 64, "'mothly' is not a command of psoas report"),
    Bad(["report", "weak"], 64, "'weak' is not a command of psoas report"),
    Bad(["exercise", "remove", "x"], 64, "'remove' is not a command of psoas exercise"),
    Bad(["--nope"], 64, "unknown option '--nope'"),
    Bad(["-5"], 64, "unknown option '-5'"),
    Bad(["--", "pain", "4"], 64, "2 unexpected arguments: 'pain', '4'"),
    Bad(
      ["--color", "red", "status"], 64,
      "unknown choice of colour 'red'"),
    Bad(["--db", "", "pain", "4"], 1, "the path of the log is empty"),
    Bad(
      ["list", "foo"], 64,
      "unknown kind of entry 'foo'"),
    Bad(["list", "pain", "extra"], 64, "unexpected argument 'extra'"),
    Bad(["list", "--limit", "0"], 64, "--limit cannot be '0'"),
    Bad(["list", "--limit", "-1"], 64, "--limit cannot be '-1'"),
    Bad(["list", "--limit", "x"], 64, "--limit cannot be 'x'"),
    Bad(["list", "--limit", "1e3"], 64, "--limit cannot be '1e3'"),
    Bad(
      ["list", "--limit", "123456789012345678901234567890"], 64,
      "--limit cannot be '123456789012345678901234567890'"),
    Bad(["list", "--since", "2026-02-30"], 64, "there is no date '2026-02-30'"),
    Bad(["list", "--since", "07:30"], 64, "cannot read '07:30' as a day"),
    Bad(["list", "--until", "someday"], 64, "cannot read 'someday' as a day"),
    Bad(
      ["list", "--format", "xml"], 64,
      "unknown format 'xml'"),
    Bad(["list", "--format"], 64, "missing value for '--format <format>'"),
    Bad(["show"], 64, "missing expected argument '<id>'"),
    Bad(["show", "zz"], 64, "'zz' is not an id"),
    Bad(["show", "abc"], 64, "'abc' is not an id"),
    Bad(["show", ""], 64, "'' is not an id"),
    Bad(["show", "ffffffff"], 1, "there is no entry 'ffffffff'"),
    Bad(["rm"], 64, "missing expected argument '<id>'"),
    Bad(["rm", "ffffffff"], 1, "there is no entry 'ffffffff'"),
    Bad(["rm", "last", "last"], 64, "unexpected argument 'last'"),
    Bad(["config", "foo"], 64, "there is no setting 'foo'"),
    Bad(["config", "day.start", "25:00"], 64, "'day.start' cannot be '25:00'"),
    Bad(["config", "day.start", "13:00"], 64, "'day.start' cannot be '13:00'"),
    Bad(["config", "day.start", ""], 64, "'day.start' cannot be ''"),
    Bad(["config", "day.start", "05:00", "--unset"], 64, "a value and --unset together"),
    Bad(["config", "day.start", "05:00", "x"], 64, "3 words were given"),
    Bad(["config", "--unset"], 64, "--unset needs a key"),
    Bad(["config", "report.weeks", "0"], 64, "'report.weeks' cannot be '0'"),
    Bad(["config", "report.weeks", "x"], 64, "'report.weeks' cannot be 'x'"),
    Bad(
      ["config", "report.weeks", "123456789012345678901234567890"], 64,
      "'report.weeks' cannot be '123456789012345678901234567890'"),
    Bad(["report", "weekly", "--weeks", "0"], 64, "--weeks cannot be '0'"),
    Bad(["report", "weekly", "--weeks", "-3"], 64, "--weeks cannot be '-3'"),
    Bad(["report", "weekly", "--weeks", "1e3"], 64, "--weeks cannot be '1e3'"),
    Bad(["report", "weekly", "--weeks", "0x10"], 64, "--weeks cannot be '0x10'"),
    Bad(["report", "weekly", "--weeks", "5301"], 64, "--weeks cannot be '5301'"),
    Bad(
      ["report", "weekly", "--weeks", "123456789012345678901234567890"], 64,
      "--weeks cannot be '123456789012345678901234567890'"),
    Bad(
      ["report", "weekly", "--since", "2026-11-20", "--until", "2026-11-01"], 64,
      "the window ends (2026-W44) before it starts (2026-W47)"),
    Bad(
      ["report", "weekly", "--weeks", "2", "--since", "2026-11-01", "--until", "2026-11-20"], 64,
      "--weeks, --since and --until together say it twice"),
    Bad(["report", "weekly", "--since", "1900-01-01"], 64, "the window is longer than 5300 weeks"),
    Bad(["report", "weekly", "--since", ""], 64, "cannot read '' as a day"),
    Bad(["report", "weekly", "--format", "png"], 64, "unknown format 'png'"),
    Bad(["list", "--format", "svg"], 64, "this result has no format 'svg'"),
    Bad(["pain", "4", "--format", "html"], 64, "this result has no format 'html'"),
    Bad(
      ["list", "--output", "x.pdf"], 64,
      "--output 'x.pdf' asks for a picture, which this result does not have"),
    Bad(
      ["pain", "4", "--output", "x.PNG"], 64,
      "--output 'x.PNG' asks for a picture, which this result does not have"),
    Bad(
      ["report", "weekly", "--format", "csv", "--output", "x.png"], 64,
      "--output 'x.png' asks for a picture, --format csv for none"),
    Bad(
      ["report", "adherence", "--format", "html", "--output", "x.pdf"], 64,
      "--output 'x.pdf' asks for a picture, --format html for none"),
    Bad(["report", "weekly", "foo"], 64, "unexpected argument 'foo'"),
    Bad(["routine", "strat", "big"], 64, "'strat' is not a command of psoas routine"),
    Bad(["routine", "show"], 64, "missing expected argument '<name>'"),
    Bad(["routine", "show", "yoga"], 64, "there is no routine 'yoga'"),
    Bad(["exercise", "show", "nope"], 64, "there is no exercise 'nope'"),
    Bad(
      ["exercise", "show", "s"], 64,
      "the exercise 's' could be box-squat, closing-decompression, hamstring-curl, "
        + "lunge-stretch, side-plank, side-plank-knees, side-plank-roll, side-plank-wall, "
        + "single-leg-glute-bridge, split-squat, squat, standing-psoas-stretch"),
    Bad(["exercise", "add"], 64, "missing expected argument '<slug>'"),
    Bad(["exercise", "add", "bird-dog"], 64, "'bird-dog' is taken by the exercise 'bird-dog'"),
    Bad(["exercise", "add", "birddog"], 64, "'birddog' is taken by the exercise 'bird-dog'"),
    Bad(
      ["exercise", "add", "heel-slide"], 64,
      "'heel-slide' is taken by the exercise 'heel-slide'"),
    Bad(["exercise", "add", "3x8"], 64, "'3x8' would be read as a dose or a side"),
    Bad(["exercise", "add", "left"], 64, "'left' would be read as a dose or a side"),
    Bad(["exercise", "add", "a--b"], 64, "'a--b' cannot be the name of an exercise"),
    Bad(
      ["exercise", "add", "heel-lift", "--alias", "bird-dog"], 64,
      "'bird-dog' is taken by the exercise 'bird-dog'"),
    Bad(
      ["exercise", "add", "heel-lift", "--dose", "often"], 64,
      "unknown kind of dose 'often'"),
  ]
}
