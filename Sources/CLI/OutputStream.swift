import Core
import System

/// Standard output and standard error. Every write is checked: a full disk or a closed terminal must not look
/// like success, and a closed pipe ends the program quietly.
struct OutputStream {
  /// Some bytes could not be written.
  struct Failure: Error {
    let message: String
    var hint: String { "send it elsewhere, such as with --output FILE in a folder of yours" }

    init(_ failure: AtomicFile.Failure) { message = failure.message }

    init(target: String, _ error: SystemError) {
      message = "cannot write to \(target): \(error.reason)"
    }
  }

  /// The reader of the pipe is gone.
  struct BrokenPipe: Error {}

  let descriptor: Descriptor
  private let target: String

  /// Results.
  static let standard = OutputStream(descriptor: .standardOutput, target: "standard output")
  /// Messages.
  static let messages = OutputStream(descriptor: .standardError, target: "standard error")

  /// Writes all of a text.
  ///
  /// - Throws: ``Failure`` or ``BrokenPipe``.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes all bytes.
  ///
  /// - Throws: ``Failure`` or ``BrokenPipe``.
  func write(_ bytes: [UInt8]) throws {
    do {
      try descriptor.write(bytes)
    } catch .brokenPipe {
      throw BrokenPipe()
    } catch {
      throw Failure(target: target, error)
    }
  }

  /// Writes bytes to a file as ``AtomicFile`` does.
  ///
  /// - Throws: ``Failure``.
  static func write(_ bytes: [UInt8], toFile path: String) throws {
    try write(toFile: path) { try $0.write(bytes) }
  }

  /// Writes what `body` produces in pieces to a file, in the same way.
  ///
  /// - Throws: ``Failure``, ``BrokenPipe``, and what `body` throws; the old file stays then.
  static func write(toFile path: String, _ body: (OutputStream) throws -> Void) throws {
    do {
      try AtomicFile.write(to: path) { descriptor in
        try body(OutputStream(descriptor: descriptor, target: "'\(path)'"))
      }
    } catch let failure as AtomicFile.Failure { throw Failure(failure) }
  }

  /// Checks that a file can be written, as far as that can be known in advance.
  ///
  /// - Throws: ``Failure``.
  static func check(file path: String) throws {
    do {
      try AtomicFile.check(path)
    } catch let failure as AtomicFile.Failure { throw Failure(failure) }
  }
}
