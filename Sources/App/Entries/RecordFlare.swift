import Analytics
import Core
import Render
import Store

extension Context {
  /// Stores the start of a flare.
  package func startFlare(_ details: EntryDetails) throws -> EntryConfirmation {
    let found = try existingLog()
    let flare = Flare(
      id: newID(), start: try moment(details.at, settings: try settings(found)), note: details.note)
    let log = try log(found)
    return try record(.flare(flare), in: log) {
      try check(flare, against: try log.flares())
      try log.insert(flare)
      return []
    }
  }

  /// No two flares start at the same moment.
  private func check(_ flare: Flare, against others: [Flare]) throws {
    if let going = others.first(where: { $0.end == nil }) {
      throw Failure(
        "a flare has been going on since \(going.start.label)",
        hint: "'psoas flare end' ends it, 'psoas rm \(going.id.short)' removes it")
    }
    if let around = others.first(where: { $0.covers(flare.start) }), let end = around.end {
      throw InputError(
        "\(flare.start.label) is within the flare of \(around.start.label) to \(end.label)",
        hint: "give another --at, or remove that flare with 'psoas rm \(around.id.short)'")
    }
    if let later = others.last(where: { flare.start.utc < $0.start.utc }) {
      throw InputError(
        "a flare from \(flare.start.label) on would overlap the one that began on "
          + later.start.label,
        hint: "enter flares in order: 'psoas rm \(later.id.short)' removes the later one")
    }
  }

  /// Ends the current flare. A note is added to the one it has.
  package func endFlare(_ details: EntryDetails) throws -> EntryConfirmation {
    let log = try requiredLog()
    let end = try moment(details.at, settings: try settings(log))
    return try record(in: log, week: end.day.week) {
      let flare = try ended(log, at: end, adding: details.note)
      try log.end(flare.id, at: end, note: flare.note)
      return (.flare(flare), [])
    }
  }

  private func ended(_ log: LogStore, at end: Moment, adding note: String?) throws -> Flare {
    guard let flare = try log.flares().first(where: { $0.end == nil }) else {
      throw Failure("no flare is going on", hint: "start one with 'psoas flare start'")
    }
    guard flare.start.utc <= end.utc else {
      throw InputError(
        "\(end.label) is before the flare began, on \(flare.start.label)",
        hint: "give a later --at, or remove it with 'psoas rm \(flare.id.short)'")
    }
    let notes = [flare.note, note].compactMap(\.self).joined(separator: "\n")
    return Flare(
      id: flare.id, start: flare.start, end: end,
      note: notes.isEmpty ? nil : try FreeText.note(notes))
  }

  /// All flares, newest first, with the load before each and how long recovery took.
  package func flareReport() throws -> FlareReport {
    let log = try requiredLog()
    let today = try moment(nil, settings: try settings(log)).day
    let report = try log.read {
      FlareReport(try log.flareRecords(), today: today, logBegins: try log.span()?.lowerBound)
    }
    if report.rows.isEmpty { note("no flares in this log") }
    return report
  }
}
