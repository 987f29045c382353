import Testing

/// Wrong words of the commands that store something.
@Suite struct WordErrorTests {
  @Test(arguments: recordings)
  func recording(bad: Bad) throws {
    try bad.expectRefusal()
  }

  static let recordings: [Bad] = [
    Bad(["log", "brid-dog", "3x8"], 64, "there is no exercise 'brid-dog'"),
    Bad(["log", "xyzzyq", "3x8"], 64, "there is no exercise 'xyzzyq'"),
    Bad(["log", "тест"], 64, "there is no exercise 'тест'"),
    Bad(
      ["log", "s", "3x8"], 64,
      "the exercise 's' could be box-squat, closing-decompression, hamstring-curl, "
        + "lunge-stretch, side-plank, side-plank-knees, side-plank-roll, side-plank-wall, "
        + "single-leg-glute-bridge, split-squat, squat, standing-psoas-stretch"),
    Bad(["log", "bird-dog", "8"], 64, "the dose '8' could be repetitions or seconds"),
    Bad(["log", "bird-dog", "3x"], 64, "cannot read the dose '3x'"),
    Bad(["log", "bird-dog", "0x8"], 64, "cannot read the dose '0x8'"),
    Bad(["log", "bird-dog", "3x0"], 64, "the dose '3x0' has a set of 0 repetitions"),
    Bad(["log", "bird-dog", "100x8"], 64, "the dose '100x8' has more than 99 sets"),
    Bad(["log", "bird-dog", "3x8@20"], 64, "cannot read the load '@20'"),
    Bad(["log", "bird-dog", "3x8@nankg"], 64, "cannot read the load '@nankg'"),
    Bad(["log", "bird-dog", "3x8", "3x9"], 64, "the exercise 'bird-dog' has a second dose"),
    Bad(
      ["log", "bird-dog", "3x8", "left", "right"], 64,
      "the exercise 'bird-dog' has a second side"),
    Bad(
      ["log", "bird-dog", "3x8", "pain=11"], 64,
      "the pain during an exercise '11' is not on the scale"),
    Bad(["log", "3x8"], 64, "the dose '3x8' has no exercise before it"),
    Bad(["log", ""], 64, "an entry is empty"),
    Bad(["log"], 64, "there is nothing to log"),
    Bad(["log", "--routine", "nope"], 64, "there is no routine 'nope'"),
    Bad(["log", "--again"], 1, "there is no session to repeat yet"),
    Bad(["log", "--again", "bird-dog"], 64, "--again takes its exercises from the last session"),
    Bad(
      ["log", "bird-dog", "--again", "--routine", "big-three"], 64,
      "--again takes its exercises from the last session"),
    Bad(["pain"], 64, "no score was given"),
    Bad(["pain", "4", "5"], 64, "2 scores were given"),
    Bad(
      ["pain", "4", "--recall", "yesterday"], 64,
      "unknown recall window 'yesterday'"),
    Bad(["pain", "4", "--site", "tooth"], 64, "there is no site 'tooth'"),
    Bad(["pain", "4", "--site", "b"], 64, "the site 'b' could be buttock or low-back"),
    Bad(["pain", "4", "--site", "hip:middle"], 64, "there is no side 'middle'"),
    Bad(["pain", "4", "--site", ""], 64, "there is no site ''"),
    Bad(["pain", "4", "--nope"], 64, "unknown option '--nope'"),
    Bad(["pain", "4", "-x"], 64, "unknown option '-x'"),
    Bad(["pain", "4", "--note"], 64, "missing value for '--note <text>'"),
    Bad(["pain", "4", "--db"], 64, "missing value for '--db <path>'"),
    Bad(
      ["pain", "4", "--quiet=yes"], 64,
      "the option '--quiet' does not take any value, but 'yes' was specified"),
    Bad(["pain", "--foo", "4"], 64, "unknown option '--foo'"),
    Bad(["measure"], 64, "nothing was measured"),
    Bad(["measure", "thomas"], 64, "no value was given for 'thomas'"),
    Bad(["measure", "thomas", "-5"], 64, "'thomas' needs a side"),
    Bad(["measure", "glute-bridge", "128", "--side", "left"], 64, "'glute-bridge' has no sides"),
    Bad(
      ["measure", "thomas", "-5", "--side", "both"], 64,
      "'thomas' is measured on one side at a time"),
    Bad(["measure", "thomas", "-5", "--side", "middle"], 64, "there is no side 'middle'"),
    Bad(["measure", "thoms", "-5"], 64, "there is no kind of measurement 'thoms'"),
    Bad(["measure", "xyzzyq", "5"], 64, "there is no kind of measurement 'xyzzyq'"),
    Bad(
      ["measure", "h", "5", "--side", "left"], 64,
      "the kind 'h' could be heel-to-seat, hip-extension"),
    Bad(
      ["measure", "glute-bridge", "128", "--pain", "2", "--pain-free"], 64,
      "--pain and --pain-free together"),
    Bad(
      ["measure", "glute-bridge", "128", "--active", "--passive"], 64,
      "value to be set with flag '--passive' had already been set with flag '--active'"),
    Bad(["measure", "glute-bridge", "128", "--method", "ruler"], 64, "there is no method 'ruler'"),
    Bad(
      ["measure", "curl-up-hold", "--deg", "60"], 64, "'curl-up-hold' is not an angle"),
    Bad(
      ["measure", "curl-up-hold", "60", "--active"], 64,
      "'curl-up-hold' is not an angle"),
    Bad(
      ["measure", "glute-bridge", "128", "--photo", "/nope"], 64,
      "cannot read the photo '/nope': No such file or directory"),
    Bad(
      ["measure", "glute-bridge", "128", "--unit", "cm"], 64,
      "--unit, --better, --sided and --title describe a new kind"),
    Bad(["measure", "glute-bridge", "128", "--foo"], 64, "unknown option '--foo'"),
    Bad(["measure", "--deg"], 64, "missing value for '--deg <value>'"),
    Bad(
      ["measure", "--define", "thomas", "--unit", "deg", "--better", "lower"], 64,
      "there is a kind of measurement 'thomas' already"),
    Bad(
      ["measure", "--define", "heel-to-seat", "--unit", "cm", "--better", "lower"], 64,
      "there is a kind of measurement 'heel-to-seat' already"),
    Bad(
      ["measure", "--define", "new"], 64,
      "a kind of measurement needs a unit and a better direction"),
    Bad(
      ["measure", "--define", "new", "5", "--unit", "cm", "--better", "lower"], 64,
      "--define takes no values, but '5' was given"),
    Bad(["day"], 64, "no factor was given"),
    Bad(["day", "sitting"], 64, "'sitting' has no '='"),
    Bad(["day", "sitting=1h", "sitting=2h"], 64, "'sitting' was given twice"),
    Bad(["init", "extra"], 64, "unexpected argument 'extra'"),
    Bad(["status", "extra"], 64, "unexpected argument 'extra'"),
    // The parser's own descriptions of the program know nothing of the log.
    Bad(
      ["pain", "--generate-completion-script", "zsh"], 64,
      "unknown option '--generate-completion-script'"),
    Bad(
      ["--generate-completion-script=fish"], 64,
      "unknown option '--generate-completion-script=fish'"),
    Bad(["status", "--experimental-dump-help"], 64, "unknown option '--experimental-dump-help'"),
  ]

