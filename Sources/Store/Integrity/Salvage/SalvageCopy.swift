import Core
import Glibc

// Copies that are put right to be read.

extension LogFile {
  /// The size of a file in bytes; 0 when there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Copies a file into a new one that only its owner can read.
  static func copy(_ path: String, to target: String) throws {
    let input = open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw unreachable(path, errno) }
    defer { close(input) }
    let output = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw unreachable(target, errno) }
    defer { close(output) }
    fchmod(output, 0o600)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count == 0 { return }
      // A sector that cannot be read ends the copy: what lies before it can still be saved.
      if count < 0 { return }
      guard write(output, buffer, count) == count else { throw unreachable(target, errno) }
    }
  }

  /// Puts bytes into a file, at its beginning unless said, and zeros at its end, up to a whole page.
  static func overwrite(
    _ path: String, _ bytes: [UInt8], at place: Int = 0, padTo page: Int
  ) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreachable(path, errno) }
    defer { close(descriptor) }
    let whole = (max(size(of: path), place + bytes.count) + page - 1) / page * page
    guard pwrite(descriptor, bytes, bytes.count, off_t(place)) == bytes.count,
      ftruncate(descriptor, off_t(whole)) == 0
    else { throw unreachable(path, errno) }
  }

  /// The pages at some places of a file, as far as they are there.
  static func bytes(of path: String, _ places: [Int]) throws -> [(place: Int, bytes: [UInt8])] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreachable(path, errno) }
    defer { close(descriptor) }
    return places.map { place in
      var buffer = [UInt8](repeating: 0, count: SchemaPages.size)
      let count = max(0, pread(descriptor, &buffer, buffer.count, off_t(place)))
      return (place, Array(buffer[..<count]))
    }
  }
}
