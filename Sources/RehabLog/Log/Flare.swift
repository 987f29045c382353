/// A time of clearly more pain than usual, as the user marked it.
public struct Flare: Sendable, Equatable {
  /// Its key.
  public let id: EntryID
  /// When it began.
  public let start: Moment
  /// When it ended; nil while it goes on.
  public let end: Moment?
  /// The user's note.
  public let note: String?

  /// A flare with all its parts.
  public init(id: EntryID, start: Moment, end: Moment? = nil, note: String? = nil) {
    self.id = id
    self.start = start
    self.end = end
    self.note = note
  }

  /// Whether a day belongs to it: from its first through its last day.
  public func covers(_ day: Day) -> Bool {
    start.day <= day && (end.map { day <= $0.day } ?? true)
  }

  /// Whether it touches a stretch of days.
  public func touches(_ days: ClosedRange<Day>) -> Bool {
    start.day <= days.upperBound && (end.map { days.lowerBound <= $0.day } ?? true)
  }
}
