import Core

/// Proposes exercises for another app's names that differ only in spelling.
///
/// Case, Unicode form, punctuation and spaces are ignored, as is `(Bodyweight)`, and the word left or right
/// gives the side. Nothing else is guessed: other names are left to the user, since a wrong exercise is worse
/// than none.
package struct NameProposals: Sendable {
  private var found: [String: Set<Slug>] = [:]

  /// Proposals from these exercises, by slug, name and alias.
  package init(_ exercises: some Sequence<Exercise>) {
    for exercise in exercises {
      for name in [exercise.slug.text, exercise.name] + exercise.aliases {
        found[NameProposals.normalised(name), default: []].insert(exercise.slug)
      }
    }
  }

  /// The exercise and side for a name; nil when the name is unknown or ambiguous.
  package func target(for name: String) -> NameMapping.Target? {
    // An exercise may have the word left or right in its own name.
    if let slug = only(NameProposals.normalised(name)) { return .exercise(slug, nil) }
    let words = NameProposals.normalised(name).split(separator: " ")
    let places = words.indices.filter { ["left", "right"].contains(words[$0]) }
    guard let place = places.first, places.count == 1,
      let side = Side(rawValue: String(words[place]))
    else { return nil }
    var rest = words
    // In `right side` the word side belongs to the side; in `side plank` it does not.
    if place + 1 < rest.count, rest[place + 1] == "side" { rest.remove(at: place + 1) }
    rest.remove(at: place)
    return only(rest.joined(separator: " ")).map { .exercise($0, side) }
  }

  /// The pain site in a name, such as `Knee Pain` or `Left hip`; nil for an unknown site.
  static func pain(_ name: String) -> NameMapping.Target? {
    var words = normalised(name).split(separator: " ").filter { $0 != "pain" }
    if words.isEmpty { return normalised(name).isEmpty ? nil : .pain(nil) }
    let sides = words.filter { ["left", "right"].contains($0) }
    words.removeAll { ["left", "right"].contains($0) }
    let place = words.joined(separator: "-")
    guard place.utf8.count > 2, sides.count < 2, let site = try? PainSite(place) else { return nil }
    return .pain(
      PainSite(name: site.name, side: sides.first.flatMap { Side(rawValue: String($0)) }))
  }

  /// Adds proposals to a map, which keeps its own lines.
  ///
  /// - Returns: the names without a proposal, sorted.
  package func complete(_ mapping: inout NameMapping, for names: some Sequence<String>) -> [String]
  {
    for name in mapping.unknown(of: names) { mapping[name] = target(for: name) }
    return mapping.unknown(of: names)
  }

  private func only(_ key: String) -> Slug? {
    guard let slugs = found[key], slugs.count == 1 else { return nil }
    return slugs.first
  }

  /// A name in lower case, with one space for each run of characters that are not letters or digits.
  static func normalised(_ name: String) -> String {
    var text = name.lowercased()
    for start in text.indices where text[start...].hasPrefix("(bodyweight)") {
      text.removeSubrange(start..<text.index(start, offsetBy: 12))
      break
    }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return words.joined(separator: " ")
  }
}
