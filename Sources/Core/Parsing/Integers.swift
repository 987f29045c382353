extension Int {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func flooredQuotient(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The remainder in `0..<divisor`, for a positive divisor.
  func flooredRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// In decimal, with leading zeros up to at least `width` digits.
  package func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }

  /// A whole number in ASCII digits; nil for any other text.
  ///
  /// - Parameter most: the most digits, at most 18. With the default of nine, no product of two such numbers
  ///   can overflow.
  package init?(digits text: some StringProtocol, upTo most: Int = 9) {
    let bytes = text.utf8
    guard (1...most).contains(bytes.count) else { return nil }
    self = 0
    for byte in bytes {
      guard byte.isASCIIDigit else { return nil }
      self = self * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}

extension UInt8 {
  package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
