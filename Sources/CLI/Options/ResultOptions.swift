import ArgumentParser
import Core
import Render

extension OutputFormat: NamedChoice {
  static let what = "format"
}

/// Options of every command that prints a result.
struct ResultOptions: ParsableArguments {
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

  /// The format of the result, here and nowhere else: the one that was asked for, or that of the picture which
  /// the name of the file asks for.
  var format: OutputFormat { givenFormat ?? (pictureKind == nil ? .text : .svg) }

  /// The picture that the name of the file asks for.
  var pictureKind: PictureConverter.Kind? { output.flatMap { PictureConverter.kind(of: $0) } }
}
