import Core

/// What an alias needs to know about the command line.
package struct CommandNames: Sendable {
  /// Whether the program has a command with this name, which no alias may take.
  package let isCommand: @Sendable (String) -> Bool
  /// The index of the command among the arguments, after any common options.
  package let placeOfCommand: @Sendable ([String]) -> Int

  package init(
    isCommand: @escaping @Sendable (String) -> Bool = { _ in false },
    placeOfCommand: @escaping @Sendable ([String]) -> Int = { _ in 0 }
  ) {
    (self.isCommand, self.placeOfCommand) = (isCommand, placeOfCommand)
  }
}

/// A name the user gave to a command with its arguments, stored as the setting `alias.NAME`.
package struct Alias {
  /// What is typed after `psoas`.
  package let name: String
  /// What it stands for, as given.
  package let line: String

  var key: String { Alias.prefix + name }

  package static let prefix = "alias."

  /// The arguments that it stands for.
  ///
  /// - Throws: ``InputError``.
  package func words() throws -> [String] { try ShellWords.split(line) }

  /// All aliases that are set, by name. A name that no alias can have, written by another program, is
  /// ignored: a shell would act on the characters in it.
  package static func all(in stored: [String: String]) -> [Alias] {
    stored.keys.filter { $0.hasPrefix(prefix) }.sorted().compactMap { key in
      let name = String(key.dropFirst(prefix.count))
      return Slug(name)?.text == name ? Alias(name: name, line: stored[key] ?? "") : nil
    }
  }

  /// The alias with this name, or nil.
  package static func named(_ name: String, in stored: [String: String]) -> Alias? {
    stored[prefix + name].map { Alias(name: name, line: $0) }
  }

  /// The setting for an alias, which checks its value.
  ///
  /// - Throws: ``InputError`` for a name that no alias can have.
  package static func setting(
    _ key: String, stored: [String: String], names: CommandNames
  ) throws -> Setting {
    let name = String(key.dropFirst(prefix.count))
    guard Slug(name)?.text == name else {
      throw InputError(
        "\(name.quoted) cannot be an alias",
        hint: "use letters, digits and hyphens, such as 'alias.morning'")
    }
    guard !names.isCommand(name) else {
      throw InputError(
        "\(name.quoted) is a command of psoas, so it cannot be an alias",
        hint: "use another name, such as 'alias.my-\(name)'")
    }
    return Setting(
      key: key, standard: "", help: "what 'psoas \(name)' runs",
      normalise: { line in
        guard try !ShellWords.split(line).isEmpty else {
          throw InputError(
            "the alias \(name.quoted) would expand to nothing",
            hint: "give it a command, or take it away with 'psoas config \(key) --unset'")
        }
        guard line.utf8.count <= 4096,
          !line.unicodeScalars.contains(where: { $0 == "\n" || $0.isUnsafeToPrint })
        else {
          throw InputError(
            "the alias \(name.quoted) is too long or has control characters",
            hint: "keep it to one line of at most 4096 bytes")
        }
        var changed = stored
        changed[key] = line
        _ = try expand([name], stored: changed, names: names)
        return line
      })
  }

  /// The arguments with a leading alias replaced, repeatedly, until none is left; nil where there was none.
  /// Common options may come before it.
  ///
  /// - Throws: ``InputError`` for aliases that refer to each other in a circle.
  package static func expand(
    _ arguments: [String], stored: [String: String], names: CommandNames
  ) throws -> [String]? {
    var words = arguments
    var seen: [String] = []
    while true {
      let place = names.placeOfCommand(words)
      guard place < words.count, !names.isCommand(words[place]),
        let alias = named(words[place], in: stored)
      else { return seen.isEmpty ? nil : words }
      guard !seen.contains(alias.name) else {
        throw InputError(
          "the alias \(alias.name.quoted) leads back to itself: "
            + (seen + [alias.name]).joined(separator: ", "),
          hint: "give one of them a command, such as 'psoas config alias.\(alias.name) \"pain 4\"'")
      }
      seen.append(alias.name)
      words.replaceSubrange(place...place, with: try alias.words())
    }
  }
}
