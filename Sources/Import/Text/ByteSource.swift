/// Returns a file in pieces: any number of bytes per call, and nil at the end. An empty piece is not the end.
/// This module opens no files; its callers do.
package typealias ByteSource = () throws -> [UInt8]?

/// Opens a file and returns a source of its bytes from the start. Some files are read twice, see
/// ``DateOrder``.
package typealias ByteOpener = () throws -> ByteSource

/// A character encoding.
package enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16le = "utf-16le"
  /// UTF-16, high byte first.
  case utf16be = "utf-16be"
  /// Windows-1252, a superset of Latin-1's letters.
  case windows1252 = "windows-1252"

  /// The encoding with this name; `latin-1` and `iso-8859-1` mean Windows-1252, as in browsers (WHATWG
  /// Encoding Standard), and `utf-16` is resolved by its byte order mark.
  package init?(name: String) {
    switch name.lowercased() {
    case "latin-1", "latin1", "iso-8859-1", "cp1252": self = .windows1252
    case "utf8": self = .utf8
    case let other: self.init(rawValue: other)
    }
  }
}
