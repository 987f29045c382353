/// Hands out a file piece by piece: some bytes at each call, however many, and nil at its end. An
/// empty piece is no end. This module opens no files; whoever calls it does.
package typealias ByteSource = () throws -> [UInt8]?

/// Opens a file anew and hands out a source of its bytes from the beginning. Some files have to be
/// read twice, see ``DateOrder``.
package typealias ByteOpener = () throws -> ByteSource

/// How the characters of a file are written as bytes.
package enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16le = "utf-16le"
  /// UTF-16, high byte first.
  case utf16be = "utf-16be"
  /// Windows-1252, which holds all of Latin-1's letters.
  case windows1252 = "windows-1252"

  /// The encoding with this name; `latin-1` and `iso-8859-1` are read as Windows-1252, as browsers do
  /// (WHATWG Encoding Standard), and `utf-16` is found by its byte order mark.
  package init?(name: String) {
    switch name.lowercased() {
    case "latin-1", "latin1", "iso-8859-1", "cp1252": self = .windows1252
    case "utf8": self = .utf8
    case let other: self.init(rawValue: other)
    }
  }
}
