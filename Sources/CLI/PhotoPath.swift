import Core
import System

/// The path of a picture.
enum PhotoPath {
  /// The absolute path of an existing picture.
  ///
  /// - Throws: ``InputError``.
  static func resolve(_ path: String) throws -> String {
    if let status = try? FileStatus(path), status.kind != .regular {
      throw InputError(
        "the photo \(path.quotedPath) is no file",
        hint: "give the path of an existing picture")
    }
    do {
      try FileSystem.check(path, allows: .read)
      return try FileSystem.resolve(path)
    } catch {
      throw InputError(
        "cannot read the photo \(path.quotedPath): \(error.reason)",
        hint: "give the path of an existing picture")
    }
  }
}
