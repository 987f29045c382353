import Core
import Import

/// A zip file whose list of files was checked before anything is unpacked.
///
/// Exports are text that an app packed for its user. What no export has is refused from the list
/// alone: names that lead out of a folder, encryption, files that share their bytes, and sizes that only
/// a file made to fill a disk has. Nothing is ever written to the disk.
package final class ZipArchive {
  /// A regular file of the zip.
  package struct Entry: Sendable {
    package let path: String
    /// How many bytes it has when it is unpacked, as the list says.
    package let size: UInt64
    /// Its place in the list.
    let index: UInt64
  }

  /// The regular files in the order of the list; folders and links are left out.
  package let entries: [Entry]
  private let file: ZipFile

  /// More files than this are refused; the largest exports have some thousands.
  package static let mostEntries = 10_000
  /// A file that has both more bytes than this when unpacked, and more than ``mostTimes`` times its bytes
  /// in the zip, is refused; so is a zip. The text of an export shrinks to a thirtieth.
  package static let mostBytes: UInt64 = 256 << 20
  /// See ``mostBytes``.
  package static let mostTimes: UInt64 = 200

  /// Opens a zip file and checks its list.
  ///
  /// - Throws: ``ImportFailure`` for one that cannot be read or is refused.
  package init(_ path: String) throws {
    file = try ZipFile(path)
    guard file.count <= ZipArchive.mostEntries else {
      throw ImportFailure(
        "the zip has more than \(ZipArchive.mostEntries) files",
        hint: "unpack it and give the file in it")
    }
    let listings = try (0..<file.count).map(file.listing)
    for listing in listings { try ZipArchive.check(listing, in: file) }
    try ZipArchive.checkTotals(listings, in: file)
    entries = zip(0..., listings).filter { $1.isFile }.map { index, listing in
      Entry(path: listing.path, size: listing.size, index: index)
    }
  }

  /// Gives a file of the zip piece by piece: nil at its end, when length and checksum were right.
  package func source(_ entry: Entry) throws -> ByteSource {
    let reader = try ZipEntryReader(entry, in: file)
    return { try reader.piece() }
  }

  private static func check(_ listing: ZipFile.Listing, in file: ZipFile) throws {
    let name = listing.path.quoted
    guard !listing.leadsElsewhere else {
      throw ImportFailure(
        "the zip holds \(name), which is no name within a folder",
        hint: "unpack it with care and give the file in it")
    }
    guard !listing.isFile || !listing.isEncrypted else {
      throw ImportFailure(
        "\(name) in the zip is encrypted", hint: "unpack it and give the file in it")
    }
    guard !listing.isFile || listing.isStored || listing.isDeflated else {
      throw ImportFailure(
        "\(name) in the zip is packed by method \(listing.method), which is not read",
        hint: "unpack it and give the file in it")
    }
    // 2^48 is beyond any disk, and keeps the sums and products of sizes within 64 bits.
    guard listing.packedSize <= file.size, listing.size <= 1 << 48 else {
      throw ZipArchive.unfit(listing.path)
    }
    if listing.isFile { try checkSize(listing.size, of: listing.packedSize, what: name) }
  }

  /// Bombs list one piece of packed bytes as many files, and so as more bytes than the zip has.
  private static func checkTotals(_ listings: [ZipFile.Listing], in file: ZipFile) throws {
    guard listings.reduce(0, { $0 + $1.packedSize }) <= file.size else {
      throw ImportFailure(
        "the zip has files that overlap", hint: "unpack it with care, or export it again")
    }
    try checkSize(listings.reduce(0) { $0 + $1.size }, of: file.size, what: "the zip")
  }

  private static func checkSize(_ size: UInt64, of packed: UInt64, what: String) throws {
    guard size <= mostBytes || size <= packed * mostTimes else {
      throw ImportFailure(
        "\(what) would be \(size >> 20) MiB when unpacked, over \(mostTimes) times its size",
        hint: "unpack it with care and give the file in it")
    }
  }

  /// Why a file is refused whose sizes or place in the list cannot be right.
  static func unfit(_ path: String) -> ImportFailure {
    ImportFailure(
      "the list of files in the zip does not fit \(path.quoted)",
      hint: "the zip is damaged; export it again")
  }
}

extension ZipFile.Listing {
  fileprivate var isFile: Bool { !isLink && !path.hasSuffix("/") }
  fileprivate var isStored: Bool { method == 0 }
  fileprivate var isDeflated: Bool { method == 8 }

  /// Whether the path is empty or could mean a place outside of the folder that it is unpacked into.
  fileprivate var leadsElsewhere: Bool {
    let bytes = Array(path.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return bytes.isEmpty || bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: "\\"))
      || parts.contains { $0.elementsEqual("..".utf8) }
      || (bytes.count > 1 && bytes[1] == UInt8(ascii: ":"))
  }
}
