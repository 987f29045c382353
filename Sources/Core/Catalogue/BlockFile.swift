/// A text file of blocks, each a `[kind name]` line followed by `key: value` lines; lines starting with `#`
/// are comments. The built-in catalogue and the users' own files have this format.
struct BlockFile {
  /// One line of a block.
  struct Field {
    let key: String
    let value: String
    let line: Int
  }

  /// One block.
  struct Block {
    /// What it defines: `exercise`, `routine`, `protocol` …
    let kind: String
    let slug: Slug
    let line: Int
    var fields: [Field] = []

    /// How the block is named in messages.
    var title: String { "[\(kind) \(slug)]" }

    /// The value of a key that may appear once; nil when it is missing.
    func value(_ key: String) throws -> String? {
      let found = fields.filter { $0.key == key }
      guard found.count <= 1 else {
        throw InputError(
          "line \(found[1].line): '\(key)' appears twice in \(title)", hint: "keep one of them")
      }
      return found.first?.value
    }

    /// The value of a required key.
    func required(_ key: String) throws -> String {
      guard let value = try value(key), !value.isEmpty else {
        throw InputError(
          "line \(line): \(title) has no '\(key)'", hint: "add a line '\(key): …' below it")
      }
      return value
    }

    /// The values of a key that may appear several times, in order.
    func all(_ key: String) -> [Field] { fields.filter { $0.key == key } }

    /// The lines of a key joined to one text; nil when it is missing.
    func text(_ key: String) -> String? {
      let lines = all(key).map(\.value)
      return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    /// The items of a comma-separated value; empty when the key is missing.
    func list(_ key: String) throws -> [String] {
      guard let value = try value(key) else { return [] }
      let items = value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
      guard !items.isEmpty else {
        throw InputError(
          "line \(lineOf(key)): '\(key)' names nothing", hint: "give it names, or leave it out")
      }
      guard items.count <= 50 else {
        throw InputError(
          "line \(lineOf(key)): '\(key)' names \(items.count) things", hint: "up to 50 are fine")
      }
      return items
    }

    /// The names in a comma-separated value; empty when the key is missing.
    func slugs(_ key: String) throws -> [Slug] {
      try list(key).map { name in
        guard let slug = Slug(name) else {
          throw InputError(
            "line \(lineOf(key)): \(name.quoted) is no name",
            hint: "names have letters a to z, digits and hyphens")
        }
        return slug
      }
    }

    /// The line of a key, or of the block if the key is missing.
    func lineOf(_ key: String) -> Int { all(key).first?.line ?? line }

    /// A yes-or-no value; no when the key is missing.
    func flag(_ key: String) throws -> Bool {
      switch try value(key) {
      case nil, "no": return false
      case "yes": return true
      case let other?:
        throw InputError(
          "line \(lineOf(key)): '\(key)' cannot be \(other.quoted)", hint: "use yes or no")
      }
    }

    /// Refuses unknown keys, which are typing errors.
    func allow(_ keys: [String]) throws {
      for field in fields where !keys.contains(field.key) {
        throw InputError(
          "line \(field.line): \(title) cannot have \(field.key.quoted)",
          hint: "the keys are \(keys.joined(separator: ", "))")
      }
    }
  }

  /// The blocks in order.
  let blocks: [Block]

  /// The size limit of a file, in bytes.
  static let mostBytes = 262_144

  /// Parses a file.
  ///
  /// - Throws: ``InputError`` with the invalid line.
  init(_ bytes: [UInt8]) throws {
    guard bytes.count <= BlockFile.mostBytes else {
      throw InputError(
        "the file is \(bytes.count) bytes long",
        hint: "a file of exercises, routines and protocols may have \(BlockFile.mostBytes)")
    }
    var blocks: [Block] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let read = String(validating: line, as: UTF8.self) else {
        throw InputError("line \(index + 1): this is not UTF-8", hint: "save the file as UTF-8")
      }
      let text = (index == 0 && read.hasPrefix("\u{FEFF}") ? String(read.dropFirst()) : read)
        .trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      if let bad = text.unicodeScalars.first(where: \.isUnsafeToPrint) {
        throw InputError(
          "line \(index + 1): there is the control character U+"
            + String(bad.value, radix: 16, uppercase: true), hint: "take it out")
      }
      if text.hasPrefix("[") {
        blocks.append(try BlockFile.heading(text, line: index + 1))
        continue
      }
      guard let colon = text.firstIndex(of: ":"), !blocks.isEmpty else {
        throw InputError(
          "line \(index + 1): \(text.quoted) is neither '[kind name]' nor 'key: value'",
          hint: "a block begins with a line such as [routine evening]")
      }
      let value = text[text.index(after: colon)...].trimmed
      blocks[blocks.count - 1].fields.append(
        Field(key: text[..<colon].trimmed, value: value, line: index + 1))
    }
    self.blocks = blocks
  }

  private static func heading(_ text: String, line: Int) throws -> Block {
    let words = text.hasSuffix("]") ? text.dropFirst().dropLast().split(separator: " ") : []
    guard words.count == 2, let slug = Slug(words[1]) else {
      throw InputError(
        "line \(line): \(text.quoted) is no '[kind name]'",
        hint: "write it like [routine evening] or [exercise heel-slide]")
    }
    return Block(kind: String(words[0]), slug: slug, line: line)
  }
}
