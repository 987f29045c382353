import SQLite

/// A range between two known keys, for bisection: UUIDs as their 16 bytes, numbers from 0 up as 8 bytes,
/// big-endian. Both sort as their bytes do, and arithmetic on the bytes gives the middle of either.
struct KeySpan {
  let low: [UInt8]
  let high: [UInt8]
  private let isNumber: Bool

  private init(low: [UInt8], high: [UInt8], isNumber: Bool) {
    self.low = low
    self.high = high
    self.isNumber = isNumber
  }

  /// The range between two keys, or from the lowest or to the highest possible one; nil for texts, which have
  /// no middle.
  init?(_ low: Value?, _ high: Value?, isNumber: Bool) {
    let whole = KeySpan(low: [], high: [], isNumber: isNumber)
    let size = isNumber ? 8 : 16
    let (least, most) = (
      [UInt8](repeating: 0, count: size),
      [isNumber ? 0x7F : 0xFF] + [UInt8](repeating: 0xFF, count: size - 1)
    )
    guard let from = low.map(whole.key) ?? least, let to = high.map(whole.key) ?? most,
      from.count == size, to.count == size, from.lexicographicallyPrecedes(to)
    else { return nil }
    self.init(low: from, high: to, isNumber: isNumber)
  }

  /// A key as bytes with the same order.
  func key(_ value: Value) -> [UInt8]? {
    switch value {
    case .blob(let bytes): isNumber ? nil : bytes
    case .integer(let number):
      isNumber && number >= 0
        ? (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } : nil
    case .null, .text: nil
    }
  }

  /// The key that bytes stand for.
  func value(_ bytes: [UInt8]) -> Value {
    isNumber ? .integer(bytes.reduce(0) { $0 << 8 | Int($1) }) : .blob(bytes)
  }

  /// The middle: the sum of both ends byte by byte, including the carry, shifted right by one. Nil where
  /// there is no key between the ends.
  var middle: [UInt8]? {
    guard low.count == high.count else { return nil }
    var (sum, carry) = ([UInt8](repeating: 0, count: low.count), 0)
    for index in low.indices.reversed() {
      let digit = Int(low[index]) + Int(high[index]) + carry
      (sum[index], carry) = (UInt8(digit & 255), digit >> 8)
    }
    var half: [UInt8] = []
    for digit in sum {
      half.append(UInt8(carry << 7 | Int(digit) >> 1))
      carry = Int(digit) & 1
    }
    return low.lexicographicallyPrecedes(half) && half.lexicographicallyPrecedes(high)
      ? half : nil
  }

  func above(_ key: [UInt8]) -> KeySpan { KeySpan(low: key, high: high, isNumber: isNumber) }
  func below(_ key: [UInt8]) -> KeySpan { KeySpan(low: low, high: key, isNumber: isNumber) }
}
