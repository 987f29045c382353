/// A pain score on the 0–10 numeric rating scale (NPRS), in points with at most one decimal.
package struct NPRSScore: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Tenths of a point, 0 to 100.
  package let tenths: Int

  /// A score read back from the log, or nil outside 0–10.
  package init?(tenths: Int) {
    guard (0...100).contains(tenths) else { return nil }
    self.tenths = tenths
  }

  /// Parses a score.
  ///
  /// - Throws: ``InputError`` for anything but 0–10 with at most one decimal.
  package init(_ text: String, for what: String = "pain score") throws {
    guard let number = Decimal(text, places: 1), let score = NPRSScore(tenths: number.scaled) else {
      throw InputError(
        "the \(what) \(text.quoted) is not on the scale",
        hint: "use 0 (no pain) to 10 (worst imaginable), with at most one decimal, such as 4 or 3.5"
      )
    }
    self = score
  }

  /// The score in points.
  package var points: Double { Double(tenths) / 10 }

  package static func < (left: NPRSScore, right: NPRSScore) -> Bool { left.tenths < right.tenths }

  /// The score as people write it, `4` or `3.5`.
  package var description: String { Decimal.text(tenths: tenths) }
}

/// The period that a pain rating is about. Ratings of different periods are never mixed in one series.
package enum Recall: String, CaseIterable, Sendable {
  /// Pain at this moment.
  case now
  /// The average of the last 24 hours.
  case average
  /// The worst of the last 24 hours.
  case worst
  /// On getting up; it also answers the sessions of the day before.
  case morning
}

/// How a rating belongs to a session.
package enum SessionTie: String, Sendable {
  /// Rated before the session.
  case before
  /// Rated right after it.
  case after
}

/// Where it hurts.
package struct PainSite: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// One of ``PainSite/names``.
  package let name: String
  /// The side, if given.
  package let side: Side?

  /// The sites that can be logged, from the back outwards.
  package static let names = [
    "low-back", "mid-back", "upper-back", "neck", "si-joint", "tailbone", "buttock", "hip", "groin",
    "abdomen", "thigh", "knee", "leg", "calf", "foot",
  ]

  private static let aliases: [String: String] = [
    "back": "low-back", "lumbar": "low-back", "lower-back": "low-back", "sacroiliac": "si-joint",
    "sacrum": "si-joint", "coccyx": "tailbone", "glute": "buttock", "shin": "leg",
    "hamstring": "thigh", "ankle": "foot",
  ]

  private static let index: NameIndex<String> = {
    var index = NameIndex<String>()
    for name in names {
      index.add(name, slug: name, aliases: aliases.filter { $0.value == name }.keys.sorted())
    }
    return index
  }()

  /// A site read back from the log.
  package init(name: String, side: Side?) {
    self.name = name
    self.side = side
  }

  /// Parses `low-back`, `buttock:left`, or a unique prefix of a site's name.
  ///
  /// - Throws: ``InputError`` that lists the sites.
  package init(_ text: String) throws {
    let parts = text.lowercased().split(separator: ":", omittingEmptySubsequences: false)
    let sites = PainSite.names.joined(separator: ", ")
    guard parts.count <= 2, let slug = Slug(parts[0]) else {
      throw InputError("there is no site \(text.quoted)", hint: "the sites are \(sites)")
    }
    switch PainSite.index.match(slug.text) {
    case .one(let name): self.name = name
    case .several(let names):
      throw InputError(
        "the site \(text.quoted) could be \(names.joined(separator: " or "))",
        hint: "give more letters")
    case .none: throw InputError("there is no site \(text.quoted)", hint: "the sites are \(sites)")
    }
    side = try parts.count == 2 ? Side(String(parts[1])) : nil
  }

  /// The site as typed, `buttock:left`.
  package var description: String { side.map { "\(name):\($0.rawValue)" } ?? name }

  package static func < (left: PainSite, right: PainSite) -> Bool {
    left.description < right.description
  }
}
