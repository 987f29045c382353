import Foundation
import Import

/// Bytes handed out in pieces of one size, or in random ones.
func pieces(_ bytes: [UInt8], of size: Int) -> ByteSource {
  var at = 0
  return {
    guard at < bytes.count else { return nil }
    let end = min(bytes.count, at + max(1, size))
    defer { at = end }
    return Array(bytes[at..<end])
  }
}

/// A text as a source, whole.
func source(_ text: String) -> ByteSource { pieces(Array(text.utf8), of: .max / 2) }

/// A file of the folder `Fixtures`.
func fixture(_ name: String) throws -> [UInt8] {
  let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return Array(try Data(contentsOf: here.appendingPathComponent("Fixtures/\(name)")))
}

/// All records as texts.
func table(_ bytes: [UInt8], of size: Int = 1 << 16, options: CSVOptions = CSVOptions()) throws
  -> [[String]]
{
  var reader = CSVReader(options, source: pieces(bytes, of: size))
  var rows: [[String]] = []
  while try reader.next() { rows.append(reader.record.texts) }
  return rows
}
