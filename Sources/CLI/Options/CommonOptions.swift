import ArgumentParser
import Core
import Render

extension OutputFormat: NamedChoice {
  static let what = "format"
}

/// Options of every command: how its result is printed, and which log it uses.
///
/// They form one group because each group costs the parser five searches through all protocol conformances of
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

  /// The options that may come before the command: with and without a value.
  static let valued = ["--db", "--now", "--color"]
  static let flags = ["--quiet", "-q", "--no-pager"]

  /// The format of the result, decided here and nowhere else: the one asked for, or SVG when the output file
  /// is a picture.
  var format: OutputFormat { givenFormat ?? (pictureKind == nil ? .text : .svg) }

  /// The kind of picture that the output file's name asks for.
  var pictureKind: PictureConverter.Kind? { output.flatMap { PictureConverter.kind(of: $0) } }

  /// Whether the parser found the option or flag with this name.
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
