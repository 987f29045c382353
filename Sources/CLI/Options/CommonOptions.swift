import ArgumentParser
import Core
import Render

extension OutputFormat: NamedChoice {
  static let what = "format"
}

/// Options of every command: how its result is printed, and what it runs on.
///
/// They are one group because a group costs the parser five searches through all the protocol conformances of
/// the program, together about 0.9 million of the 17 million instructions of `psoas pain 4`.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The output format: text (the default), markdown, csv or json; of reports svg or html.",
      valueName: "format"),
    completion: .list(OutputFormat.names), transform: OptionReader.choice())
  var givenFormat: OutputFormat?

  @Option(
    name: .customLong("output"), parsing: .unconditional,
    help: ArgumentHelp(
      "Write the result into this file; of a report, x.png or x.pdf is its picture.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .customLong("no-pager"), help: "Show a long result without stopping at each screen.")
  var noPager = false

  @Flag(name: [.customLong("quiet"), .customShort("q")], help: "No confirmations and notes.")
  var quiet = false

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp(
      "Colour: auto (on a terminal only, the default), always or never.", valueName: "when"),
    completion: .list(ColorChoice.names), transform: OptionReader.choice())
  var color: ColorChoice?

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

  /// The names that may stand before the command: those with a value, and those without.
  static let valued = ["--db", "--now", "--color"]
  static let flags = ["--quiet", "-q", "--no-pager"]

  /// The format of the result, here and nowhere else: the one that was asked for, or that of the picture which
  /// the name of the file asks for.
  var format: OutputFormat { givenFormat ?? (pictureKind == nil ? .text : .svg) }

  /// The picture that the name of the file asks for.
  var pictureKind: PictureConverter.Kind? { output.flatMap { PictureConverter.kind(of: $0) } }

  /// Whether the parser found the option or flag of this name among the words.
  func found(_ name: String) -> Bool {
    switch name {
    case "--format": givenFormat != nil
    case "--output": output != nil
    case "--color": color != nil
    case "--db": db != nil
    case "--now": now != nil
    case "--no-pager": noPager
    default: quiet
    }
  }
}
