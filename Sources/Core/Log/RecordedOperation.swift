/// What the user does: a command, and when.
package struct CommandRecord: Sendable, Equatable {
  /// When it is done.
  package let moment: Moment
  /// The command as it was typed, without the name of the program and the options that every command
  /// has.
  package let command: String

  /// A command at a moment.
  package init(moment: Moment, command: String) {
    self.moment = moment
    self.command = command
  }
}

/// What a command did to the log.
package struct RecordedOperation: Sendable, Equatable {
  /// Whether it holds.
  package enum State: String, Sendable {
    /// It holds.
    case done
    /// It was undone, and can be redone.
    case undone
    /// It was undone, and something else has been done since.
    case final
  }

  /// Its number: 1 and rising.
  package let number: Int
  /// The command and its moment.
  package let commandRecord: CommandRecord
  /// How many entries it added, changed and removed.
  package let entries: EntryCounts
  /// Whether it holds.
  package let state: State
  /// Whether the log still has what taking it back, or doing it again, needs.
  package let isKept: Bool

  package init(
    number: Int, commandRecord: CommandRecord, entries: EntryCounts, state: State, isKept: Bool
  ) {
    self.number = number
    self.commandRecord = commandRecord
    self.entries = entries
    self.state = state
    self.isKept = isKept
  }
}

/// Numbers of entries that came, changed and went.
package struct EntryCounts: Sendable, Equatable {
  /// How many came.
  package var added: Int
  /// How many are different.
  package var changed: Int
  /// How many went.
  package var removed: Int

  /// Counts; none unless said.
  package init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }
}
