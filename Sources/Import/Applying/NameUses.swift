/// The names in a file by use, and the lines of a map that are about them.
struct NameUses {
  private let names: [ImportedName]
  /// Names whose line must say which use it is about.
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
      let key = NameMapping.qualified(name.name, role: name.role)
      // A name may equal the line of another one.
      if plain.contains(key) { ambiguous.insert(name.name) }
      if ambiguous.contains(name.name) { qualified.insert(key) }
    }
    ambiguous.formUnion(plain.intersection(qualified))
    self.ambiguous = ambiguous
    keys = plain.union(self.names.map { NameMapping.qualified($0.name, role: $0.role) })
  }

  /// Whether a line is about a name in the file.
  func have(_ line: String) -> Bool { keys.contains(line) }

  /// The line for one use of a name.
  func key(of name: ImportedName, in mapping: NameMapping) -> String {
    ambiguous.contains(name.name) || mapping[name.name] != nil
      ? NameMapping.qualified(name.name, role: name.role) : name.name
  }

  /// Splits the names into those with a target in the map, and the others.
  ///
  /// A line may be about another use of its name, in this file or in an earlier one.
  ///
  /// - Throws: ``ImportFailure`` for a line of the user's that suits no use of its name.
  func parted(
    by mapping: NameMapping, given: NameMapping
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
      if name.role.suits(target),
        given[name.name] != nil || keeps(name, target: target, mapping: mapping)
      {
        settled.append(name)
        continue
      }
      let isSaid =
        given[NameMapping.qualified(name.name, role: name.role)] != nil
        || (given[name.name] != nil && !suited.contains(name.name))
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

  /// Whether a line from an earlier import is about this use of its name, and not about another that becomes
  /// such a target without a line.
  private func keeps(
    _ name: ImportedName, target: NameMapping.Target, mapping: NameMapping
  ) -> Bool {
    if target == .skip || !ambiguous.contains(name.name)
      || mapping[NameMapping.qualified(name.name, role: name.role)] != nil
    {
      return true
    }
    return name.role.becomes(target)
      || !names.contains { $0.name == name.name && $0.role.becomes(target) }
  }
}
