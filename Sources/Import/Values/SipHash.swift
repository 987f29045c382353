/// SipHash-2-4 with 128 bits (Aumasson and Bernstein 2012, and their reference implementation).
///
/// Swift's own hashes differ in every run, and a key must stay the same for years.
enum SipHash {
  static func hash128(_ bytes: [UInt8], key: (UInt64, UInt64)) -> (UInt64, UInt64) {
    var v0 = key.0 ^ 0x736F_6D65_7073_6575
    var v1 = key.1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE
    var v2 = key.0 ^ 0x6C79_6765_6E65_7261
    var v3 = key.1 ^ 0x7465_6462_7974_6573

    func rotated(_ value: UInt64, by: UInt64) -> UInt64 { value << by | value >> (64 - by) }
    func round() {
      v0 = v0 &+ v1
      v1 = rotated(v1, by: 13) ^ v0
      v0 = rotated(v0, by: 32)
      v2 = v2 &+ v3
      v3 = rotated(v3, by: 16) ^ v2
      v0 = v0 &+ v3
      v3 = rotated(v3, by: 21) ^ v0
      v2 = v2 &+ v1
      v1 = rotated(v1, by: 17) ^ v2
      v2 = rotated(v2, by: 32)
    }
    func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word |= UInt64(byte) << (8 * UInt64(index % 8))
      if index % 8 == 7 {
        absorb(word)
        word = 0
      }
    }
    absorb(word | UInt64(bytes.count & 0xFF) << 56)
    v2 ^= 0xEE
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xDD
    for _ in 0..<4 { round() }
    return (first, v0 ^ v1 ^ v2 ^ v3)
  }
}
