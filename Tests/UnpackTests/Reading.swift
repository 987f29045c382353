import Foundation
import Import
import Unpack

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
