import App
import Core
import System

/// `rsvg-convert`, which converts SVG to PNG and PDF. No picture library is linked: pictures are rarely asked
/// for.
struct PictureConverter {
  /// What it makes.
  enum Kind: String, CaseIterable { case png, pdf }

  private static let name = "rsvg-convert"
  private let program: String
  private let path: String
  private let kind: Kind

  /// The kind that a file's name asks for, or nil.
  static func kind(of path: String) -> Kind? {
    Kind.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// The converter for a file.
  ///
  /// - Throws: ``Failure`` when the program is not installed.
  init(_ kind: Kind, for path: String) throws {
    let found = ExternalCommand.program(PictureConverter.name)
    guard let found else {
      throw Failure(
        "\(path.quotedPath) needs rsvg-convert, which is not installed",
        hint: "install it (on Debian: apt-get install librsvg2-bin), or use --format svg")
    }
    (self.kind, self.path, program) = (kind, path, found)
  }

  /// Converts the picture and writes the file, complete or not at all.
  ///
  /// - Throws: ``Failure`` or ``OutputStream/Failure``.
  func write(_ svg: String) throws {
    let (picture, report, end): ([UInt8], [UInt8], Subprocess.End)
    do {
      // Unnamed files rather than pipes: neither side can block the other.
      let (input, output, messages) = (try File.unnamed(), try File.unnamed(), try File.unnamed())
      try input.write(Array(svg.utf8))
      input.rewind()
      // PNG at twice the size, so that it is sharp on modern screens and in print.
      let scale = kind == .png ? ["--zoom=2"] : []
      end = try run(scale, files: [input, output, messages])
      picture = try bytes(of: output)
      report = try bytes(of: messages)
    } catch let error as SystemError {
      throw Failure(
        "cannot make \(path.quotedPath): \(error.reason)", hint: PictureConverter.hint)
    }
    guard end == .status(0), !picture.isEmpty else {
      let words = PictureConverter.oneLine(
        String(decoding: report.prefix(400), as: UTF8.self), end: end)
      throw Failure(
        "rsvg-convert could not make \(path.quotedPath): \(words)", hint: PictureConverter.hint)
    }
    try OutputStream.write(picture, toFile: path)
  }

  private func run(_ options: [String], files: [File]) throws -> Subprocess.End {
    do {
      return try withExtendedLifetime(files) { () throws(SystemError) in
        try Subprocess.run(
          [program, "--format=\(kind.rawValue)"] + options,
          streams: files.map { .descriptor($0.descriptor) })
      }
    } catch {
      throw Failure(
        "cannot run \(program.quoted): \(error.reason)", hint: PictureConverter.hint)
    }
  }

  private static let hint = "use --format svg, which needs no other program"

  private func bytes(of file: File) throws(SystemError) -> [UInt8] {
    try file.read(try file.status().size, at: 0)
  }

  /// The program's message, as part of ours.
  private static func oneLine(_ report: String, end: Subprocess.End) -> String {
    let lines = report.split(whereSeparator: \.isNewline).joined(separator: "; ")
    let shown = String(
      String.UnicodeScalarView(lines.unicodeScalars.filter { !$0.isUnsafeToPrint }))
    if !shown.isEmpty { return shown }
    return switch end {
    case .status(let status): "it ended with status \(status) and without a picture"
    case .signal: "it was stopped by a signal"
    }
  }
}
