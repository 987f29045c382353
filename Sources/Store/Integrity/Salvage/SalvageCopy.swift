import Core
import System

// Copies of damaged files, repaired just enough to be read.

extension LogFile {
  /// The size of a file in bytes; 0 if it is missing.
  static func size(of path: String) -> Int { (try? FileStatus(path))?.size ?? 0 }

  /// Copies a file into a new one that only its owner can read.
  static func copy(_ path: String, to target: String) throws {
    let (input, output): (File, File)
    do {
      input = try File(path)
    } catch { throw unreachable(path, error: error) }
    do {
      output = try File(target, for: .writing, options: .create)
      try? output.setPermissions(0o600)
      // An unreadable sector ends the copy; everything before it can still be saved.
      while let bytes = try? input.read(upTo: 1 << 16), !bytes.isEmpty {
        try output.write(bytes)
      }
    } catch { throw unreachable(target, error: error) }
  }

  /// Overwrites bytes of a file, at its start by default, and pads its last page with zeros.
  static func overwrite(
    _ path: String, bytes: [UInt8], at place: Int = 0, padTo page: Int
  ) throws {
    let whole = (max(size(of: path), place + bytes.count) + page - 1) / page * page
    do {
      let file = try File(path, for: .writing)
      try file.write(bytes, at: place)
      try file.truncate(to: whole)
    } catch { throw unreachable(path, error: error) }
  }

  /// The pages at some offsets of a file, as far as they exist.
  static func bytes(of path: String, _ places: [Int]) throws -> [(place: Int, bytes: [UInt8])] {
    do {
      let file = try File(path)
      return places.map { place in
        (place, (try? file.read(SchemaPages.size, at: place)) ?? [])
      }
    } catch { throw unreachable(path, error: error) }
  }
}
