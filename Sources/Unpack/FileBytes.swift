import Core
import Glibc
import Import

/// How much of a file is read at a time, in bytes.
let pieceSize = 1 << 18

/// A file, read from its beginning.
final class FileBytes {
  private let path: String
  private let descriptor: Int32

  /// - Throws: ``ImportFailure`` when it cannot be opened.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileBytes.failure(path) }
  }

  deinit { close(descriptor) }

  /// The next piece; nil at the end.
  func piece() throws -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, pieceSize)
        filled = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileBytes.failure(path) }
      return count == 0 ? nil : bytes
    }
  }

  /// Whether a file begins as a zip does, even one without files.
  static func isZip(_ path: String) throws -> Bool {
    let head = try FileBytes(path).piece()?.prefix(4) ?? []
    return head.elementsEqual([0x50, 0x4B, 3, 4]) || head.elementsEqual([0x50, 0x4B, 5, 6])
  }

  /// Why a file cannot be read, by the number that the system gave for the error.
  static func failure(_ path: String, code: Int32 = errno) -> ImportFailure {
    ImportFailure(
      "cannot read \(quotedPath(path)): \(String(cString: strerror(code)))",
      hint: "check its name and permissions")
  }
}
