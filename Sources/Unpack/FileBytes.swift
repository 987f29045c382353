import Core
import Import
import System

/// How much of a file is read at a time, in bytes.
let pieceSize = 1 << 18

/// A file, read from its beginning.
final class FileBytes {
  private let path: String
  private let file: File

  /// - Throws: ``ImportFailure`` when it cannot be opened.
  init(_ path: String) throws {
    self.path = path
    do {
      file = try File(path)
    } catch { throw FileBytes.failure(path, error: error) }
  }

  /// The next piece; nil at the end.
  func piece() throws -> [UInt8]? {
    do {
      let piece = try file.read(upTo: pieceSize)
      return piece.isEmpty ? nil : piece
    } catch { throw FileBytes.failure(path, error: error) }
  }

  /// Whether a file begins as a zip does, even one without files.
  static func isZip(_ path: String) throws -> Bool {
    let head = try FileBytes(path).piece()?.prefix(4) ?? []
    return head.elementsEqual([0x50, 0x4B, 3, 4]) || head.elementsEqual([0x50, 0x4B, 5, 6])
  }

  /// Why a file cannot be read.
  static func failure(_ path: String, error: SystemError) -> ImportFailure {
    ImportFailure(
      "cannot read \(path.quotedPath): \(error.reason)", hint: "check its name and permissions")
  }
}
