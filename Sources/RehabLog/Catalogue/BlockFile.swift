/// A text file of blocks, each a `[slug]` line followed by `key: value` lines; `#` begins a comment
/// line. The catalogue ships in this form, so that it can be read and changed without the code.
struct BlockFile {
  /// One block.
  struct Block {
    let slug: Slug
    let line: Int
    var fields: [(key: String, value: String, line: Int)] = []

    /// The value of a key that may occur once; nil when it is missing.
    func value(_ key: String) throws -> String? {
      let found = fields.filter { $0.key == key }
      guard found.count <= 1 else {
        throw InputError("line \(found[1].line): '\(key)' stands twice in [\(slug)]")
      }
      return found.first?.value
    }

    /// The value of a key that must occur.
    func required(_ key: String) throws -> String {
      guard let value = try value(key) else {
        throw InputError("line \(line): [\(slug)] has no '\(key)'")
      }
      return value
    }

    /// The items of a comma-separated value; empty when the key is missing.
    func list(_ key: String) throws -> [String] {
      guard let value = try value(key) else { return [] }
      return value.split(separator: ",").map { trimmed($0) }
    }

    /// Refuses keys that the form does not have, which are slips of the pen.
    func allow(_ keys: [String]) throws {
      for field in fields where !keys.contains(field.key) {
        throw InputError(
          "line \(field.line): [\(slug)] cannot have '\(field.key)'",
          hint: "the keys are \(keys.joined(separator: ", "))")
      }
    }
  }

  /// The blocks in order.
  let blocks: [Block]

  /// Reads a file.
  ///
  /// - Throws: ``InputError`` with the line that does not fit.
  init(_ bytes: [UInt8]) throws {
    var blocks: [Block] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = trimmed(String(decoding: line, as: UTF8.self))
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix("["), text.hasSuffix("]") {
        guard let slug = Slug(text.dropFirst().dropLast()) else {
          throw InputError("line \(index + 1): \(quoted(text)) is no name in brackets")
        }
        blocks.append(Block(slug: slug, line: index + 1))
        continue
      }
      guard let colon = text.firstIndex(of: ":"), !blocks.isEmpty else {
        throw InputError(
          "line \(index + 1): \(quoted(text)) is neither '[name]' nor 'key: value'")
      }
      let value = trimmed(text[text.index(after: colon)...])
      blocks[blocks.count - 1].fields.append((String(text[..<colon]), value, index + 1))
    }
    self.blocks = blocks
  }
}

/// The text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = text[...]
  while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
  while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
  return String(rest)
}
