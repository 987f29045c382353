import Core

/// Where the user is in a programme, and what the next stage still needs.
public struct StageReport: Sendable {
  /// The programme.
  public let programme: Programme
  /// The stage.
  public let stage: Stage
  /// Its place among the stages, from 1.
  public let number: Int
  /// Its first day.
  public let since: Day
  /// Days since then.
  public let days: Int
  /// The stage behind it; nil for the last.
  public let next: Stage?
  /// The criteria of the gate to the next stage.
  public let gate: [CriterionResult]
  /// What the programme aims at.
  public let goals: [CriterionResult]

  /// A report on a stay, with the user's numbers put into the criteria by `adjust`.
  public init(
    _ programme: Programme, _ stage: Stage, _ facts: Facts, since: Day,
    adjust: (Criterion) -> Criterion
  ) {
    self.programme = programme
    self.stage = stage
    self.since = since
    number = programme.number(of: stage.slug) ?? 1
    days = facts.today.number - since.number
    next = programme.stage(after: stage.slug)
    gate = stage.gate.map { adjust($0).result(on: facts) }
    goals = stage.goals.map { adjust($0).result(on: facts) }
  }

  /// Whether every criterion of the gate is met.
  public var isOpen: Bool { next != nil && gate.allSatisfy { !$0.holdsBack } }

  /// The criteria that keep the gate closed.
  public var missing: [CriterionResult] { gate.filter(\.holdsBack) }
}
