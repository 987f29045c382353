/// The names of a file with what it uses them for, and which lines of a mapping are about them.
struct NameUses {
  private let names: [ImportedName]
  /// Names whose line has to say which use of them it means.
  private let ambiguous: Set<String>
  private let keys: Set<String>

  init(_ names: some Sequence<ImportedName>) {
    self.names = names.sorted()
    let plain = Set(self.names.map(\.name))
    var counts: [String: Int] = [:]
    for name in self.names { counts[name.name, default: 0] += 1 }
    var ambiguous = Set(counts.filter { $0.value > 1 }.keys)
    var qualified: Set<String> = []
    for name in self.names {
      let key = NameMapping.qualified(name.name, name.role)
      // A name may itself be written as the line of another.
      if plain.contains(key) { ambiguous.insert(name.name) }
      if ambiguous.contains(name.name) { qualified.insert(key) }
    }
    ambiguous.formUnion(plain.intersection(qualified))
    self.ambiguous = ambiguous
    keys = plain.union(self.names.map { NameMapping.qualified($0.name, $0.role) })
  }

  /// Whether a line is about a name of the file.
  func have(_ line: String) -> Bool { keys.contains(line) }

  /// The name of the line that a use of a name gets.
  func key(of name: ImportedName, in mapping: NameMapping) -> String {
    ambiguous.contains(name.name) || mapping[name.name] != nil
      ? NameMapping.qualified(name.name, name.role) : name.name
  }

  /// The names that a mapping has a target for, and the others.
  ///
  /// A line may be about another use of its name, in this file or in an earlier one.
  ///
  /// - Throws: ``ImportFailure`` for a line of the user's that suits no use of its name.
  func parted(
    by mapping: NameMapping, said: NameMapping
  ) throws -> (settled: [ImportedName], open: [ImportedName]) {
    let suited = Set(
      names.filter { name in mapping[name.name].map { name.role.suits($0) } ?? false }.map(\.name))
    var settled: [ImportedName] = []
    var open: [ImportedName] = []
    for name in names {
      guard let target = mapping.target(of: name) else {
        open.append(name)
        continue
      }
      if name.role.suits(target), said[name.name] != nil || keeps(name, target, mapping) {
        settled.append(name)
        continue
      }
      let isSaid =
        said[NameMapping.qualified(name.name, name.role)] != nil
        || (said[name.name] != nil && !suited.contains(name.name))
      guard !isSaid || name.role.suits(target) else {
        throw ImportFailure(
          "the mapping takes \(name.name.trimmed.quoted) for '\(target)', and in the file it is "
            + name.role.words,
          hint: "use \(name.role.forms)")
      }
      open.append(name)
    }
    return (settled, open)
  }

  /// Whether a line of an earlier import is about this use of its name, and not about another that
  /// becomes such a thing of its own accord.
  private func keeps(
    _ name: ImportedName, _ target: NameMapping.Target, _ mapping: NameMapping
  ) -> Bool {
    if target == .skip || !ambiguous.contains(name.name)
      || mapping[NameMapping.qualified(name.name, name.role)] != nil
    {
      return true
    }
    return name.role.becomes(target)
      || !names.contains { $0.name == name.name && $0.role.becomes(target) }
  }
}
