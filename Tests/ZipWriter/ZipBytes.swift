import CZlib

/// A zip file made byte by byte, so that everything about it can be wrong.
package struct ZipBytes {
  /// One file in it.
  package struct Item {
    /// Its path.
    package var path: [UInt8]
    /// What is stored for it, packed already.
    package var data: [UInt8]
    /// How it is packed: 0 not at all, 8 by deflate.
    package var instrument: UInt16
    /// What the list says of it, right at first.
    package var crc: UInt32
    /// As ``crc``.
    package var size: UInt64
    /// The bits of encryption (1) and of UTF-8 (0x800).
    package var flags: UInt16 = 0x800
    /// The mode of Unix; a link is 0o120777.
    package var mode: UInt32 = 0o100644
    /// Where the list says that it begins, when not where it does.
    package var start: UInt32?
    /// What the list says its data take, when that is not so.
    package var packed: UInt64?

    /// A file, right in every way.
    package init(_ path: String, _ text: some Sequence<UInt8>, deflated: Bool = true) {
      let text = Array(text)
      self.path = Array(path.utf8)
      data = deflated ? ZipBytes.deflate(text) : text
      instrument = deflated ? 8 : 0
      crc = UInt32(text.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
      size = UInt64(text.count)
    }
  }

  /// The files.
  package var items: [Item]
  /// Whether sizes are written as zip64 has them.
  package var isLarge = false

  /// A zip of some files.
  package init(_ items: [Item]) { self.items = items }

  /// The zip file.
  package var bytes: [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for item in items {
      let start = item.start ?? UInt32(file.count)
      let packed = item.packed ?? UInt64(item.data.count)
      let extra =
        isLarge ? number(1, 2) + number(16, 2) + number(item.size, 8) + number(packed, 8) : []
      let (size, length) = isLarge ? (0xFFFF_FFFF, 0xFFFF_FFFF) : (item.size, packed)
      let head =
        number(isLarge ? 45 : 20, 2) + number(item.flags, 2) + number(item.instrument, 2)
        + number(0, 4) + number(item.crc, 4) + number(length, 4) + number(size, 4)
        + number(item.path.count, 2) + number(extra.count, 2)
      file += [0x50, 0x4B, 3, 4] + head + item.path + extra + item.data
      list += [0x50, 0x4B, 1, 2] + number(3 << 8 | 20, 2) + head + number(0, 2) + number(0, 2)
      list += number(0, 2) + number(item.mode << 16, 4) + number(start, 4) + item.path + extra
    }
    let end =
      number(0, 4) + number(items.count, 2) + number(items.count, 2) + number(list.count, 4)
      + number(file.count, 4) + number(0, 2)
    return file + list + [0x50, 0x4B, 5, 6] + end
  }

  private func number(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Bytes packed by deflate, without a head.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        CZlib.deflate(&stream, Z_FINISH)
        return Array(target.prefix(Int(stream.total_out)))
      }
    }
  }
}
