import Core

/// The user's stage in a protocol, and what the next stage still needs.
package struct StageReport: Sendable {
  /// The protocol.
  package let rehabProtocol: RehabProtocol
  /// The stage.
  package let stage: Stage
  /// Its number among the stages, from 1.
  package let number: Int
  /// Its first day.
  package let since: Day
  /// Days since then.
  package let days: Int
  /// The next stage; nil for the last.
  package let next: Stage?
  /// The criteria of the gate to the next stage.
  package let gate: [CriterionResult]
  /// What the protocol aims at.
  package let goals: [CriterionResult]

  /// - Parameter adjust: replaces the numbers of a criterion by the user's.
  package init(
    _ rehabProtocol: RehabProtocol, stage: Stage, context: GateContext, since: Day,
    adjust: (Criterion) -> Criterion
  ) {
    self.rehabProtocol = rehabProtocol
    self.stage = stage
    self.since = since
    number = rehabProtocol.number(of: stage.slug) ?? 1
    days = context.today.number - since.number
    next = rehabProtocol.stage(after: stage.slug)
    gate = stage.gate.map { adjust($0).result(on: context) }
    goals = stage.goals.map { adjust($0).result(on: context) }
  }

  /// Whether every criterion of the gate is met.
  package var isOpen: Bool { next != nil && gate.allSatisfy { !$0.holdsBack } }

  /// How many criteria of the gate are met.
  package var metCount: Int { gate.count { $0.state == .met } }

  /// The criteria that keep the gate closed.
  package var missing: [CriterionResult] { gate.filter(\.holdsBack) }
}
