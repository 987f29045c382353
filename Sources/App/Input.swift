import Core
import System

/// Files that the user names as input.
package enum Input {
  /// The size limit, so that a device or a mistaken name cannot fill the memory.
  private static let mostBytes = 1_048_576

  /// The bytes of a file.
  ///
  /// - Parameter hint: what to do about a file that is too long.
  /// - Throws: ``Failure`` when it cannot be read, ``InputError`` when it is too long.
  package static func read(_ path: String, hint: String = "give a shorter one") throws -> [UInt8] {
    do {
      let file = try File(path)
      var bytes: [UInt8] = []
      while case let piece = try file.read(upTo: 65_536), !piece.isEmpty {
        bytes += piece
        guard bytes.count <= mostBytes else {
          throw InputError(
            "the file \(path.quotedPath) is longer than \(mostBytes) bytes", hint: hint)
        }
      }
      return bytes
    } catch let error as SystemError { throw failure(path, error: error) }
  }

  static func failure(_ path: String, error: SystemError) -> Failure {
    Failure(
      "cannot read \(path.quotedPath): \(error.reason)", hint: "check its name and permissions")
  }
}
