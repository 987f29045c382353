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
    package var method: UInt16
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
    /// Whether it is only in the list, which then needs a ``start`` within another file.
    package var isOnlyListed = false

    /// A file, right in every way.
    package init(_ path: String, _ text: some Sequence<UInt8>, deflated: Bool = true) {
      let text = Array(text)
      self.path = Array(path.utf8)
      data = deflated ? ZipBytes.deflate(text) : text
      method = deflated ? 8 : 0
      crc = UInt32(text.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
      size = UInt64(text.count)
    }
  }

  /// The files.
  package var items: [Item]
  /// Whether sizes, places and the end are written as zip64 has them.
  package var isLarge = false

  /// A zip of some files.
  package init(_ items: [Item]) { self.items = items }

  /// The zip file.
  package var bytes: [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for item in items {
      let start = item.start ?? UInt32(file.count)
      let sizes = number(item.size, 8) + number(item.packed ?? UInt64(item.data.count), 8)
      let own = isLarge ? zip64Field(sizes) : []
      let listed = isLarge ? zip64Field(sizes + number(start, 8)) : []
      if !item.isOnlyListed {
        file += [0x50, 0x4B, 3, 4] + head(item, extra: own.count) + item.path + own + item.data
      }
      list += [0x50, 0x4B, 1, 2] + number(3 << 8 | 20, 2) + head(item, extra: listed.count)
      list += number(0, 6) + number(item.mode << 16, 4)
      list += number(isLarge ? .max : start, 4) + item.path + listed
    }
    return file + list
      + ZipBytes.end(count: items.count, start: file.count, length: list.count, isLarge: isLarge)
  }

  /// What the head of a file and its part of the list have in common.
  private func head(_ item: Item, extra: Int) -> [UInt8] {
    let packed = item.packed ?? UInt64(item.data.count)
    let (size, length) = isLarge ? (0xFFFF_FFFF, 0xFFFF_FFFF) : (item.size, packed)
    return number(isLarge ? 45 : 20, 2) + number(item.flags, 2) + number(item.method, 2)
      + number(0, 4) + number(item.crc, 4) + number(length, 4) + number(size, 4)
      + number(item.path.count, 2) + number(extra, 2)
  }

  /// The end of a zip file, right behind its list.
  ///
  /// - Parameters:
  ///   - count: how many files the list has.
  ///   - start: where the list begins.
  ///   - length: how many bytes it has.
  package static func end(count: Int, start: Int, length: Int, isLarge: Bool) -> [UInt8] {
    var end: [UInt8] = []
    if isLarge {
      end += [0x50, 0x4B, 6, 6] + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
      end += number(count, 8) + number(count, 8) + number(length, 8) + number(start, 8)
      end += [0x50, 0x4B, 6, 7] + number(0, 4) + number(start + length, 8) + number(1, 4)
    }
    let (count, length, start) = isLarge ? (-1, -1, -1) : (count, length, start)
    end += [0x50, 0x4B, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2)
    return end + number(length, 4) + number(start, 4) + number(0, 2)
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

/// A number in little-endian order, in so many bytes.
private func number(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// The extra field of zip64, with the numbers that are too large for their places.
private func zip64Field(_ numbers: [UInt8]) -> [UInt8] {
  number(1, 2) + number(numbers.count, 2) + numbers
}
