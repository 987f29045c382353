import Core

/// The first 100 bytes of a file (SQLite file format, 1.3), as far as they can be trusted.
struct DamagedHeader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = Array(bytes.prefix(100)) }

  /// Every possible page size, the usual one first.
  private static let sizes = [4096, 1024, 2048, 8192, 16_384, 32_768, 65_536, 512]

  /// The page size it gives, if it is the header of a database.
  var pageSize: Int? {
    guard bytes.count == 100, bytes.starts(with: "SQLite format 3\0".utf8) else { return nil }
    return saidSize
  }

  private var saidSize: Int? {
    guard bytes.count >= 18 else { return nil }
    let stored = Int(bytes[16]) << 8 | Int(bytes[17])
    let size = stored == 1 ? 65_536 : stored
    return DamagedHeader.sizes.contains(size) ? size : nil
  }

  /// The number of pages it gives.
  var pageCount: Int {
    bytes.count < 32 ? 0 : bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The sizes to try, the given one first.
  var pageSizes: [Int] {
    guard let saidSize else { return DamagedHeader.sizes }
    return [saidSize] + DamagedHeader.sizes.filter { $0 != saidSize }
  }

  /// Headers to try, with their page sizes: the file's own, then those of a log.
  func candidates(size: Int) -> [(page: Int, bytes: [UInt8])] {
    (pageSize.map { [($0, withCount(of: size))] } ?? [])
      + pageSizes.map { ($0, DamagedHeader.fresh(pageSize: $0, size: size)) }
  }

  /// Whether it matches a file of this size.
  func isPlausible(size: Int) -> Bool {
    pageSize.map { size % $0 == 0 && pageCount == size / $0 } ?? false
  }

  /// The same with the number of pages for this file size.
  func withCount(of size: Int) -> [UInt8] {
    guard let pageSize else { return bytes }
    var changed = bytes
    changed.replaceSubrange(28..<32, with: DamagedHeader.word((size + pageSize - 1) / pageSize))
    // SQLite accepts the number only if bytes 92 to 95 repeat the change counter at 24 (1.3.7).
    changed.replaceSubrange(92..<96, with: bytes[24..<28])
    return changed
  }

  /// The header of a log with pages of this size.
  static func fresh(pageSize: Int, size: Int) -> [UInt8] {
    let stored = pageSize == 65_536 ? 1 : pageSize
    var bytes = Array("SQLite format 3\0".utf8)
    bytes += [UInt8(stored >> 8), UInt8(stored & 255), 1, 1, 0, 64, 32, 32]
    bytes += word(1) + word((size + pageSize - 1) / pageSize)
    // No free pages, any cookie, format 4, no cache and vacuum settings, UTF-8.
    bytes += word(0) + word(0) + word(1) + word(4) + word(0) + word(0) + word(1)
    bytes += word(LogStore.version) + word(0) + word(LogStore.applicationID)
    return bytes + [UInt8](repeating: 0, count: 20) + word(1) + word(3_040_001)
  }

  private static func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
