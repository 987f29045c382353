import Core
import Glibc
import Store

/// The one way out for bytes. Every write is checked: a full disk or a closed terminal must not look
/// like success, and a reader that has seen enough is a quiet end.
struct OutputStream {
  /// Bytes that did not get out.
  struct Failure: Error {
    let target: String
    let reason: String

    var message: String { "cannot write to \(target): \(reason)" }
    var hint: String { "send it elsewhere, such as with --output FILE in a folder of yours" }
  }

  /// The reader has gone.
  struct BrokenPipe: Error {}

  /// Where it goes.
  let descriptor: Int32
  private let target: String

  /// Results.
  static let standard = OutputStream(descriptor: 1, target: "standard output")
  /// Messages.
  static let messages = OutputStream(descriptor: 2, target: "standard error")

  /// Writes a text whole.
  ///
  /// - Throws: ``Failure`` or ``BrokenPipe``.
  func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes bytes whole.
  ///
  /// - Throws: ``Failure`` or ``BrokenPipe``.
  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    let code = OutputStream.writeAll(bytes, to: descriptor)
    if code == EPIPE { throw BrokenPipe() }
    guard code == 0 else {
      throw Failure(target: target, reason: String(cString: strerror(code)))
    }
  }

  /// Writes a text into a file that only its owner can read. A regular file is replaced in one step,
  /// so that a failure leaves the old one.
  ///
  /// - Throws: ``Failure``.
  static func write(_ text: String, toFile path: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0), toFile: path) }
  }

  /// Writes bytes in the same way.
  ///
  /// - Throws: ``Failure``.
  static func write(_ bytes: [UInt8], toFile path: String) throws {
    try bytes.withUnsafeBytes { try write($0, toFile: path) }
  }

  /// Writes a text to where another program will read it.
  ///
  /// - Throws: ``Failure`` or ``BrokenPipe``.
  static func write(_ text: String, to descriptor: Int32) throws {
    try OutputStream(descriptor: descriptor, target: "memory").write(text)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, toFile path: String) throws {
    try write(toFile: path) { try $0.write(bytes) }
  }

  /// Writes into a file in the same way what `body` makes piece by piece.
  ///
  /// - Throws: ``Failure``, and what `body` throws; the old file is left then.
  static func write(toFile path: String, _ body: (OutputStream) throws -> Void) throws {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe is written to, and its name stays.
      let nofollow = isWayOut(path) ? O_TRUNC : O_NOFOLLOW
      try withFile(path, O_WRONLY | O_CLOEXEC | nofollow, path) {
        try body(OutputStream(descriptor: $0, target: path))
      }
      return
    }
    let temporary = "\(path).\(getpid()).tmp"
    do {
      try withFile(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, path) { descriptor in
        fchmod(descriptor, 0o600)
        try body(OutputStream(descriptor: descriptor, target: "'\(path)'"))
        guard fsync(descriptor) == 0 else { throw failure(path) }
      }
      guard rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Whether a link stands for a descriptor of the program's own, as /dev/stdout does. Every other one
  /// may lead to a file that somebody wants to keep.
  private static func isWayOut(_ path: String) -> Bool {
    if ["/dev/stdout", "/dev/stderr"].contains(path) { return true }
    return ["/dev/fd/", "/proc/self/fd/"].contains { folder in
      path.hasPrefix(folder) && path.utf8.count > folder.utf8.count
        && path.utf8.dropFirst(folder.utf8.count).allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  /// Refuses a file that is the log, a part of it, or among its copies.
  ///
  /// - Parameter what: the option or argument that names it.
  /// - Throws: ``InputError``.
  static func refuse(log: String, as path: String, _ what: String) throws {
    guard let place = ReservedPath(path, of: log) else { return }
    throw InputError(
      "\(what) \(quotedPath(path)) is "
        + (place == .copies ? "where psoas keeps its own copies" : "the log itself"),
      hint: "give the result another file")
  }

  /// Checks that a file can be written, as far as that can be known before writing it.
  ///
  /// - Parameter throughLink: whether a link is followed to the file.
  /// - Throws: ``Failure``.
  static func check(file path: String, throughLink: Bool = false) throws {
    var status = stat()
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFLNK, !throughLink, !isWayOut(path) {
        throw Failure(target: "'\(path)'", reason: "it is a link to another file")
      }
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure(target: "'\(path)'", reason: String(cString: strerror(EISDIR)))
      }
      guard access(path, W_OK) == 0 || errno == ENOENT else { throw failure(path) }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    // A new file takes its place, so the folder is what has to be writable.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard !path.isEmpty, access(folder, W_OK | X_OK) == 0 else { throw failure(path) }
  }

  private static func withFile(
    _ path: String, _ flags: Int32, _ target: String, _ body: (Int32) throws -> Void
  ) throws {
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(target) }
    defer { close(descriptor) }
    try body(descriptor)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(target: "'\(path)'", reason: String(cString: strerror(errno)))
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(written)
    }
    return 0
  }
}
