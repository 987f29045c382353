import Analytics
import Core
import Render
import Store

/// What every entry has in common: note and moment.
package struct EntryDetails {
  /// As checked by ``FreeText/note(_:)``.
  package let note: String?
  /// The moment as typed; nil for now.
  package let at: String?

  package init(note: String? = nil, at: String? = nil) { (self.note, self.at) = (note, at) }
}

extension Context {
  /// Stores an entry in one transaction. The confirmation includes a line about its week.
  ///
  /// - Parameter insert: writes the entry, and returns remarks for the user.
  /// - Throws: ``StoreError``, and what `insert` throws.
  func record(
    _ entry: LogEntry, in log: LogStore, insert: () throws -> [String]
  ) throws -> EntryConfirmation {
    try record(in: log, week: entry.moment.day.week) { (entry, try insert()) }
  }

  /// Makes one change in one transaction. The confirmation shows the entry made or changed, and a line about
  /// its week.
  ///
  /// The line is read in the same transaction. The pages are already in memory, and once the entry is on disk
  /// nothing can fail in a way that would look as if it were not stored.
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
