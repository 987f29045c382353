import App
import Core
import Render

/// Prints a command's result where and how the user wants it.
struct ResultWriter {
  private let options: CommonOptions
  let style: Style

  init(_ options: CommonOptions, style: Style) {
    (self.options, self.style) = (options, style)
  }

  /// The same without colour.
  var withoutColour: ResultWriter {
    ResultWriter(options, style: style.withoutColour)
  }

  private var isQuiet: Bool { options.quiet }
  private var format: OutputFormat { options.format }
  private var file: String? { options.output }

  /// The message for a command whose confirmation could not be printed.
  static let done = "the command itself was carried out"

  /// Whether a confirmation would not be seen.
  var isSilent: Bool { isQuiet && format == .text && file == nil }

  /// Prints a message in addition to the result, except with --quiet.
  func note(_ text: String) {
    if !isQuiet { try? tell(text) }
  }

  /// Prints a message even with --quiet.
  func tell(_ text: String) throws { try OutputStream.messages.write(style.plain(text) + "\n") }

  /// Checks that the result has the format, and that it can be written where the user wants it, which must
  /// not be over the log.
  ///
  /// - Throws: ``InputError``, ``Failure`` or ``OutputStream/Failure``.
  func check(_ context: Context, formats: [OutputFormat]) throws {
    if let format = options.givenFormat, !formats.contains(format) {
      throw unavailable(format, formats: formats)
    }
    guard let file else { return }
    try context.refuseReserved(file, named: "--output")
    if let pictureKind = options.pictureKind {
      guard formats.contains(.svg) else {
        throw InputError(
          "--output \(file.quoted) asks for a picture, which this result does not have",
          hint: "give the file another ending, such as .txt")
      }
      guard format == .svg else {
        throw InputError(
          "--output \(file.quoted) asks for a picture, --format \(format.rawValue) for none",
          hint: "leave out --format, or give the file the ending .\(format.rawValue)")
      }
      _ = try PictureConverter(pictureKind, for: file)
    }
    try OutputStream.check(file: file)
  }

  /// Prints a result.
  ///
  /// - Parameter isPaged: whether a long result goes through the pager. The result of a check does not:
  ///   advice stays on the screen, and nothing comes between the user and its end.
  /// - Throws: ``InputError``, ``Failure``, ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``.
  func show(_ value: any Renderable, isPaged: Bool = true) throws {
    if let file, options.pictureKind == .pdf, options.givenFormat == nil,
      let page = value as? any Printable
    {
      return try PictureConverter(.pdf, for: file).write(page.printLayout())
    }
    guard let text = value.rendered(as: format, file == nil ? style : style.withoutColour) else {
      throw unavailable(format, formats: type(of: value).formats)
    }
    if let file, let pictureKind = options.pictureKind {
      try PictureConverter(pictureKind, for: file).write(text)
    } else if let file {
      try OutputStream.write(Array(text.utf8), toFile: file)
    } else if options.noPager || !isPaged {
      try OutputStream.standard.write(text)
    } else {
      try Pager.write(text)
    }
  }

  /// Gives `body` a sink for a result that is produced in pieces.
  ///
  /// - Throws: ``OutputStream/Failure`` or ``OutputStream/BrokenPipe``, and what `body` throws.
  func stream(_ body: (ByteSink) throws -> Void) throws {
    if let file {
      try OutputStream.write(toFile: file) { stream in try body { try stream.write($0) } }
    } else {
      try body { try OutputStream.standard.write($0) }
    }
  }

  /// Confirms that an entry is stored: nothing with `--quiet`, unless a format or a file was asked for.
  func confirm(_ entry: EntryConfirmation) throws {
    try confirm(entry, done: "the entry was stored, as \(entry.id.short)")
  }

  /// Prints what was done.
  ///
  /// - Parameter done: what is done even if it could not be printed; nil for nothing. A user who repeats a
  ///   failed command must not do it twice.
  /// - Throws: ``Failure`` when the result could not be written, which says that it is done;
  ///   ``OutputStream/BrokenPipe``.
  func confirm(_ value: any Renderable, done: String? = ResultWriter.done) throws {
    if !isSilent { try afterwards(done) { try show(value) } }
  }

  /// Prints the result of something that is done already.
  ///
  /// - Parameter done: what is done all the same; nil for nothing.
  /// - Throws: ``Failure`` when it could not be written, which says so, and any other error of `show`.
  func afterwards(_ done: String?, show: () throws -> Void) throws {
    do { try show() } catch let failure as OutputStream.Failure {
      throw done.map { Failure(failure.message, hint: $0) } ?? failure
    }
  }

  private func unavailable(_ format: OutputFormat, formats: [OutputFormat]) -> InputError {
    InputError(
      "this result has no format '\(format.rawValue)'",
      hint: "choose from \(formats.map(\.rawValue).joined(separator: ", "))")
  }
}