  /// Words that look like options or commands are values where the command says so.
  @Test func valuesThatLookLikeSomethingElse() throws {
    let psoas = try Binary()
    try psoas.done("pain", "4", "--note", "--now", "-q")
    #expect(try psoas.run("history").out.contains("pain 4 --note --now"))
    #expect(try psoas.run("show", "last").out.contains("--now"))
    try psoas.done("edit", "last", "--note=", "--trigger", "help", "-q")
    let shown = try psoas.run("show", "last").out
    #expect(shown.contains("help") && !shown.contains("--now"))
  }

  @Test func helpIsThatOfItsCommand() throws {
    let psoas = try Binary()
    for group in ["protocol", "report", "exercise", "routine", "stage", "flare", "export"] {
      let help = try psoas.run(group, "help")
      #expect(try help.status == 0 && help.out == psoas.run(group, "--help").out, "\(group)")
    }
    let leaf = try psoas.run("protocol", "help", "start")
    #expect(try leaf.status == 0 && leaf.out == psoas.run("protocol", "start", "--help").out)
    #expect(leaf.out.contains("psoas protocol start <name>"))
  }

  @Test func namesCutShortAreNames() throws {
    let psoas = try Binary()
    try psoas.done("pai", "4", "-q")
    #expect(try psoas.run("weekly").out == (try psoas.run("report", "weekly").out))
    #expect(try psoas.run("rep", "week").out == (try psoas.run("report", "weekly").out))
    #expect(
      try psoas.run("help", "prot", "st").err.contains("'st' could be more than one command"))
    #expect(try psoas.run("help", "trend").out == psoas.run("report", "trend", "--help").out)
    let several = try psoas.run("st")
    #expect(several.status == 64)
    #expect(several.err.contains("could be more than one") && several.err.contains("status, stage"))
  }
}
