import CZip

/// The bytes of a zip file, read by libzip through this object so that the list of files has a limit.
///
/// libzip reads a list of any length; before 1.11 it reads one for each of the 2,900 ends that the last
/// bytes of a zip can hold, which takes minutes.
final class ZipSource {
  private let file: OpaquePointer
  /// How many bytes may be read until the list is known.
  private var bytesLeft = ZipSource.longestList + 1 << 16
  private var error = zip_error_t()

  /// In bytes; a longer list than 10,000 files of usual names have. The last 64 KiB of a zip, where its
  /// list ends, are read in addition.
  private static let longestList: Int64 = 16 << 20

  /// The commands that reading needs, as libzip's bits.
  private static let supported = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(0) { $0 | Int64(1) << $1.rawValue }

  /// Takes over libzip's own source of a file.
  init(_ file: OpaquePointer) { self.file = file }

  deinit { zip_source_free(file) }

  /// What libzip reads from, and frees; nil where there is no memory.
  func opened(_ error: inout zip_error_t) -> OpaquePointer? {
    let state = Unmanaged.passRetained(self)
    let source = zip_source_function_create(
      { state, data, length, command in
        guard let state else { return -1 }
        let source = Unmanaged<ZipSource>.fromOpaque(state)
        guard command == ZIP_SOURCE_FREE else {
          return source.takeUnretainedValue().run(command, data: data, length: length)
        }
        source.release()
        return 0
      }, state.toOpaque(), &error)
    if source == nil { state.release() }
    return source
  }

  /// Ends the limit, which holds for the list and not for the files.
  func listIsRead() { bytesLeft = .max }

  private func run(
    _ command: zip_source_cmd_t, data: UnsafeMutableRawPointer?, length: UInt64
  ) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN: return Int64(zip_source_open(file))
    case ZIP_SOURCE_CLOSE: return Int64(zip_source_close(file))
    case ZIP_SOURCE_TELL: return zip_source_tell(file)
    case ZIP_SOURCE_SUPPORTS: return ZipSource.supported
    case ZIP_SOURCE_READ: return read(data, length: length)
    case ZIP_SOURCE_ERROR:
      let isOurs = error.zip_err != 0
      return isOurs
        ? zip_error_to_data(&error, data, length)
        : zip_error_to_data(zip_source_error(file), data, length)
    case ZIP_SOURCE_STAT:
      return Int64(zip_source_stat(file, data?.assumingMemoryBound(to: zip_stat_t.self)))
    case ZIP_SOURCE_SEEK:
      guard let to = data?.assumingMemoryBound(to: zip_source_args_seek_t.self).pointee else {
        return -1
      }
      return Int64(zip_source_seek(file, to.offset, to.whence))
    default: return -1
    }
  }

  private func read(_ data: UnsafeMutableRawPointer?, length: UInt64) -> Int64 {
    let count = zip_source_read(file, data, length)
    bytesLeft -= max(0, count)
    guard bytesLeft < 0 else { return count }
    zip_error_set(&error, ZIP_ER_INCONS, 0)
    return -1
  }
}
