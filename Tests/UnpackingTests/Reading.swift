import Foundation
import Interchange
import Unpacking

/// A file of the folder `Fixtures`.
func fixture(_ name: String) throws -> [UInt8] {
  let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return Array(try Data(contentsOf: here.appendingPathComponent("Fixtures/\(name)")))
}

/// What an export holds, as the rows that are handed on.
func rows(_ bytes: [UInt8], of size: Int = 1 << 16) throws -> String {
  var at = 0
  var out: [UInt8] = []
  try HealthExport { out += $0 }.read {
    guard at < bytes.count else { return nil }
    defer { at = min(bytes.count, at + size) }
    return Array(bytes[at..<min(bytes.count, at + size)])
  }
  return String(decoding: out, as: UTF8.self)
}

/// Why something is refused; empty where it is not.
func refusal(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch let failure as ImportFailure {
    return failure.message
  } catch {
    return "\(error)"
  }
}

/// A folder for one test, which goes away with this object.
final class Folder {
  let path = "/tmp/psoas-unpack-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and tells its path.
  func put(_ bytes: [UInt8], as name: String = "export.zip") throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}

/// A generator whose numbers are the same at each run.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
