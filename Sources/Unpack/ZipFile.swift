import CZip
import Core
import Import
import System

/// A zip file that libzip has opened and whose list of files it has read.
///
/// libzip's own consistency check (`ZIP_CHECKCONS`) stays off: before 1.10.1 it refuses what the Archive
/// Utility of macOS makes, and Debian 12 has 1.7.3.
final class ZipFile {
  /// The length of the zip file in bytes.
  let size: UInt64
  let archive: OpaquePointer
  private let path: String

  /// What the list says about a file.
  struct Listing {
    let path: String
    let size: UInt64
    let packedSize: UInt64
    /// The number that the zip format gives to the method of compression.
    let method: UInt16
    let isEncrypted: Bool
    let isLink: Bool
  }

  /// Opens a zip file.
  ///
  /// - Throws: ``ImportFailure`` for one whose list cannot be read.
  init(_ path: String) throws {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let file = zip_source_file_create(path, 0, -1, &error) else {
      throw ZipFile.failure(path, error: &error)
    }
    let bytes = ZipSource(file)
    guard let source = bytes.opened(&error) else { throw ZipFile.failure(path, error: &error) }
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0,
      let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
    else {
      defer { zip_source_free(source) }
      throw ZipFile.failure(path, error: &error)
    }
    bytes.listIsRead()
    (self.archive, self.path, size) = (archive, path, status.size)
  }

  deinit { zip_discard(archive) }

  /// How many files, folders and links the list has.
  var count: UInt64 { UInt64(max(0, zip_get_num_entries(archive, 0))) }

  /// What the list says about the file at a place in it, counted from 0.
  func listing(_ index: UInt64) throws -> Listing {
    var status = zip_stat_t()
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
      zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
    else { throw ZipFile.withoutList(path) }
    // The upper half of the attributes is the mode of Unix, where the zip was made there.
    return Listing(
      path: String(cString: name), size: status.size, packedSize: status.comp_size,
      method: status.comp_method, isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE),
      isLink: Int32(system) == ZIP_OPSYS_UNIX && attributes >> 28 == 0xA)
  }

  private static func failure(_ path: String, error: inout zip_error_t) -> ImportFailure {
    switch zip_error_code_zip(&error) {
    case ZIP_ER_OPEN, ZIP_ER_READ:
      FileBytes.failure(path, error: SystemError(code: zip_error_code_system(&error)))
    case ZIP_ER_MEMORY:
      ImportFailure(
        "there is no memory for the list of files in \(path.quotedPath)",
        hint: "unpack it and give the file in it")
    default: withoutList(path)
    }
  }

  private static func withoutList(_ path: String) -> ImportFailure {
    ImportFailure(
      "the list of files in \(path.quotedPath) is missing or damaged",
      hint: "half of the zip may be missing; export it again")
  }
}
