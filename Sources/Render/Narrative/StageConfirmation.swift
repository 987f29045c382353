import Analytics
import Core

extension EntryConfirmation {
  /// A protocol or a stage changed; includes what the new stage asks for.
  ///
  /// - Parameter isBlocked: whether alerts are open, so that nothing is suggested.
  package static func transition(
    _ change: StageTransition, of rehabProtocol: RehabProtocol?, isBlocked: Bool = false
  ) -> EntryConfirmation {
    var remarks: [String] = []
    if let rehabProtocol, let stage = change.stage.flatMap({ rehabProtocol.stage($0) }),
      let number = rehabProtocol.number(of: stage.slug)
    {
      remarks.append("stage \(number) of \(rehabProtocol.stages.count): \(stage.title)")
      remarks +=
        isBlocked
        ? ["an open warning sign blocks the next steps, see 'psoas check'"]
        : stage.plans.map { "\($0.routine.slug) \($0.frequency)" } + [
          "'psoas stage' shows what the next one needs"
        ]
    }
    return EntryConfirmation(.stage(change), remarks: remarks)
  }
}

extension StageReport {
  /// Says which conditions of the gate are not met, to a user who wants to advance.
  package func unmetGate(to next: Stage) -> String {
    let missing = missing.map { result in
      "\(result.criterion.id) \(result.state == .unknown ? "unknown" : "not met") (\(result.evidence.sentence))"
    }
    return "the gate to '\(next.slug)' is not met: " + missing.joined(separator: "; ")
  }
}
