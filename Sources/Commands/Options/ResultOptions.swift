import ArgumentParser
import RehabLog
import Rendering

/// The forms a result can take.
enum ResultFormat: String, NamedChoice {
  /// For people, on a terminal.
  case text
  /// Markdown.
  case markdown
  /// Comma-separated values.
  case csv
  /// JSON.
  case json

  static let what = "form"
}

/// A result in every form, each made when it is asked for.
struct ResultForms {
  let text: (Style) -> String
  let markdown: () -> String
  let csv: () -> String
  let json: () -> JSON
}

/// Options of every command that prints a result.
struct ResultOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form of the result: text (the default), markdown, csv or json.", valueName: "form"),
    completion: .list(ResultFormat.names))
  var formatName: String?

  @Option(
    name: .customLong("output"), parsing: .unconditional,
    help: ArgumentHelp("Write the result into this file.", valueName: "file"), completion: .file())
  var output: String?

  /// The form of the result; ``check(log:)`` has refused a name that is none.
  var format: ResultFormat { formatName.flatMap { ResultFormat(rawValue: $0) } ?? .text }

  /// Checks that the form is one, and that the result can be written where the user wants it, which
  /// cannot be over the log.
  ///
  /// - Throws: ``InputError`` or ``Output/Failure``.
  func check(log: String) throws {
    _ = try formatName.map { try ResultFormat(named: $0) }
    guard let output else { return }
    guard !Output.isSame(output, log), !Output.isSame(output, log + "-journal") else {
      throw InputError(
        "--output \(quoted(output)) is the log itself", hint: "give the result another file")
    }
    try Output.check(file: output)
  }

  /// Writes a result where and how the user wants it.
  ///
  /// - Throws: ``Output/Failure`` or ``Output/BrokenPipe``.
  func emit(_ forms: ResultForms, _ style: Style) throws {
    let colour = style.colour && output == nil
    let style = Style(width: style.width, unicode: style.unicode, colour: colour)
    let text =
      switch format {
      case .text: forms.text(style)
      case .markdown: forms.markdown()
      case .csv: forms.csv()
      case .json: forms.json().text
      }
    if let output {
      try Output.write(text, toFile: output)
    } else {
      try Output.standard.write(text)
    }
  }

  /// Writes the result of a command that stores something: nothing with `--quiet`, unless a form or a
  /// file was asked for.
  func emitConfirmation(_ forms: ResultForms, _ context: Context) throws {
    if !isSilent(context) { try emit(forms, context.style) }
  }

  /// Whether a confirmation would go unseen.
  func isSilent(_ context: Context) -> Bool { context.quiet && format == .text && output == nil }
}
