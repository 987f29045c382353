import Core
import Glibc
import Import

/// The bytes of a zip file, at any place.
final class ZipBytesReader {
  /// How many there are.
  let count: UInt64
  private let path: String
  private let descriptor: Int32

  /// - Throws: ``ImportFailure`` when the file cannot be opened.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw FileBytes.failure(path)
    }
    count = UInt64(max(0, status.st_size))
  }

  deinit { close(descriptor) }

  /// Some bytes; fewer only where the file ends.
  func bytes(at start: UInt64, _ count: Int) throws -> [UInt8] {
    guard start < self.count else { return [] }
    var done = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while done < count {
        let more = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, Int(start) + done)
        if more < 0, errno == EINTR { continue }
        failed = more < 0
        guard more > 0 else { break }
        done += more
      }
      filled = done
    }
    guard !failed else { throw FileBytes.failure(path) }
    return bytes
  }

  /// The failure of a list that cannot be found.
  func withoutList() -> ImportFailure {
    ImportFailure(
      "the list of files in \(quotedPath(path)) is missing or damaged",
      hint: "half of the zip may be missing; export it again")
  }
}

/// Little-endian numbers at their places in some bytes.
struct ZipFields {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes)[...] }

  /// The number of so many bytes at a place; 0 beyond the end.
  func number(_ at: Int, _ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in (at..<at + width).reversed() {
      value = value << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
    }
    return value
  }

  /// Whether a part begins with `PK` and two bytes of its own.
  func isPart(_ kind: UInt64) -> Bool { number(0, 4) == 0x4B50 | kind << 16 }
}
