import Analytics
import Core
import Render
import Store

// How the red-flag questions are asked, and answered when nothing else can be.

extension CheckCommand {
  /// Asks all questions. What an emergency wants is said at once, since nobody should go through a list
  /// before it, and an answer given stays given when the input ends.
  func ask(_ safety: Safety, _ context: Context) throws -> [Slug: Bool] {
    var given: [Slug: Bool] = [:]
    for flag in safety.flags {
      do {
        given[flag.id] = try Prompt.yesOrNo(flag.question, context)
      } catch let failure as Failure {
        guard given.values.contains(true) else { throw failure }
        return given
      }
      if given[flag.id] == true, flag.urgency == .emergency {
        try OutputStream.messages.write(
          context.style.plain(flag.urgency.advice) + "\n")
      }
    }
    return given
  }

  /// Says what the answers want although the log cannot be used.
  func adviseBefore(
    _ error: any Error, _ given: [Slug: Bool], _ safety: Safety, _ context: Context
  ) throws {
    let yes = safety.flags.filter { given[$0.id] == true }
    guard !yes.isEmpty, let errorReport = ErrorReport(error) else { throw error }
    let alerts = yes.map { SafetyAlert($0, .computed(Evidence(.answeredYes(on: nil)))) }
    let renderer = CheckRenderer(
      CheckReport(
        asked: safety.flags.map { CheckReport.Asked(flag: $0, answer: given[$0.id]) },
        escalation: [], alerts: alerts, criteria: []))
    try result.emit(renderer, context.style, paged: false)
    try OutputStream.messages.write("this check could not be stored\n" + errorReport.text)
    throw NeedsAttention()
  }
}
