import Core

/// Numbers parsed directly from the bytes of a field.
extension CSVRecord {
  /// A whole number; `10.0`, as some apps write counts, is 10. Nil for anything else.
  package func whole(_ field: Int) -> Int? {
    guard let thousandths = decimal(field, places: 3), thousandths % 1000 == 0 else { return nil }
    return thousandths / 1000
  }

  /// A decimal number times 10 to the power of `places`; see ``Decimal/scaled(_:places:)``.
  package func decimal(_ field: Int, places: Int) -> Int? {
    withBytes(of: field) { Decimal.scaled($0, places: places) }
  }
}

extension Decimal {
  /// A decimal number times 10 to the power of `places`, with more decimals rounded half away from zero.
  ///
  /// Point and comma are both decimal signs. A comma followed by exactly three digits could also group
  /// thousands and is refused, as are more than nine digits before the sign, exponents and anything non-ASCII
  /// except the typographic minus sign. Nil for what is refused and for no digits.
  package static func scaled(_ bytes: some Collection<UInt8>, places: Int) -> Int? {
    var value = 0
    var digits = 0
    var decimals: Int?
    var negative = false
    var ended = false
    var roundsUp = false
    var comma = false
    var index = bytes.startIndex
    func at(_ offset: Int) -> UInt8? {
      bytes.index(index, offsetBy: offset, limitedBy: bytes.endIndex).flatMap {
        $0 < bytes.endIndex ? bytes[$0] : nil
      }
    }
    while let byte = at(0), byte == UInt8(ascii: " ") { index = bytes.index(after: index) }
    if let byte = at(0), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      negative = byte == UInt8(ascii: "-")
      index = bytes.index(after: index)
    } else if at(0) == 0xE2, at(1) == 0x88, at(2) == 0x92 {
      negative = true
      index = bytes.index(index, offsetBy: 3)
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !ended:
        let digit = Int(byte - UInt8(ascii: "0"))
        if let before = decimals {
          if before < places {
            value = value * 10 + digit
          } else if before == places {
            roundsUp = digit >= 5
          }
          decimals = before + 1
          guard before < 30 else { return nil }
        } else {
          digits += 1
          guard digits <= 9 else { return nil }
          value = value * 10 + digit
        }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard decimals == nil, !ended, digits > 0 else { return nil }
        decimals = 0
        comma = byte == UInt8(ascii: ",")
      case UInt8(ascii: " "): ended = true
      default: return nil
      }
    }
    guard digits > 0, decimals != 0, !(comma && decimals == 3) else { return nil }
    for _ in min(decimals ?? 0, places)..<places { value *= 10 }
    if roundsUp { value += 1 }
    return negative ? -value : value
  }
}
