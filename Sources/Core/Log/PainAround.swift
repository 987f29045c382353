/// The pain rated before and after one session; nil for a missing rating.
package struct PainAround: Sendable, Equatable {
  /// Right before it.
  package var before: NPRSScore?
  /// Right after it.
  package var after: NPRSScore?
  /// On the morning of the user's next day.
  package var nextMorning: NPRSScore?

  package init(before: NPRSScore? = nil, after: NPRSScore? = nil, nextMorning: NPRSScore? = nil) {
    self.before = before
    self.after = after
    self.nextMorning = nextMorning
  }

  /// Scores tied to a session, and the score of the next morning, which is tied to it by its day.
  package init(_ tied: [SessionTie: NPRSScore], nextMorning: NPRSScore? = nil) {
    self.init(before: tied[.before], after: tied[.after], nextMorning: nextMorning)
  }

  /// How many tenths of a point the pain after it was above that before it; nil without both.
  package var riseAfter: Int? { rise(to: after) }

  /// How many tenths of a point the next morning was above the pain before it; nil without both.
  package var riseNextMorning: Int? { rise(to: nextMorning) }

  private func rise(to score: NPRSScore?) -> Int? {
    guard let before, let score else { return nil }
    return score.tenths - before.tenths
  }
}

/// A session with its pain ratings.
package struct RatedSession: Sendable, Equatable {
  package let session: Session
  /// The pain around it.
  package let pain: PainAround

  package init(_ session: Session, pain: PainAround) {
    self.session = session
    self.pain = pain
  }

  /// The highest pain during any of its exercises; nil when none was rated.
  package var during: NPRSScore? { session.entries.compactMap(\.pain).max() }
}
