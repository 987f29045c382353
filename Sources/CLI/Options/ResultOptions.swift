import ArgumentParser
import Core
import Render

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
  /// A picture.
  case svg
  /// A page with pictures.
  case html

  static let what = "form"

  /// The forms that every result has.
  static let always: [ResultFormat] = [.text, .markdown, .csv, .json]
}

/// A result in every form, each made when it is asked for.
struct ResultForms {
  let text: (Style) -> String
  let markdown: () -> String
  let csv: () -> String
  let json: () -> JSON
  /// Only of reports whose command has these forms.
  var svg: (() -> String)?
  var html: (() -> String)?
  /// The sheet of paper that a PDF shows; of reports without one it shows the picture.
  var printLayout: (() -> String)?
}

/// Options of every command that prints a result.
struct ResultOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form of the result: text (the default), markdown, csv or json; of reports svg or html.",
      valueName: "form"),
    completion: .list(ResultFormat.names))
  var formatName: String?

  @Option(
    name: .customLong("output"), parsing: .unconditional,
    help: ArgumentHelp(
      "Write the result into this file; of a report, x.png or x.pdf is its picture.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(name: .customLong("no-pager"), help: "Show a long result without stopping at each screen.")
  var noPager = false

  /// The form of the result; ``check(log:forms:)`` has refused a name that is none.
  var format: ResultFormat {
    formatName.flatMap { ResultFormat(rawValue: $0) } ?? (pictureKind == nil ? .text : .svg)
  }

  private var pictureKind: PictureConverter.Kind? {
    output.flatMap { PictureConverter.kind(of: $0) }
  }

  /// Checks that the form is one that the result has, and that the result can be written where the
  /// user wants it, which cannot be over the log.
  ///
  /// - Throws: ``InputError``, ``Failure`` or ``OutputStream/Failure``.
  func check(log: String, forms: [ResultFormat] = ResultFormat.always) throws {
    if let formatName, !forms.contains(where: { $0.rawValue == formatName }) {
      throw InputError(
        "there is no form \(quoted(formatName))",
        hint: "choose from \(forms.map(\.rawValue).joined(separator: ", "))")
    }
    guard let output else { return }
    try OutputStream.refuse(log: log, as: output, "--output")
    if let pictureKind {
      guard forms.contains(.svg) else {
        throw InputError(
          "--output \(quoted(output)) asks for a picture, which this result has none of",
          hint: "give the file another ending, such as .txt")
      }
      guard format == .svg else {
        throw InputError(
          "--output \(quoted(output)) asks for a picture, --format \(format.rawValue) for none",
          hint: "leave --format away, or give the file the ending .\(format.rawValue)")
      }
      _ = try PictureConverter(pictureKind, for: output)
    }
    try OutputStream.check(file: output)
  }

  /// Writes a result where and how the user wants it.
  ///
  /// - Parameter paged: whether a long one may stop at each screen. What a check says may not: advice
  ///   stays on the screen, and nothing stands between the user and the end of it.
  /// - Throws: ``InputError``, ``Failure``, ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func emit(_ forms: ResultForms, _ style: Style, paged: Bool = true) throws {
    if let output, pictureKind == .pdf, formatName == nil, let printLayout = forms.printLayout {
      return try PictureConverter(.pdf, for: output).write(printLayout())
    }
    let text = try self.text(forms, style)
    if let output, let pictureKind {
      try PictureConverter(pictureKind, for: output).write(text)
    } else if let output {
      try OutputStream.write(text, toFile: output)
    } else if noPager || !paged {
      try OutputStream.standard.write(text)
    } else {
      try Pager.write(text)
    }
  }

  /// Writes a result that is made piece by piece, into the file that the user wants or to standard output.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``, and what `body` throws.
  func stream(_ body: (OutputStream) throws -> Void) throws {
    if let output { try OutputStream.write(toFile: output, body) } else { try body(.standard) }
  }

  private func text(_ forms: ResultForms, _ style: Style) throws -> String {
    switch format {
    case .text:
      let colour = style.colour && output == nil
      return forms.text(Style(width: style.width, unicode: style.unicode, colour: colour))
    case .markdown: return forms.markdown()
    case .csv: return forms.csv()
    case .json: return forms.json().text
    case .svg, .html:
      guard let form = format == .svg ? forms.svg : forms.html else {
        throw InputError(
          "there is no form \(quoted(format.rawValue))",
          hint: "choose from \(ResultFormat.always.map(\.rawValue).joined(separator: ", "))")
      }
      return form()
    }
  }

  /// Writes the result of a command that does something: nothing with `--quiet`, unless a form or a
  /// file was asked for.
  ///
  /// - Parameter isDone: whether anything was done.
  /// - Throws: ``Failure`` when the result could not be written, which says that it is done;
  ///   ``OutputStream/BrokenPipe``.
  func emitConfirmation(
    _ forms: ResultForms, _ context: Context, isDone: Bool = true
  ) throws {
    if isSilent(context) { return }
    try afterwards(isDone ? "it is done all the same" : nil) { try emit(forms, context.style) }
  }

  /// Writes what came of something that is done. Who repeats a command that failed must not do it twice.
  ///
  /// - Parameter said: what is done all the same; nil for nothing.
  /// - Throws: ``Failure`` when it could not be written, which says so, and what `show` throws else.
  func afterwards(_ said: String?, _ show: () throws -> Void) throws {
    do { try show() } catch let failure as OutputStream.Failure {
      throw said.map { Failure(failure.message, hint: $0) } ?? failure
    }
  }

  /// Whether a confirmation would go unseen.
  func isSilent(_ context: Context) -> Bool { context.quiet && format == .text && output == nil }
}
