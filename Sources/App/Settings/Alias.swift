import Core

/// What an alias has to know of the command line.
package struct CommandNames: Sendable {
  /// Whether the program has a command of this name, which no alias may take.
  package let isCommand: @Sendable (String) -> Bool
  /// The place of the command among arguments, behind the options of every command.
  package let placeOfCommand: @Sendable ([String]) -> Int

  package init(
    isCommand: @escaping @Sendable (String) -> Bool = { _ in false },
    placeOfCommand: @escaping @Sendable ([String]) -> Int = { _ in 0 }
  ) {
    (self.isCommand, self.placeOfCommand) = (isCommand, placeOfCommand)
  }
}

/// A name of the user's for a command with its arguments, kept as the setting `alias.NAME`.
package struct Alias {
  /// What is typed behind `psoas`.
  package let name: String
  /// What it stands for, as it was given.
  package let line: String

  var key: String { Alias.prefix + name }

  package static let prefix = "alias."

  /// The arguments that it stands for.
  ///
  /// - Throws: ``InputError``.
  package func words() throws -> [String] { try ShellWords.split(line) }

  /// All that are set, by name. One that another program has given a name which none can have is
  /// nothing: a shell would take the signs in it for its own.
  package static func all(in stored: [String: String]) -> [Alias] {
    stored.keys.filter { $0.hasPrefix(prefix) }.sorted().compactMap { key in
      let name = String(key.dropFirst(prefix.count))
      return Slug(name)?.text == name ? Alias(name: name, line: stored[key] ?? "") : nil
    }
  }

  /// The alias of this name, or nil.
  package static func named(_ name: String, in stored: [String: String]) -> Alias? {
    stored[prefix + name].map { Alias(name: name, line: $0) }
  }

  /// A setting for an alias, which checks what it is set to.
  ///
  /// - Throws: ``InputError`` for a name that no alias can have.
  package static func setting(
    _ key: String, stored: [String: String], _ names: CommandNames
  ) throws -> Setting {
    let name = String(key.dropFirst(prefix.count))
    guard Slug(name)?.text == name else {
      throw InputError(
        "\(quoted(name)) cannot be an alias",
        hint: "use letters, digits and hyphens, such as 'alias.morning'")
    }
    guard !names.isCommand(name) else {
      throw InputError(
        "\(quoted(name)) is a command of psoas, so it cannot be an alias",
        hint: "use another name, such as 'alias.my-\(name)'")
    }
    return Setting(
      key: key, standard: "", help: "what 'psoas \(name)' runs",
      normalise: { line in
        guard try !ShellWords.split(line).isEmpty else {
          throw InputError(
            "the alias \(quoted(name)) would expand to nothing",
            hint: "give it a command, or take it away with 'psoas config \(key) --unset'")
        }
        guard line.utf8.count <= 4096,
          !line.unicodeScalars.contains(where: { $0 == "\n" || isHarmful($0) })
        else {
          throw InputError(
            "the alias \(quoted(name)) is too long or has control characters",
            hint: "keep it to one line of at most 4096 bytes")
        }
        var changed = stored
        changed[key] = line
        _ = try expand([name], stored: changed, names)
        return line
      })
  }

  /// The words with the alias in front replaced, again and again, until there is none; nil where there
  /// was none. Options of every command may stand before it.
  ///
  /// - Throws: ``InputError`` for aliases that lead back to themselves.
  package static func expand(
    _ arguments: [String], stored: [String: String], _ names: CommandNames
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
          "the alias \(quoted(alias.name)) leads back to itself: "
            + (seen + [alias.name]).joined(separator: ", "),
          hint: "give one of them a command, such as 'psoas config alias.\(alias.name) \"pain 4\"'")
      }
      seen.append(alias.name)
      words.replaceSubrange(place...place, with: try alias.words())
    }
  }
}
