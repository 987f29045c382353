import App
import Core
import Glibc

/// `rsvg-convert`, which makes PNG and PDF of an SVG. No library for pictures is linked: a picture is
/// asked for rarely, and most logs are read as text.
struct PictureConverter {
  /// What it makes.
  enum Kind: String, CaseIterable { case png, pdf }

  private static let name = "rsvg-convert"
  private let program: String
  private let path: String
  private let kind: Kind

  /// What a file's name asks for, or nil.
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
        "\(quotedPath(path)) needs rsvg-convert, which is not installed",
        hint: "install it (on Debian: apt-get install librsvg2-bin), or use --format svg")
    }
    (self.kind, self.path, program) = (kind, path, found)
  }

  /// Makes the picture and puts it in its place, whole or not at all.
  ///
  /// - Throws: ``Failure`` or ``OutputStream/Failure``.
  func write(_ svg: String) throws {
    // Files without a name, not pipes: nobody waits for the other to read.
    let (input, output, messages) = (try temporary(), try temporary(), try temporary())
    defer { for descriptor in [input, output, messages] { close(descriptor) } }
    try OutputStream.write(svg, to: input)
    lseek(input, 0, SEEK_SET)
    // Twice the size in PNG, so that it is sharp on screens of today and in print.
    let scale = kind == .png ? ["--zoom=2"] : []
    let end = try run(["--format=\(kind.rawValue)"] + scale, [input, output, messages])
    let picture = bytes(of: output)
    guard end == .status(0), !picture.isEmpty else {
      let said = String(decoding: bytes(of: messages).prefix(400), as: UTF8.self)
      throw Failure(
        "rsvg-convert could not make \(quotedPath(path)): \(PictureConverter.oneLine(said, end))",
        hint: "use --format svg, which needs no other program")
    }
    try OutputStream.write(picture, toFile: path)
  }

  private func run(_ options: [String], _ descriptors: [Int32]) throws -> Subprocess.End {
    do {
      return try Subprocess.run([program] + options, descriptors.map { .descriptor($0) })
    } catch let error as Subprocess.Unable {
      throw Failure(
        "cannot run \(quoted(program)): \(error.reason)",
        hint: "use --format svg, which needs no other program")
    }
  }

  /// A file that only this process and its child see.
  private func temporary() throws -> Int32 {
    var name = Array("/tmp/psoas-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0, unlink(&name) == 0 else {
      throw Failure(
        "cannot make \(quotedPath(path)): \(String(cString: strerror(errno)))",
        hint: "use --format svg, which needs no other program")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private func bytes(of descriptor: Int32) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    lseek(descriptor, 0, SEEK_SET)
    guard size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, size))
    }
  }

  /// What the program said, as a part of a message.
  private static func oneLine(_ said: String, _ end: Subprocess.End) -> String {
    let lines = said.split(whereSeparator: \.isNewline).joined(separator: "; ")
    let shown = String(String.UnicodeScalarView(lines.unicodeScalars.filter { !isHarmful($0) }))
    if !shown.isEmpty { return shown }
    return switch end {
    case .status(let status): "it ended with status \(status) and without a picture"
    case .signal: "it was stopped by a signal"
    }
  }
}
