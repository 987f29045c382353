import CZip
import Core
import Import

/// Unpacks one file of a zip with libzip, no further than the list says that it goes.
final class ZipEntryReader {
  private let entry: ZipArchive.Entry
  /// Stays open for as long as this object reads from it.
  private let file: ZipFile
  private let stream: OpaquePointer
  private var count: UInt64 = 0

  /// - Throws: ``ImportFailure`` where the list gives a place that the zip does not have.
  init(_ entry: ZipArchive.Entry, in file: ZipFile) throws {
    guard let stream = zip_fopen_index(file.archive, entry.index, 0) else {
      throw ZipArchive.unfit(entry.path)
    }
    (self.entry, self.file, self.stream) = (entry, file, stream)
  }

  deinit { zip_fclose(stream) }

  /// The next piece; nil at the end, when length and checksum were right.
  func piece() throws -> [UInt8]? {
    var result: Int64 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, filled in
      result = zip_fread(stream, buffer.baseAddress, UInt64(pieceSize))
      filled = max(0, Int(result))
    }
    count += UInt64(piece.count)
    guard count <= entry.size else { throw damaged("it is longer than its list says") }
    guard result >= 0 else { throw unreadable() }
    // libzip does not look at the length of a file that takes no bytes in the zip.
    guard !piece.isEmpty || count == entry.size else { throw damaged("it ends too early") }
    return piece.isEmpty ? nil : piece
  }

  private func unreadable() -> ImportFailure {
    switch zip_error_code_zip(zip_file_get_error(stream)) {
    case ZIP_ER_CRC where count == entry.size: damaged("its checksum does not fit")
    // Where deflate stops in the middle, libzip only finds the checksum of the part wrong.
    case ZIP_ER_CRC, ZIP_ER_INCONS, ZIP_ER_EOF: damaged("it ends too early")
    default: damaged("it cannot be unpacked")
    }
  }

  private func damaged(_ what: String) -> ImportFailure {
    ImportFailure("\(entry.path.quoted) in the zip is damaged: \(what)", hint: "export it again")
  }
}
