import ArgumentParser
import Core
import Store

/// `psoas flare end`: ends the flare that goes on.
struct FlareEndCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "end", under: "psoas flare",
    abstract: "Mark the end of the flare that is going on.",
    usage: "psoas flare end [--at <when>] [--note <text>] [<options>]",
    discussion: """
      A note is added to the one that the flare has.

      Example: psoas flare end --at yesterday
      """)

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let note = try details.checkedNote()
    let log = try context.requiredLog()
    let end = try context.moment(details.at, try context.settings(log))
    try result.store(in: log, context, week: end.day.week) {
      let flare = try ended(log, at: end, adding: note)
      try log.end(flare.id, at: end, note: flare.note)
      return (.flare(flare), [])
    }
  }

  /// The flare that goes on, with its end.
  private func ended(_ log: LogStore, at end: Moment, adding note: String?) throws -> Flare {
    guard let flare = try log.flares().first(where: { $0.end == nil }) else {
      throw Failure("no flare is going on", hint: "begin one with 'psoas flare start'")
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
}
