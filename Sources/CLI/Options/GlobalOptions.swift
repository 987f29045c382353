import ArgumentParser

/// When escape sequences for colour are written.
enum ColorChoice: String, NamedChoice {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  static let what = "choice of colour"
}

/// Options that every command takes, also before its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), parsing: .unconditional,
    help: ArgumentHelp("The file of the log (also PSOAS_DB).", valueName: "path"),
    completion: .file())
  var db: String?

  @Option(
    name: .customLong("now"), parsing: .unconditional,
    help: ArgumentHelp(
      "Take this as the present, ISO 8601 with offset (also PSOAS_NOW).", valueName: "moment"))
  var now: String?

  @Flag(name: [.customLong("quiet"), .customShort("q")], help: "No confirmations and notes.")
  var quiet = false

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp(
      "Colour: auto (on a terminal only, the default), always or never.", valueName: "when"),
    completion: .list(ColorChoice.names), transform: OptionReader.choice())
  var color: ColorChoice?

  /// The names of options that every command takes: those with a value, and those without.
  static let valued = ["--db", "--now", "--color"]
  static let flags = ["--quiet", "-q", "--no-pager"]
}
