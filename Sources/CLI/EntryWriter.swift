import Analytics
import Core
import Render
import Store

extension ResultOptions {
  /// Stores an entry in one transaction and confirms it with a line about its week.
  ///
  /// - Parameter insert: writes the entry, and returns remarks for the user.
  /// - Throws: ``StoreError``, and what `insert` throws; ``Failure`` when only the confirmation
  ///   could not be written, which says so.
  func store(
    _ entry: LogEntry, in log: LogStore, _ context: Context, _ insert: () throws -> [String]
  ) throws {
    try store(in: log, context, week: entry.moment.day.week) { (entry, try insert()) }
  }

  /// Does one change in one transaction and confirms the entry that it made or changed, with a line
  /// about a week.
  ///
  /// The line is read in the same transaction: the pages are at hand, and once the entry is on the disk
  /// nothing can go wrong that would look as if it were not.
  ///
  /// - Parameter change: writes, and returns the entry and remarks for the user.
  /// - Throws: ``StoreError``, and what `change` throws; ``Failure`` when only the confirmation
  ///   could not be written, which says so.
  func store(
    in log: LogStore, _ context: Context, week: Week, _ change: () throws -> (LogEntry, [String])
  ) throws {
    let isSilent = isSilent(context)
    let (entry, remarks) = try log.write(context.commandRecord) {
      let (entry, remarks) = try change()
      if isSilent { return (entry, remarks) }
      let line = (try? weekSentence(entry, week, log)) ?? "the week could not be read just now"
      return ((try? log.answered(entry)) ?? entry, remarks + [line])
    }
    if isSilent { return }
    let confirmation = EntryConfirmation(entry, remarks: remarks)
    try afterwards("the entry is stored all the same, as \(entry.id.short)") {
      try emit(confirmation, context.style)
    }
  }

  private func weekSentence(_ entry: LogEntry, _ week: Week, _ log: LogStore) throws -> String {
    let weeks = WeekSoFar.weeks(for: week)
    let aggregates = try log.briefAggregates(
      from: weeks.first, through: weeks.last, after: entry.kind)
    let soFar = WeekSoFar(aggregates, week: week)
    if case .measurement(let measurement) = entry { return soFar.sentence(for: measurement) }
    return soFar.sentence
  }
}
