/// A command of the user, and when it was run.
package struct CommandRecord: Sendable, Equatable {
  /// When it was run.
  package let moment: Moment
  /// The command as typed, without the program's name and the common options.
  package let command: String

  package init(moment: Moment, command: String) {
    self.moment = moment
    self.command = command
  }
}

/// What a command did to the log.
package struct RecordedOperation: Sendable, Equatable {
  /// Whether it is in effect.
  package enum State: String, Sendable {
    /// In effect.
    case done
    /// Undone, and can be redone.
    case undone
    /// Undone, and something else has been done since.
    case final
  }

  /// Its number, from 1 up.
  package let number: Int
  /// The command and its moment.
  package let commandRecord: CommandRecord
  /// How many entries it added, changed and removed.
  package let entries: EntryCounts
  /// Whether it is in effect.
  package let state: State
  /// Whether the log still has the data needed to undo or redo it.
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

/// How many entries were added, changed and removed.
package struct EntryCounts: Sendable, Equatable {
  package var added: Int
  package var changed: Int
  package var removed: Int

  package init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }
}
