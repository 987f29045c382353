import Analytics
import ArgumentParser
import Core

/// Which phases are compared.
struct PhaseOptions: ParsableArguments {
  @Option(
    name: .customLong("split"), parsing: .unconditional,
    help: ArgumentHelp("Compare before this day with from it on.", valueName: "day"))
  var split: String?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("What the phases are: stage or protocol.", valueName: "kind"),
    completion: .list(Phase.Kind.names))
  var kind: String?

  @Option(
    name: .customLong("a"),
    help: ArgumentHelp("The earlier stage or protocol (the one before b).", valueName: "name"))
  var a: String?

  @Option(
    name: .customLong("b"),
    help: ArgumentHelp("The later stage or protocol (the last one).", valueName: "name"))
  var b: String?

  /// All phases, the two that are compared, and the days that they take up.
  struct Choice {
    let phases: [Phase]
    let a: Int
    let b: Int
    let days: ClosedRange<Day>
  }

  /// Checks that the options can stand together.
  ///
  /// - Throws: ``InputError``.
  func check() throws {
    _ = try kind.map { try Phase.Kind(named: $0) }
    guard split == nil || (kind == nil && a == nil && b == nil) else {
      throw InputError(
        "--split cannot stand beside --by, --a and --b", hint: "choose a day or phases by name")
    }
  }

  /// The phases of a course or of a day.
  ///
  /// - Throws: ``InputError``, ``Failure`` when the log has no two phases.
  func chosen(_ context: Context, _ settings: Settings, _ protocolHistory: ProtocolHistory) throws
    -> Choice
  {
    let parser = context.whenParser(settings)
    let today = parser.present.day
    // What goes on has the present week whole.
    let last = today.week.end
    if let split {
      let day = try parser.parseDay(split)
      guard day <= today else {
        throw InputError(
          "--split \(quoted(split)) is in the future", hint: "give a day that the log reaches past")
      }
      let reach = SeriesLoader.usualWeeks
      let days = day.week.adding(-reach).start...min(last, day.week.adding(reach).end)
      return Choice(phases: Phase.split(at: day, through: last), a: 0, b: 1, days: days)
    }
    let phases = try phases(of: protocolHistory, through: last)
    let later = try b.map { try place(of: $0, in: phases, before: nil) } ?? phases.count - 1
    let earlier = try a.map { try place(of: $0, in: phases, before: later) } ?? later - 1
    guard earlier >= 0 else {
      throw InputError(
        "nothing comes before '\(phases[later].label)'",
        hint: "the phases are \(labels(phases)); give --b a later one")
    }
    return Choice(
      phases: phases, a: earlier, b: later, days: phases[0].first.week.start...last)
  }

  private func phases(of protocolHistory: ProtocolHistory, through last: Day) throws -> [Phase] {
    let asked = try kind.map { try Phase.Kind(named: $0) }
    for kind in asked.map({ [$0] }) ?? [.protocol, .stage] {
      let phases = Phase.all(kind, of: protocolHistory, through: last)
      if phases.count > 1 { return phases }
    }
    let what = asked.map { "two \($0.rawValue)s" } ?? "two stages or protocols"
    throw Failure(
      "the log does not hold \(what) to compare",
      hint: "compare before and after a day, such as 'psoas report compare --split 2026-10-01'")
  }

  private func place(of name: String, in phases: [Phase], before end: Int?) throws -> Int {
    if let place = Phase.place(of: name, in: phases, before: end) { return place }
    let isLater = Phase.place(of: name, in: phases) != nil
    throw InputError(
      isLater
        ? "\(quoted(name)) does not come before the other phase"
        : "there is no phase \(quoted(name))", hint: "the phases are \(labels(phases))")
  }

  private func labels(_ phases: [Phase]) -> String {
    phases.map(\.label).joined(separator: ", ")
  }
}
