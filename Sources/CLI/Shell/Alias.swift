import Core
import Store

/// A name of the user's for a command with its words, kept as the setting `alias.NAME`.
struct Alias {
  /// What is typed behind `psoas`.
  let name: String
  /// What it stands for, as it was given.
  let line: String

  /// The key of the setting.
  var key: String { Alias.prefix + name }

  /// What stands before the name in the key of the setting.
  static let prefix = "alias."

  /// The words that it stands for.
  ///
  /// - Throws: ``InputError``.
  func words() throws -> [String] { try ShellWords.split(line) }

  /// All that are set, by name. One that another program has given a name which none can have is
  /// nothing: a shell would take the signs in it for its own.
  static func all(in stored: [String: String]) -> [Alias] {
    stored.keys.filter { $0.hasPrefix(prefix) }.sorted().compactMap { key in
      let name = String(key.dropFirst(prefix.count))
      return Slug(name)?.text == name ? Alias(name: name, line: stored[key] ?? "") : nil
    }
  }

  /// The alias of this name, or nil.
  static func named(_ name: String, in stored: [String: String]) -> Alias? {
    stored[prefix + name].map { Alias(name: name, line: $0) }
  }

  /// A setting for an alias, which checks what it is set to.
  ///
  /// - Throws: ``InputError`` for a name that no alias can have.
  static func setting(_ key: String, _ stored: [String: String]) throws -> Setting {
    let name = String(key.dropFirst(prefix.count))
    guard Slug(name)?.text == name else {
      throw InputError(
        "\(quoted(name)) cannot be an alias",
        hint: "use letters, digits and hyphens, such as 'alias.morning'")
    }
    guard !Psoas.isCommand(name) else {
      throw InputError(
        "\(quoted(name)) is a command of psoas, so it cannot be an alias",
        hint: "use another name, such as 'alias.my-\(name)'")
    }
    return Setting(
      key: key, standard: "", help: "what 'psoas \(name)' stands for",
      normalise: { line in
        guard try !ShellWords.split(line).isEmpty else {
          throw InputError(
            "the alias \(quoted(name)) would stand for nothing",
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
        _ = try expand([name], changed)
        return line
      })
  }

  /// The words with the alias in front replaced, again and again, until there is none; nil where there
  /// was none. Options of every command may stand before it.
  ///
  /// - Throws: ``InputError`` for aliases that lead back to themselves.
  static func expand(_ arguments: [String], _ stored: [String: String]) throws -> [String]? {
    var words = arguments
    var seen: [String] = []
    while true {
      let place = CommandLineWords.placeOfCommand(in: words)
      guard place < words.count, !Psoas.isCommand(words[place]),
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

  /// Whether there is a log whose aliases cannot be read just now, as far as a short look tells.
  static func areHidden(_ arguments: [String]) -> Bool {
    let given = ExternalCommand.value(of: "--db", in: arguments[...])
    guard let place = try? Context.place(given, Context.processEnvironment()) else { return false }
    return LogStore.exists(place.path) && LogStore.openReadOnly(place.path) == nil
  }

  /// The words of a command line that begins with an alias of the user's log, written out; nil where it
  /// does not.
  ///
  /// - Throws: ``InputError``.
  static func expanded(_ arguments: [String]) throws -> [String]? {
    let given = ExternalCommand.value(of: "--db", in: arguments[...])
    let place = try Context.place(given, Context.processEnvironment())
    guard let log = LogStore.openCurrent(place.path) else { return nil }
    return try expand(arguments, try log.settings())
  }
}
