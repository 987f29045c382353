import Analytics
import Core

/// A history of protocols and what was done on days counted from a Monday.
package enum AdherenceFixture {
  package static let monday = Week(number: 2970).start

  package static func change(
    _ offset: Int, _ kind: StageTransition.Kind, _ rehabProtocol: String, _ stage: String?
  ) -> StageTransition {
    let day = monday.adding(offset)
    return StageTransition(
      id: GateContextFixture.id(day.number), moment: moment(day.number, hour: 0), kind: kind,
      rehabProtocol: Slug(stored: rehabProtocol), stage: stage.map { Slug(stored: $0) })
  }

  /// - Parameter done: exercises of a day, separated by spaces.
  package static func adherence(
    _ changes: [StageTransition], _ done: [Int: String], practised: Double = 0.5
  ) throws -> Adherence {
    let catalogue = Catalogue().withProtocols()
    var days: [Day: Set<Slug>] = [:]
    for (offset, exercises) in done {
      days[monday.adding(offset)] = Set(
        exercises.split(separator: " ").map { Slug(stored: String($0)) })
    }
    return Adherence(
      protocolHistory: ProtocolHistory(changes), protocols: catalogue.protocols, done: days,
      bases: catalogue.bases, practised: practised)
  }

  package static func report(
    _ changes: [StageTransition], _ done: [Int: String] = [:], weeks: Int, today: Int
  ) throws -> AdherenceReport {
    AdherenceReport(
      try adherence(changes, done), from: monday.week, through: monday.week.adding(weeks - 1),
      today: monday.adding(today))
  }
}
