import Core
import System

/// The system's time zone, by glibc's rules. In static builds Foundation's zones silently become GMT.
enum SystemZone {
  /// The zone in `TZ`, or the system's when that is not set.
  ///
  /// - Throws: ``InputError`` when `TZ` has a name that the system does not know, which glibc would silently
  ///   take as UTC.
  static func current(_ environment: [String: String]) throws -> Zone {
    guard let setting = environment["TZ"] else { return zone(named: systemName()) }
    let name = setting.hasPrefix(":") ? String(setting.dropFirst()) : setting
    if name.isEmpty { return zone(named: "UTC") }
    guard isKnown(name, folder: environment["TZDIR"] ?? "/usr/share/zoneinfo") || isRule(name)
    else {
      throw InputError(
        "the time zone \(setting.quoted) in TZ is not known here",
        hint: "use a name such as Europe/Berlin or UTC, as /usr/share/zoneinfo has them")
    }
    return zone(named: name)
  }

  /// Whether a log may use this name for a zone: the system knows it, it is a rule or an offset, or our own
  /// name for an unnamed zone.
  static func knows(_ name: String, environment: [String: String]) -> Bool {
    let folder = environment["TZDIR"] ?? "/usr/share/zoneinfo"
    // Where the system has no zone files, no name can be called unknown.
    if !FileSystem.allows(.read, path: folder) || name == "local" { return true }
    return isKnown(name, folder: folder) || isRule(name) || isOffset(name)
  }

  /// Whether a name is an offset such as `+01:00`.
  private static func isOffset(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":")
    else { return false }
    return [1, 2, 4, 5].allSatisfy { bytes[$0].isASCIIDigit }
  }

  private static func zone(named name: String) -> Zone {
    SystemClock.readZone()
    return Zone(name: name) { SystemClock.localOffset(at: $0) }
  }

  private static func isKnown(_ name: String, folder: String) -> Bool {
    if ["UTC", "GMT", "Etc/UTC"].contains(name) { return true }
    guard !name.split(separator: "/").contains("..") else { return false }
    // Every compiled zone file starts with these bytes (RFC 8536); the folder has other files too.
    let file = try? File(name.hasPrefix("/") ? name : "\(folder)/\(name)")
    return (try? file?.read(4, at: 0)) == Array("TZif".utf8)
  }

  /// A POSIX rule such as `CET-1CEST`: at least three letters and an offset.
  private static func isRule(_ name: String) -> Bool {
    let letters: Substring
    if name.hasPrefix("<"), let end = name.firstIndex(of: ">") {
      letters = name[name.index(after: name.startIndex)..<end]
      let rest = name[name.index(after: end)...]
      return letters.utf8.count >= 3 && rest.first.map { "+-0123456789".contains($0) } == true
    }
    letters = name.prefix { $0.isASCII && $0.isLetter }
    let rest = name.dropFirst(letters.count)
    return letters.utf8.count >= 3 && rest.first.map { "+-0123456789".contains($0) } == true
  }

  /// The name that /etc/localtime points to, or the one in /etc/timezone, or `local`.
  private static func systemName() -> String {
    let mark = "zoneinfo/"
    if let target = FileSystem.target(ofLink: "/etc/localtime") {
      var rest = target[...]
      while !rest.isEmpty, !rest.hasPrefix(mark) { rest = rest.dropFirst() }
      if rest.utf8.count > mark.utf8.count { return String(rest.dropFirst(mark.count)) }
    }
    return FileSystem.allows(.read, path: "/etc/localtime") ? "local" : "UTC"
  }
}
