import CZlib
import Core
import Import

/// Unpacks one file of a zip with zlib, as far as the list says that it goes.
final class ZipUnpacker {
  private let entry: ZipArchive.Entry
  private let file: ZipBytesReader
  /// At one place in memory: zlib remembers where.
  private let stream: UnsafeMutablePointer<z_stream>
  private var at: UInt64
  private var given: UInt64 = 0
  private var crc = crc32(0, nil, 0)
  private var input: [UInt8] = []
  private var used = 0
  private var isDone = false

  /// - Throws: ``ImportFailure`` where there is no memory.
  init(_ entry: ZipArchive.Entry, _ file: ZipBytesReader) throws {
    (self.entry, self.file, at) = (entry, file, entry.place.lowerBound)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, -15, ZLIB_VERSION, size) == Z_OK else {
      throw ImportFailure("there is no memory for unpacking", hint: "close other programs")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next piece; nil at the end, when length and checksum were right.
  ///
  /// - Throws: ``ImportFailure``.
  func piece() throws -> [UInt8]? {
    while !isDone {
      if used == input.count {
        let left = min(entry.place.upperBound - at, UInt64(pieceSize))
        input = try file.bytes(at: at, Int(left))
        (used, at) = (0, at + UInt64(input.count))
      }
      let piece = entry.isPacked ? try inflated() : stored()
      guard piece.count <= entry.size - given else {
        throw damaged("it is longer than its list says")
      }
      given += UInt64(piece.count)
      crc = piece.withUnsafeBufferPointer { crc32(crc, $0.baseAddress, UInt32($0.count)) }
      if !piece.isEmpty { return piece }
    }
    guard given == entry.size else { throw damaged("it ends too early") }
    guard crc == UInt(entry.crc) else { throw damaged("its checksum does not fit") }
    return nil
  }

  private func stored() -> [UInt8] {
    used = input.count
    isDone = input.isEmpty
    return input
  }

  private func inflated() throws -> [UInt8] {
    var code = Z_OK
    let piece = input.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: pieceSize) { target, filled in
        stream.pointee.next_in = source.baseAddress.map { $0 + used }
        stream.pointee.avail_in = UInt32(source.count - used)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(pieceSize)
        code = inflate(stream, Z_NO_FLUSH)
        used = source.count - Int(stream.pointee.avail_in)
        filled = pieceSize - Int(stream.pointee.avail_out)
      }
    }
    // Z_BUF_ERROR: nothing came in, since the file has no more, and nothing could go out.
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
      throw damaged("it cannot be unpacked")
    }
    isDone = code == Z_STREAM_END || (piece.isEmpty && input.isEmpty)
    return piece
  }

  private func damaged(_ what: String) -> ImportFailure {
    ImportFailure("\(quoted(entry.path)) in the zip is damaged: \(what)", hint: "export it again")
  }
}
