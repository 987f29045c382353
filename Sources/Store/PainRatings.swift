import Core
import SQLite

extension LogStore {
  /// Stores a pain rating.
  ///
  /// - Throws: ``StoreError``.
  package func insert(_ rating: PainRating) throws {
    try database.run(
      """
      INSERT INTO pain (id, at, utc_offset, zone, day, score_tenths, recall, woke, session_id, tie, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [rating.id.value] + rating.moment.values + [
        .integer(rating.score.tenths), .text(rating.recall.rawValue), Value(rating.woke),
        rating.session?.id.value ?? .null, Value(rating.session?.tie.rawValue), Value(rating.note),
      ])
    try insertParts(of: rating)
  }

  /// Stores the sites and triggers of a rating.
  func insertParts(of rating: PainRating) throws {
    for site in rating.sites {
      try database.run(
        "INSERT INTO pain_site (pain_id, site, side) VALUES (?, ?, ?)",
        [rating.id.value, .text(site.name), .text(site.side?.rawValue ?? "")])
    }
    for trigger in rating.triggers {
      try database.run(
        "INSERT INTO pain_trigger (pain_id, trigger) VALUES (?, ?)",
        [rating.id.value, .text(trigger)])
    }
  }

  /// The ratings of a window, newest first.
  ///
  /// - Throws: ``StoreError``.
  package func painRatings(_ window: EntryWindow = EntryWindow()) throws -> [PainRating] {
    let details = try Details(database)
    return try database.rows(LogStore.painColumns + window.clause("pain"), window.values) {
      try self.rating($0, details)
    }
  }

  /// The rating with this key, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func painRating(_ id: EntryID) throws -> PainRating? {
    let details = try Details(database)
    return try database.first(LogStore.painColumns + " WHERE id = ?", [id.value]) {
      try self.rating($0, details)
    }
  }

  private static let painColumns =
    """
    SELECT id, at, utc_offset, zone, day, score_tenths, recall, woke, session_id, tie, note FROM pain
    """

  private struct Details {
    let sites: Statement
    let triggers: Statement

    init(_ database: Database) throws {
      sites = try database.prepare("SELECT site, side FROM pain_site WHERE pain_id = ?")
      triggers = try database.prepare("SELECT trigger FROM pain_trigger WHERE pain_id = ?")
    }
  }

  private func rating(_ row: Statement, _ details: Details) throws -> PainRating {
    let id = try row.id(0)
    var sites: [PainSite] = []
    try details.sites.bind([id.value])
    while try details.sites.step() {
      sites.append(
        PainSite(name: details.sites.text(0), side: Side(rawValue: details.sites.text(1))))
    }
    var triggers: [String] = []
    try details.triggers.bind([id.value])
    while try details.triggers.step() { triggers.append(details.triggers.text(0)) }
    let tie = row.optionalText(9).flatMap { SessionTie(rawValue: $0) }
    return PainRating(
      id: id, moment: try row.moment(1), score: try readable(row.painScore(5), "score"),
      recall: try readable(Recall(rawValue: row.text(6)), "recall window"), sites: sites,
      triggers: triggers, woke: row.integer(7) != 0,
      session: try tie.map { (id: try row.id(8), tie: $0) }, note: row.optionalText(10))
  }
}
