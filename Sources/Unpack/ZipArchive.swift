import Core
import Import

/// A zip file whose list of files was looked through before anything is unpacked.
///
/// Exports are small parcels of text that an app made for its user. What no such parcel has is refused
/// at the list already: names that lead out of a folder, encryption, files one within the other, and
/// sizes that only a parcel made to fill a disk has. Nothing is ever written to a disk.
///
/// The list is read here (PKWARE APPNOTE 6.3.10, with zip64) and zlib unpacks. Debian's minizip takes no
/// zip64, which an export of more than 4 GiB is, and there is no libzip to link whole.
package final class ZipArchive {
  /// A regular file of the zip.
  package struct Entry: Sendable {
    /// Its path, with U+FFFD for what is not UTF-8.
    package let path: String
    /// How many bytes it has when it is unpacked, as the list says.
    package let size: UInt64
    /// Where its bytes are in the zip.
    let place: Range<UInt64>
    let isPacked: Bool
    let crc: UInt32
  }

  /// The regular files in the order of the list; folders and links are left out.
  package let entries: [Entry]
  private let file: ZipBytesReader

  /// More files than this are refused; the largest exports have some thousands.
  package static let mostEntries = 10_000
  /// A zip that is both this much bigger and of this many times its size when unpacked is refused. Text
  /// like that of an export shrinks to a thirtieth.
  package static let mostBytes: UInt64 = 256 << 20
  /// See ``mostBytes``.
  package static let mostTimes: UInt64 = 200

  /// Opens a zip file and looks through its list.
  ///
  /// - Throws: ``ImportFailure`` for one that cannot be read or is refused.
  package init(_ path: String) throws {
    file = try ZipBytesReader(path)
    var list = try ZipList(file)
    entries = try list.entries()
  }

  /// Hands out a file of the zip piece by piece: nil at its end, when length and checksum were right.
  package func source(_ entry: Entry) throws -> ByteSource {
    let unpacker = try ZipUnpacker(entry, file)
    return { try unpacker.piece() }
  }
}

/// How much of a file is read at a time.
let pieceSize = 1 << 18
