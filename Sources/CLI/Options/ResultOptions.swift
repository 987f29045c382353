import ArgumentParser
import Core
import Render

extension OutputFormat: NamedChoice {
  static let what = "form"
}

/// Options of every command that prints a result.
struct ResultOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form of the result: text (the default), markdown, csv or json; of reports svg or html.",
      valueName: "form"),
    completion: .list(OutputFormat.names))
  var formatName: String?

  @Option(
    name: .customLong("output"), parsing: .unconditional,
    help: ArgumentHelp(
      "Write the result into this file; of a report, x.png or x.pdf is its picture.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .customLong("no-pager"), help: "Show a long result without stopping at each screen.")
  var noPager = false

  /// The format of the result; ``ResultWriter/check(_:formats:)`` has refused an unknown name.
  var format: OutputFormat {
    formatName.flatMap { OutputFormat(rawValue: $0) } ?? (pictureKind == nil ? .text : .svg)
  }

  /// The picture that the name of the file asks for.
  var pictureKind: PictureConverter.Kind? { output.flatMap { PictureConverter.kind(of: $0) } }
}
