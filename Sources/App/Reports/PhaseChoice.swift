import Analytics
import Core

/// Which phases to compare, as typed.
package struct PhaseRequest {
  /// Compare the time before this day with the time from it on.
  package var split: String?
  package var kind: Phase.Kind?
  /// The earlier phase; nil for the one before `later`.
  package var earlier: String?
  /// The later phase; nil for the last one.
  package var later: String?

  package init(
    split: String? = nil, kind: Phase.Kind? = nil, earlier: String? = nil, later: String? = nil
  ) {
    (self.split, self.kind, self.earlier, self.later) = (split, kind, earlier, later)
  }
}

/// All phases, the two to compare, and the days they cover.
struct PhaseChoice {
  let phases: [Phase]
  /// The index of the earlier one.
  let a: Int
  /// The index of the later one.
  let b: Int
  let days: ClosedRange<Day>

  /// - Throws: ``InputError``, ``Failure`` when the log has fewer than two phases.
  init(
    _ request: PhaseRequest, of protocolHistory: ProtocolHistory, parser: WhenParser
  ) throws {
    let today = parser.present.day
    // A phase that is still running includes the whole present week.
    let last = today.week.end
    if let split = request.split {
      let day = try parser.parseDay(split)
      guard day <= today else {
        throw InputError(
          "--split \(split.quoted) is in the future", hint: "give a day that the log reaches past")
      }
      let reach = ReportWindow.seriesWeeks
      days = day.week.adding(-reach).start...min(last, day.week.adding(reach).end)
      (phases, a, b) = (Phase.split(at: day, through: last), 0, 1)
      return
    }
    phases = try PhaseChoice.phases(of: protocolHistory, request.kind, through: last)
    let all = phases
    b =
      try request.later.map { try PhaseChoice.place(of: $0, in: all, before: nil) } ?? all.count - 1
    let later = b
    a =
      try request.earlier.map { try PhaseChoice.place(of: $0, in: all, before: later) } ?? later - 1
    guard a >= 0 else {
      throw InputError(
        "nothing comes before '\(phases[b].label)'",
        hint: "the phases are \(PhaseChoice.labels(phases)); give --b a later one")
    }
    days = phases[0].first.week.start...last
  }

  private static func phases(
    of protocolHistory: ProtocolHistory, _ kind: Phase.Kind?, through last: Day
  ) throws -> [Phase] {
    for kind in kind.map({ [$0] }) ?? [.protocol, .stage] {
      let phases = Phase.all(kind, of: protocolHistory, through: last)
      if phases.count > 1 { return phases }
    }
    let what = kind.map { "two \($0.rawValue)s" } ?? "two stages or protocols"
    throw Failure(
      "the log has no \(what) to compare",
      hint: "compare before and after a day, such as 'psoas report compare --split 2026-10-01'")
  }

  private static func place(of name: String, in phases: [Phase], before end: Int?) throws -> Int {
    if let place = Phase.place(of: name, in: phases, before: end) { return place }
    let isLater = Phase.place(of: name, in: phases) != nil
    throw InputError(
      isLater
        ? "\(name.quoted) does not come before the other phase"
        : "there is no phase \(name.quoted)", hint: "the phases are \(labels(phases))")
  }

  private static func labels(_ phases: [Phase]) -> String {
    phases.map(\.label).joined(separator: ", ")
  }
}
