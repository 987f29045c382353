import Core
import SQLite

// How sessions and their ratings find each other. Scores before and after are stored with the session that
// they belong to. The next morning's rating is found by day alone, so it also covers a session that is
// entered later, and it stays when a session is removed.

extension LogStore {
  /// The statements behind ``responses(_:)``, visible to the tests that read their plans.
  package enum ResponseQuery {
    /// The scores stored with a session.
    package static let tied = "SELECT tie, score_tenths FROM pain WHERE session_id = ?"

    /// The morning rating that counts: the latest of its day.
    package static let morning =
      """
      SELECT id, score_tenths FROM pain WHERE recall = 'morning' AND day = ?
      ORDER BY at DESC, id DESC LIMIT 1
      """

    /// The sessions of a day, in order.
    package static let sessions = "SELECT id FROM session WHERE day = ? ORDER BY at, id"
  }

  /// The sessions of a window with the pain before, after and the next morning, newest first. The next
  /// morning may be outside the window.
  ///
  /// - Throws: ``StoreError``.
  package func responses(_ window: EntryWindow = EntryWindow()) throws -> [RatedSession] {
    let ratings = try Ratings(database)
    return try sessions(window).map {
      RatedSession($0, pain: try ratings.around($0.id, on: $0.moment.day))
    }
  }

  /// Adds to an entry what its day provides: to a session the next morning's score, to a morning rating the
  /// sessions that it answers. Known scores stay.
  ///
  /// - Throws: ``StoreError``.
  package func answered(_ entry: LogEntry) throws -> LogEntry {
    switch entry {
    case .session(let session, var pain):
      let next = Value.integer(session.moment.day.adding(1).number)
      pain.nextMorning = try database.first(ResponseQuery.morning, values: [next]) {
        try $0.score(1)
      }
      return .session(session, pain: pain)
    case .pain(let rating, _) where rating.recall == .morning:
      return .pain(rating, answers: try Ratings(database).answered(by: rating))
    default: return entry
    }
  }

  /// The morning rating that counts for a day, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func morningRating(of day: Day) throws -> PainRating? {
    guard let found = try Ratings(database).morning(after: day.adding(-1)) else { return nil }
    return try painRating(found.id)
  }

  /// The keys of the ratings before and after a session, except those whose day does not match their moment:
  /// no window includes them, and `psoas doctor` names them.
  ///
  /// - Throws: ``StoreError``.
  package func ratings(of session: EntryID) throws -> [EntryID] {
    try database.rows(
      """
      SELECT id FROM pain WHERE session_id = ? AND at BETWEEN (day - 2) * 86400 AND (day + 3) * 86400
      ORDER BY tie DESC
      """, values: [session.value]
    ) { try $0.id(0) }
  }

  /// The prepared statements, for many sessions.
  struct Ratings {
    private let tied: Statement
    private let morning: Statement
    private let sessions: Statement

    init(_ database: Database) throws {
      tied = try database.prepare(ResponseQuery.tied)
      morning = try database.prepare(ResponseQuery.morning)
      sessions = try database.prepare(ResponseQuery.sessions)
    }

    /// The ratings of a session.
    func around(_ session: EntryID, on day: Day) throws -> PainAround {
      var scores: [SessionTie: NPRSScore] = [:]
      try tied.bind([session.value])
      while try tied.step() {
        let tie = try StoreError.required(SessionTie(rawValue: tied.text(0)), what: "tie")
        scores[tie] = try tied.score(1)
      }
      return PainAround(scores, nextMorning: try morning(after: day)?.score)
    }

    /// The morning rating that counts after a day.
    func morning(after day: Day) throws -> (id: EntryID, score: NPRSScore)? {
      try morning.bind([.integer(day.adding(1).number)])
      guard try morning.step() else { return nil }
      return (try morning.id(0), try morning.score(1))
    }

    /// The sessions of the day before a morning rating; none when a later rating counts instead.
    func answered(by rating: PainRating) throws -> [EntryID] {
      let day = rating.moment.day.adding(-1)
      guard try morning(after: day)?.id == rating.id else { return [] }
      var ids: [EntryID] = []
      try sessions.bind([.integer(day.number)])
      while try sessions.step() { ids.append(try sessions.id(0)) }
      return ids
    }
  }
}
