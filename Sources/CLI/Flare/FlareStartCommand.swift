import ArgumentParser
import Core
import Store

/// `psoas flare start`: stores a flare that goes on.
struct FlareStartCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "start", under: "psoas flare",
    abstract: "Mark the beginning of a flare.",
    usage: "psoas flare start [--at <when>] [--note <text>] [<options>]",
    discussion: """
      A flare is a time of clearly more pain than usual, as you see it. Reports mark its days until \
      'psoas flare end'.

      Example: psoas flare start --at yesterday --note 'after a long drive'
      """)

  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let note = try details.checkedNote()
    let found = try context.existingLog()
    let flare = Flare(
      id: context.newID(), start: try context.moment(details.at, try context.settings(found)),
      note: note)
    let log = try context.log(found)
    try result.store(.flare(flare), in: log, context) {
      try check(flare, against: try log.flares())
      try log.insert(flare)
      return []
    }
  }

  /// No two flares share a moment.
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
}
