import Core

/// One record of a CSV file: its fields as slices of one buffer that the next record reuses.
///
/// Numbers are read straight from the bytes; a `String` is made only where one is asked for. Fields
/// past the last are empty.
package struct CSVRecord: Sendable {
  /// The line it begins on, counted from 1.
  package internal(set) var line = 1
  /// Whether the file ends with it and without a line end.
  var lacksEnd = false
  /// The fields one after the other, and room beyond them.
  var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  var ends: [Int] = []

  /// How many fields it has.
  package var count: Int { ends.count }

  /// Where a field is in `bytes`.
  func bounds(_ field: Int) -> Range<Int> {
    guard field >= 0, field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// Calls `body` with the bytes of a field, which it must not keep.
  package func withBytes<Result>(
    of field: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = bounds(field)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Whether a field holds nothing but blanks.
  package func isBlank(_ field: Int) -> Bool {
    for index in bounds(field) where bytes[index] != UInt8(ascii: " ") { return false }
    return true
  }

  /// Whether a field is exactly these bytes.
  package func field(_ field: Int, is other: some RandomAccessCollection<UInt8>) -> Bool {
    let range = bounds(field)
    return range.count == other.count && bytes[range].elementsEqual(other)
  }

  /// A field as text.
  package func text(_ field: Int) -> String {
    String(decoding: bytes[bounds(field)], as: UTF8.self)
  }

  /// A field as text without blanks at its ends; nil when nothing is left.
  package func words(_ field: Int) -> String? {
    let text = text(field).trimmed
    return text.isEmpty ? nil : text
  }

  /// All fields as texts.
  package var texts: [String] { (0..<count).map(text) }
}
