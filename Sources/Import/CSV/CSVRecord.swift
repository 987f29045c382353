import Core

/// One record of a CSV file: fields as slices of one buffer, which the next record reuses.
///
/// Numbers are parsed from the bytes directly; a `String` is created only on request. Fields beyond the last
/// are empty.
package struct CSVRecord: Sendable {
  /// The line on which it starts, counted from 1.
  package internal(set) var line = 1
  /// Whether it is the last in the file and has no line end.
  var lacksEnd = false
  /// The fields one after the other, with spare room.
  var bytes: [UInt8] = []
  /// The end of each field in `bytes`.
  var ends: [Int] = []

  /// The number of fields.
  package var count: Int { ends.count }

  /// The position of a field in `bytes`.
  func bounds(_ field: Int) -> Range<Int> {
    guard field >= 0, field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// Calls `body` with the bytes of a field, which are valid only during the call.
  package func withBytes<Result>(
    of field: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = bounds(field)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Whether a field is empty or only white space.
  package func isBlank(_ field: Int) -> Bool {
    for index in bounds(field) where bytes[index] != UInt8(ascii: " ") { return false }
    return true
  }

  /// Whether a field equals these bytes.
  package func field(_ field: Int, is other: some RandomAccessCollection<UInt8>) -> Bool {
    let range = bounds(field)
    return range.count == other.count && bytes[range].elementsEqual(other)
  }

  /// A field as text.
  package func text(_ field: Int) -> String {
    String(decoding: bytes[bounds(field)], as: UTF8.self)
  }

  /// A field as trimmed text; nil when nothing is left.
  package func words(_ field: Int) -> String? {
    let text = text(field).trimmed
    return text.isEmpty ? nil : text
  }

  /// All fields as texts.
  package var texts: [String] { (0..<count).map(text) }
}
