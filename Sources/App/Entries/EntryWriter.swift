import Analytics
import Core
import Render
import Store

/// What was entered beside the entry itself.
package struct EntryDetails {
  /// As ``FreeText/note(_:)`` made it.
  package let note: String?
  /// When it was, as it was typed; nil for now.
  package let at: String?

  package init(note: String? = nil, at: String? = nil) { (self.note, self.at) = (note, at) }
}

extension Context {
  /// Stores an entry in one transaction; its confirmation has a line about its week.
  ///
  /// - Parameter insert: writes the entry, and returns remarks for the user.
  /// - Throws: ``StoreError``, and what `insert` throws.
  func record(
    _ entry: LogEntry, in log: LogStore, insert: () throws -> [String]
  ) throws -> EntryConfirmation {
    try record(in: log, week: entry.moment.day.week) { (entry, try insert()) }
  }

  /// Does one change in one transaction. The confirmation is of the entry that it made or changed, with a
  /// line about a week.
  ///
  /// That line is read in the same transaction: the pages are at hand, and once the entry is on the disk
  /// nothing can fail that would look as if it were not.
  ///
  /// - Parameter change: writes, and returns the entry and remarks for the user.
  func record(
    in log: LogStore, week: Week, change: () throws -> (LogEntry, [String])
  ) throws -> EntryConfirmation {
    try log.write(commandRecord) {
      let (entry, remarks) = try change()
      guard wantsRemarks else { return EntryConfirmation(entry, remarks: remarks) }
      let line =
        (try? weekSentence(of: entry, week: week, log)) ?? "the week could not be read just now"
      return EntryConfirmation((try? log.answered(entry)) ?? entry, remarks: remarks + [line])
    }
  }

  private func weekSentence(of entry: LogEntry, week: Week, _ log: LogStore) throws -> String {
    let weeks = WeekSoFar.weeks(for: week)
    let aggregates = try log.briefAggregates(
      from: weeks.first, through: weeks.last, after: entry.kind)
    let soFar = WeekSoFar(aggregates, week: week)
    if case .measurement(let measurement) = entry { return soFar.sentence(for: measurement) }
    return soFar.sentence
  }
}
