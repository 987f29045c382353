/// A name of an item in an index: its slug or an alias.
struct IndexedName: Sendable, Equatable {
  let name: String
  let slug: String
  /// The index of the item.
  let item: Int
}

/// Finds the item for a full name, an alias or a prefix.
package struct NameIndex<Item: Sendable>: Sendable {
  private(set) var items: [Item]
  /// Sorted, so that the names of the built-in exercises can be a constant: filling a dictionary would cost
  /// more than a command uses it.
  private(set) var names: [IndexedName]

  /// An empty index.
  package init() { self.init(items: [], names: []) }

  /// - Parameter names: already sorted.
  init(items: [Item], names: [IndexedName]) {
    self.items = items
    self.names = names
  }

  /// Adds an item under its slug and its aliases. A name that is taken stays with its first owner.
  package mutating func add(_ item: Item, slug: String, aliases: [String] = []) {
    for name in [slug] + aliases {
      let place = place(of: name)
      guard place == names.count || names[place].name != name else { continue }
      names.insert(IndexedName(name: name, slug: slug, item: items.count), at: place)
    }
    items.append(item)
  }

  /// The item with exactly this slug or alias.
  package func exactly(_ name: String) -> Item? {
    let place = place(of: name)
    return place < names.count && names[place].name == name ? items[names[place].item] : nil
  }

  /// The position of a name in the sorted list, or where it would be.
  private func place(of name: String) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The result of a lookup.
  package enum Match {
    /// One item.
    case one(Item)
    /// Several items start with it; their slugs, sorted.
    case several([String])
    /// None; the most similar slugs, best first, at most three.
    case none(nearest: [String])
  }

  /// Looks up a slug, an alias, or a unique prefix of either.
  package func match(_ name: String) -> Match {
    if let item = exactly(name) { return .one(item) }
    let found = names.filter { !name.isEmpty && $0.name.hasPrefix(name) }
    let slugs = Set(found.map(\.slug))
    if slugs.count == 1, let name = found.first { return .one(items[name.item]) }
    // `bird` means bird-dog although bird-dog-arms-only starts with it too: variants need more letters.
    if let base = slugs.min(by: { $0.utf8.count < $1.utf8.count }), let item = exactly(base),
      slugs.allSatisfy({ $0 == base || $0.hasPrefix(base + "-") })
    {
      return .one(item)
    }
    if slugs.count > 1 { return .several(slugs.sorted()) }
    return .none(nearest: nearest(to: name))
  }

  private func nearest(to name: String) -> [String] {
    // A longer name is not a typing error, and comparing it would waste time.
    guard (1...60).contains(name.utf8.count) else { return [] }
    let limit = min(name.utf8.count - 1, max(2, name.utf8.count / 3))
    var best: [String: Int] = [:]
    for entry in names {
      let whole = name.editDistance(to: entry.name)
      // A word within a longer name, such as `bridge` in `glute-bridge`, is similar as well.
      let parts = entry.name.split(separator: "-").map { name.editDistance(to: String($0)) + 1 }
      let distance = min(whole, parts.min() ?? whole)
      if distance <= limit { best[entry.slug] = min(distance, best[entry.slug] ?? distance) }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }
}

extension String {
  /// The edit distance to another text: insertions, deletions, substitutions and swaps of adjacent bytes
  /// (restricted Damerau–Levenshtein, over UTF-8).
  package func editDistance(to other: String) -> Int {
    let (a, b) = (Array(utf8), Array(other.utf8))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = Swift.min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
