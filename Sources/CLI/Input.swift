import Core
import Glibc

/// Files that the user names to be read.
enum Input {
  /// The most bytes that are read, so that a device or a mistaken name cannot fill the memory.
  private static let mostBytes = 1_048_576

  /// The bytes of a file.
  ///
  /// - Parameter hint: what to do about a file that is far too long.
  /// - Throws: ``Failure`` when it cannot be read, ``InputError`` when it is far too long.
  static func read(_ path: String, hint: String = "give a shorter one") throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= mostBytes else {
        throw InputError(
          "the file \(quotedPath(path)) is longer than \(mostBytes) bytes",
          hint: hint)
      }
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      "cannot read \(quotedPath(path)): \(String(cString: strerror(errno)))",
      hint: "check its name and permissions")
  }
}
