/// The pain that was rated around one session; what was not rated is nil and stays so.
package struct PainAround: Sendable, Equatable {
  /// Right before it.
  package var before: NPRSScore?
  /// Right after it.
  package var after: NPRSScore?
  /// On the morning of the user's next day.
  package var nextMorning: NPRSScore?

  /// Scores around a session.
  package init(before: NPRSScore? = nil, after: NPRSScore? = nil, nextMorning: NPRSScore? = nil) {
    self.before = before
    self.after = after
    self.nextMorning = nextMorning
  }

  /// Scores that are tied to a session, and that of the next morning, which its day ties to it.
  package init(_ tied: [SessionTie: NPRSScore], nextMorning: NPRSScore? = nil) {
    self.init(before: tied[.before], after: tied[.after], nextMorning: nextMorning)
  }

  /// By how many tenths of a point the pain after it was above that before it; nil without both.
  package var riseAfter: Int? { rise(to: after) }

  /// By how many tenths of a point the next morning was above the pain before it; nil without both.
  package var riseNextMorning: Int? { rise(to: nextMorning) }

  private func rise(to score: NPRSScore?) -> Int? {
    guard let before, let score else { return nil }
    return score.tenths - before.tenths
  }
}

/// A session with the pain around it.
package struct RatedSession: Sendable, Equatable {
  package let session: Session
  /// The pain around it.
  package let pain: PainAround

  /// A session with its scores.
  package init(_ session: Session, pain: PainAround) {
    self.session = session
    self.pain = pain
  }

  /// The highest pain during any of its exercises; nil when none was rated.
  package var during: NPRSScore? { session.entries.compactMap(\.pain).max() }
}
