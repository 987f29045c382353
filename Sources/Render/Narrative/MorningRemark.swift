import Core

/// Says which sessions a morning rating answers.
package enum MorningRemark {
  package static func replaced(by other: PainRating) -> String {
    "of that morning the later rating counts, \(other.score) at \(other.moment.clock)"
  }

  /// - Parameter sessions: the sessions of the day before, oldest first.
  package static func answering(_ sessions: [Session], of day: Day) -> String {
    guard !sessions.isEmpty else {
      return "the day before, \(day.weekdayName) \(day), has no session in this log"
    }
    let names = sessions.map {
      "\($0.id.short): \(LogEntry.session($0, pain: PainAround()).summary)"
    }
    return "the morning after \(sessions.count == 1 ? "session" : "sessions") "
      + names.joined(separator: "; ")
  }
}
