/// What the user does: a command, and when.
public struct Act: Sendable, Equatable {
  /// When it is done.
  public let moment: Moment
  /// The command as it was typed, without the name of the program and the options that every command
  /// has.
  public let command: String

  /// A command at a moment.
  public init(moment: Moment, command: String) {
    self.moment = moment
    self.command = command
  }
}

/// What a command did to the log.
public struct Operation: Sendable, Equatable {
  /// Whether it holds.
  public enum State: String, Sendable {
    /// It holds.
    case done
    /// It was taken back, and can be done again.
    case undone
    /// It was taken back, and something else has been done since.
    case final
  }

  /// Its number: 1 and rising.
  public let number: Int
  /// The command and its moment.
  public let act: Act
  /// How many entries it added, changed and removed.
  public let entries: EntryCounts
  /// Whether it holds.
  public let state: State
  /// Whether the log still has what taking it back, or doing it again, needs.
  public let isKept: Bool

  /// An operation with its parts.
  public init(number: Int, act: Act, entries: EntryCounts, state: State, isKept: Bool) {
    self.number = number
    self.act = act
    self.entries = entries
    self.state = state
    self.isKept = isKept
  }
}

/// Numbers of entries that came, changed and went.
public struct EntryCounts: Sendable, Equatable {
  /// How many came.
  public var added: Int
  /// How many are different.
  public var changed: Int
  /// How many went.
  public var removed: Int

  /// Counts; none unless said.
  public init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }
}
