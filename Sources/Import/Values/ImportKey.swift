import Core

/// Keys derived from what is imported, so that importing a file twice gives the same keys.
///
/// A key has the layout of UUID version 8 (RFC 9562, section 5.8): 48 bits of milliseconds, as in the
/// program's own keys (version 7), then 74 bits of a SipHash-2-4-128 over format, kind, start, title and the
/// number among equal ones. The milliseconds are those of the local clock treated as UTC, so that neither the
/// user's zone nor a later export changes a key.
package enum ImportKey {
  /// The kind of value.
  package enum Kind: String, Sendable {
    case session
    /// A pain rating.
    case pain
    /// A rating on another scale.
    case scale
    /// A daily factor.
    case factor
    case measurement
    /// A marked habit.
    case habit
  }

  /// The key of a value.
  ///
  /// - Parameters:
  ///   - format: the app's name, ``Format/rawValue``.
  ///   - title: distinguishes it from others of its kind and start, such as the session's name.
  ///   - occurrence: how many equal ones come before it in the file.
  package static func key(
    format: String, kind: Kind, start: CivilTime, title: String, occurrence: Int = 0
  ) -> EntryID {
    let hash = digest(
      format: format, kind: kind, start: start, title: title, occurrence: occurrence)
    return key(start: start, hash: hash)
  }

  /// The hash of an identity. Numbers have a fixed length and texts end with a byte that no text contains, so
  /// that different identities are different bytes. A change here would make every later import store
  /// everything again.
  static func digest(
    format: String, kind: Kind, start: CivilTime, title: String, occurrence: Int
  ) -> (UInt64, UInt64) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + title.utf8.count)
    for text in [format, kind.rawValue] {
      bytes += text.utf8
      bytes.append(0xFF)
    }
    let numbers = [
      start.day.number, start.time?.secondOfDay ?? -1, start.offsetMinutes ?? Int(Int32.min),
      occurrence,
    ]
    for number in numbers {
      for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }
    bytes += title.utf8
    return SipHash.hash128(bytes, key: (0x7073_6F61_7320_696D, 0x706F_7274_206B_6579))
  }

  /// The key for an entry of a different kind than its value's own key belongs to.
  static func other(_ key: EntryID, kind: EntryKind) -> EntryID {
    let hash = SipHash.hash128(
      key.bytes + kind.rawValue.utf8, key: (0x7073_6F61_7320_696D, 0x706F_7274_206B_6579))
    return EntryID(bytes: key.bytes.prefix(6) + tail(hash)) ?? key
  }

  /// The bytes after the time.
  private static func tail(_ hash: (UInt64, UInt64)) -> [UInt8] {
    var bytes = [
      0x80 | UInt8(truncatingIfNeeded: hash.0 >> 8) & 0x0F, UInt8(truncatingIfNeeded: hash.0),
    ]
    for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: hash.1 >> (56 - 8 * index))) }
    bytes[2] = bytes[2] & 0x3F | 0x80
    return bytes
  }

  /// - Parameter rank: milliseconds to shift a key among those with the same start, less than half a second.
  static func key(start: CivilTime, hash: (UInt64, UInt64), rank: Int = 0) -> EntryID {
    let seconds = max(0, start.clockSeconds - 60 * (start.offsetMinutes ?? 0))
    let milliseconds = max(0, seconds * 1000 + rank)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for index in 0..<6 { bytes.append(UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))) }
    bytes += tail(hash)
    guard let key = EntryID(bytes: bytes) else { preconditionFailure("a key has 16 bytes") }
    return key
  }
}

extension ImportKey {
  /// The rank of a part of the day relative to the day itself.
  static func rank(of part: DayPart?) -> Int {
    switch part {
    case .night: -400
    case .morning: -200
    case nil: 0
    case .midday: 200
    case .evening: 400
    }
  }

  /// The key that earlier versions gave the same value: at the full second.
  package static func unranked(_ key: EntryID) -> EntryID {
    let milliseconds = key.bytes.prefix(6).reduce(0) { $0 << 8 | Int($1) }
    let seconds = (milliseconds + 500) / 1000
    let bytes = (0..<6).map { UInt8(truncatingIfNeeded: seconds * 1000 >> (40 - 8 * $0)) }
    return EntryID(bytes: bytes + key.bytes.dropFirst(6)) ?? key
  }
}

/// Counts equal identities, so that the second of two equal ratings on a day has its own key.
struct KeyMaker {
  private let format: String
  private var counts: [UInt64: UInt32] = [:]
  /// The most different entries in a file, so that memory stays bounded.
  private static let most = 1_000_000

  init(format: Format) { self.format = format.rawValue }

  /// The key of a session, equal for all rows with the same start and title, and whether it was asked for
  /// before.
  mutating func session(start: CivilTime, title: String) throws -> (key: EntryID, seen: Bool) {
    try once(.session, at: start, title: title)
  }

  /// The key of something unique, and whether it was asked for before.
  mutating func once(
    _ kind: ImportKey.Kind, at start: CivilTime, title: String
  ) throws -> (key: EntryID, seen: Bool) {
    let hash = ImportKey.digest(
      format: format, kind: kind, start: start, title: title, occurrence: 0)
    return (ImportKey.key(start: start, hash: hash), try count(hash.1) > 0)
  }

  /// The key of anything else; equal ones each get their own.
  ///
  /// Without a time, several with the same day and title are distinguished by their content (`value`), so
  /// that a later export may have more of them in any order.
  ///
  /// Of two amounts on one day the one with the greater key counts. So keys are ordered by part of the day,
  /// and then as in the file.
  mutating func key(
    _ kind: ImportKey.Kind, at start: CivilTime, part: DayPart? = nil, title: String,
    value: Int? = nil
  ) throws -> EntryID {
    let said = start.time == nil ? value : nil
    let title = said.map { "\(title)\n=\($0)" } ?? title
    let first = ImportKey.digest(
      format: format, kind: kind, start: start, title: title, occurrence: 0)
    let occurrence = try count(first.1)
    let hash =
      occurrence == 0
      ? first
      : ImportKey.digest(
        format: format, kind: kind, start: start, title: title, occurrence: occurrence)
    return ImportKey.key(
      start: start, hash: hash, rank: ImportKey.rank(of: part) + min(occurrence, 99))
  }

  private mutating func count(_ hash: UInt64) throws -> Int {
    let before = counts[hash] ?? 0
    guard before > 0 || counts.count < KeyMaker.most else {
      throw ImportFailure(
        "the file has more than \(KeyMaker.most) different entries", hint: "import it in parts")
    }
    counts[hash] = before &+ 1
    return Int(before)
  }
}
