import Core

/// Assigns unique slugs to names.
struct FreeSlugs {
  private var taken: Set<String>
  private var numbers: [String: Int] = [:]

  init(taken: some Sequence<String>) { self.taken = Set(taken) }

  /// The slug of a name, with the first number that makes it free and acceptable.
  mutating func slug(_ name: String, where fits: (Slug) -> Bool = { _ in true }) -> Slug {
    let wanted = NameResolver.slug(name)
    var slug = wanted
    while taken.contains(slug.text) || !fits(slug) {
      // Counted on from the last number, since thousands of names may have no ASCII letters.
      let number = numbers[wanted.text, default: 2]
      numbers[wanted.text] = number + 1
      slug = FreeSlugs.numbered(wanted, number: number)
    }
    taken.insert(slug.text)
    return slug
  }

  private static func numbered(_ slug: Slug, number: Int) -> Slug {
    let ending = "-\(number)"
    var stem = slug.text.prefix(40 - ending.utf8.count)
    while stem.last == "-" { stem.removeLast() }
    return Slug(stored: stem + ending)
  }

  /// Whether a slug is the transliteration of a name, with or without a number.
  static func reads(_ name: String, as slug: Slug) -> Bool {
    let wanted = NameResolver.slug(name)
    if slug == wanted { return true }
    guard let cut = slug.text.lastIndex(of: "-"),
      let number = Int(slug.text[slug.text.index(after: cut)...])
    else { return false }
    return number > 1 && slug == numbered(wanted, number: number)
  }
}
