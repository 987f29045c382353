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

  /// The format of the result; ``check(log:formats:)`` has refused an unknown name.
  var format: OutputFormat {
    formatName.flatMap { OutputFormat(rawValue: $0) } ?? (pictureKind == nil ? .text : .svg)
  }

  private var pictureKind: PictureConverter.Kind? {
    output.flatMap { PictureConverter.kind(of: $0) }
  }

  /// Checks that the result has the format, and that it can be written where the user wants it, which
  /// cannot be over the log.
  ///
  /// - Throws: ``InputError``, ``Failure`` or ``OutputStream/Failure``.
  func check(log: String, formats: [OutputFormat]) throws {
    if let formatName, !formats.contains(where: { $0.rawValue == formatName }) {
      throw unknown(formatName, formats)
    }
    guard let output else { return }
    try OutputStream.refuse(log: log, as: output, "--output")
    if let pictureKind {
      guard formats.contains(.svg) else {
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
  func emit(_ value: any Renderable, _ style: Style, paged: Bool = true) throws {
    if let output, pictureKind == .pdf, formatName == nil, let page = value as? any Printable {
      return try PictureConverter(.pdf, for: output).write(page.printLayout())
    }
    let style = output == nil ? style : style.withoutColour
    guard let text = value.rendered(as: format, style) else {
      throw unknown(format.rawValue, type(of: value).formats)
    }
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

  private func unknown(_ name: String, _ formats: [OutputFormat]) -> InputError {
    InputError(
      "there is no form \(quoted(name))",
      hint: "choose from \(formats.map(\.rawValue).joined(separator: ", "))")
  }

  /// Writes the result of a command that does something: nothing with `--quiet`, unless a form or a
  /// file was asked for.
  ///
  /// - Parameter isDone: whether anything was done.
  /// - Throws: ``Failure`` when the result could not be written, which says that it is done;
  ///   ``OutputStream/BrokenPipe``.
  func emitConfirmation(
    _ value: any Renderable, _ context: Context, isDone: Bool = true
  ) throws {
    if isSilent(context) { return }
    try afterwards(isDone ? "it is done all the same" : nil) { try emit(value, context.style) }
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
