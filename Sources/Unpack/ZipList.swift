import Core
import Import

/// The list at the end of a zip file, held against what the file itself can be.
struct ZipList {
  private let file: ZipBytesReader
  /// The places of all files in the zip.
  private var places: [Range<UInt64>] = []
  private var size: UInt64 = 0
  private var list: [UInt8]
  private let start: UInt64
  private let count: UInt64

  /// Finds the list.
  ///
  /// - Throws: ``ImportFailure`` where there is none.
  init(_ file: ZipBytesReader) throws {
    self.file = file
    // The end is behind the list, and behind it a comment of at most 65,535 bytes.
    let from = file.count - min(file.count, 65_557)
    let tail = try file.bytes(at: from, 65_557)
    let found = tail.indices.dropLast(21).last { at in
      tail[at] == 0x50 && ZipFields(tail[at..<at + 4]).isPart(0x0605)
        && at + 22 + Int(tail[at + 20]) + Int(tail[at + 21]) << 8 <= tail.count
    }
    guard let found else { throw file.withoutList() }
    let end = ZipFields(tail[found..<found + 22])
    var (count, length, start) = (end.number(10, 2), end.number(12, 4), end.number(16, 4))
    if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      // Zip64: another end, whose place stands before this one.
      let place = from + UInt64(found)
      let pointer = ZipFields(try file.bytes(at: place - min(place, 20), 20))
      if pointer.isPart(0x0706) {
        let large = ZipFields(try file.bytes(at: pointer.number(8, 8), 56))
        guard large.isPart(0x0606) else { throw file.withoutList() }
        (count, length, start) = (large.number(32, 8), large.number(40, 8), large.number(48, 8))
      }
    }
    guard count <= ZipArchive.mostEntries else {
      throw ImportFailure(
        "the zip holds more than \(ZipArchive.mostEntries) files",
        hint: "unpack it and give the file in it")
    }
    guard length <= ZipList.longest, start <= file.count, length <= file.count - start else {
      throw file.withoutList()
    }
    list = try file.bytes(at: start, Int(length))
    (self.start, self.count) = (start, count)
  }

  /// A longer list than so many files of usual names have is refused.
  private static let longest = 16 << 20

  /// The regular files.
  ///
  /// - Throws: ``ImportFailure`` for a list that is damaged or refused.
  mutating func entries() throws -> [ZipArchive.Entry] {
    var entries: [ZipArchive.Entry] = []
    var at = 0
    for _ in 0..<count {
      guard at + 46 <= list.count else { throw file.withoutList() }
      let head = ZipFields(list[at..<at + 46])
      let (name, extra) = (Int(head.number(28, 2)), Int(head.number(30, 2)))
      let end = at + 46 + name + extra + Int(head.number(32, 2))
      guard head.isPart(0x0201), end <= list.count else { throw file.withoutList() }
      let path = list[at + 46..<at + 46 + name]
      let more = list[at + 46 + name..<at + 46 + name + extra]
      if let entry = try entry(head, Array(path), Array(more)) { entries.append(entry) }
      at = end
    }
    places.sort { $0.lowerBound < $1.lowerBound }
    for (first, second) in zip(places, places.dropFirst())
    where second.lowerBound < first.upperBound {
      throw ImportFailure(
        "the zip holds files one within the other", hint: "unpack it with care, or export it again")
    }
    try checkSize(size, of: file.count, "the zip")
    return entries
  }

  private mutating func entry(
    _ head: ZipFields, _ path: [UInt8], _ extra: [UInt8]
  ) throws -> ZipArchive.Entry? {
    let name = String(decoding: path, as: UTF8.self)
    try ZipList.checkName(path, name)
    let instrument = head.number(10, 2)
    // The upper half is the mode of Unix, where the zip was made there.
    let isLink = head.number(5, 1) == 3 && head.number(40, 2) & 0xF000 == 0xA000
    let isFile = !isLink && path.last != UInt8(ascii: "/")
    guard !isFile || head.number(8, 2) & 1 == 0 else {
      throw ImportFailure(
        "\(quoted(name)) in the zip is encrypted", hint: "unpack it and give the file in it")
    }
    guard !isFile || instrument == 0 || instrument == 8 else {
      throw ImportFailure(
        "\(quoted(name)) in the zip is packed by method \(instrument), which is not read",
        hint: "unpack it and give the file in it")
    }
    let sizes = ZipList.sizes(head, extra)
    let place = try place(head, path, sizes, name)
    if !isFile { return nil }
    try checkSize(sizes.size, of: sizes.packed, quoted(name))
    return ZipArchive.Entry(
      path: name, size: sizes.size, place: place, isPacked: instrument == 8,
      crc: UInt32(head.number(16, 4)))
  }

  /// The sizes and the place in the list, or behind it where they are of zip64.
  private static func sizes(
    _ head: ZipFields, _ extra: [UInt8]
  ) -> (packed: UInt64, size: UInt64, start: UInt64) {
    var (packed, size, start) = (head.number(20, 4), head.number(24, 4), head.number(42, 4))
    let fields = ZipFields(extra)
    var at = 0
    while at + 4 <= extra.count, fields.number(at, 2) != 1 {
      at += 4 + Int(fields.number(at + 2, 2))
    }
    at += 4
    func large(_ value: inout UInt64) {
      guard value == 0xFFFF_FFFF, at + 8 <= extra.count else { return }
      value = fields.number(at, 8)
      at += 8
    }
    large(&size)
    large(&packed)
    large(&start)
    return (packed, size, start)
  }

  private static func checkName(_ path: [UInt8], _ name: String) throws {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isWild =
      path.isEmpty || path.first == UInt8(ascii: "/") || path.contains(0)
      || path.contains(UInt8(ascii: "\\")) || parts.contains { $0.elementsEqual("..".utf8) }
      || (path.count > 1 && path[1] == UInt8(ascii: ":"))
    guard !isWild else {
      throw ImportFailure(
        "the zip holds \(quoted(name)), which is no name within a folder",
        hint: "unpack it with care and give the file in it")
    }
  }

  /// Where the bytes of a file are. Its own head has to say what the list says.
  private mutating func place(
    _ head: ZipFields, _ path: [UInt8], _ sizes: (packed: UInt64, size: UInt64, start: UInt64),
    _ name: String
  ) throws -> Range<UInt64> {
    let own = ZipFields(try file.bytes(at: sizes.start, 30 + path.count))
    let first = sizes.start.addingReportingOverflow(30 + own.number(26, 2) + own.number(28, 2))
    guard own.isPart(0x0403), own.number(8, 2) == head.number(10, 2),
      own.bytes.dropFirst(30).elementsEqual(path), own.number(26, 2) == path.count,
      !first.overflow, first.partialValue <= start, sizes.packed <= start - first.partialValue,
      sizes.size <= 1 << 48
    else {
      throw ImportFailure(
        "the list of files in the zip does not fit \(quoted(name))",
        hint: "the zip is damaged; export it again")
    }
    let end = first.partialValue + sizes.packed
    places.append(sizes.start..<end)
    size += sizes.size
    return first.partialValue..<end
  }

  private func checkSize(_ size: UInt64, of packed: UInt64, _ what: String) throws {
    // Neither is over 2^48 here.
    guard size <= ZipArchive.mostBytes || size <= packed * ZipArchive.mostTimes else {
      throw ImportFailure(
        "\(what) would be \(size >> 20) MiB when unpacked, over \(ZipArchive.mostTimes) times its size",
        hint: "unpack it with care and give the file in it")
    }
  }
}
