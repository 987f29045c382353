/// Cleans the bytes of an XML file for the parser: replaces the declarations in its head by blanks, and
/// the control characters that XML forbids and that exports have in names of devices.
struct XMLText {
  private var prolog = XMLProlog()
  private var width: Width?
  /// The first byte of a two-byte character that the end of the last piece cut in half.
  private var half: UInt8?

  private enum Width { case one, lowFirst, highFirst }

  /// Cleans a piece, which may be cut anywhere.
  ///
  /// - Throws: ``ImportFailure`` for an entity, or declarations without an end.
  mutating func clean(_ piece: inout [UInt8]) throws {
    if let half { piece.insert(half, at: 0) }
    half = nil
    if piece.count < 2, width == nil, let only = piece.first {
      half = only
      piece = []
      return
    }
    let width = width ?? XMLText.width(piece)
    self.width = width
    if width != .one, piece.count % 2 == 1 { half = piece.popLast() }
    try piece.withUnsafeMutableBufferPointer { bytes in
      try hideDeclarations(bytes, width: width)
      if width == .one { XMLText.blankControls(bytes) }
    }
  }

  /// The byte that is left over at the end, if there is one.
  mutating func rest() -> [UInt8] {
    defer { half = nil }
    return half.map { [$0] } ?? []
  }

  /// UTF-16 is recognised by a byte order mark, or by the zero next to the first `<`.
  private static func width(_ piece: [UInt8]) -> Width {
    switch (piece[0], piece[1]) {
    case (0xFF, 0xFE), (0x3C, 0): .lowFirst
    case (0xFE, 0xFF), (0, 0x3C): .highFirst
    default: .one
    }
  }

  /// Replaces the declarations in the head by blanks.
  private mutating func hideDeclarations(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, width: Width
  ) throws {
    if prolog.isDone { return }
    let step = width == .one ? 1 : 2
    let (low, high) = width == .highFirst ? (1, 0) : (0, step - 1)
    for index in stride(from: 0, to: bytes.count, by: step) {
      var character = bytes[index + low]
      if character > 0x7F || (step == 2 && bytes[index + high] != 0) { character = 0xFF }
      if try prolog.hides(character) {
        bytes[index + high] = 0
        bytes[index + low] = UInt8(ascii: " ")
      }
      if prolog.isDone { break }
    }
  }

  private static func blankControls(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      // Eight bytes at a time. Subtracting 32 from every byte sets the high bit of those below 32, and
      // of none other without one of them; `~word` leaves out the bytes that had the bit before.
      if index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if (word &- ones &* 0x20) & ~word & (ones &* 0x80) == 0 {
          index += 8
          continue
        }
      }
      for place in index..<min(index + 8, bytes.count) {
        switch bytes[place] {
        case 9, 10, 13, 32...: break
        default: bytes[place] = UInt8(ascii: " ")
        }
      }
      index += 8
    }
  }
}
