import Analytics
import App
import Core
import Render

// Asks the red-flag questions, also when the log cannot be used.

extension CheckCommand {
  /// Asks all questions. The advice for an emergency comes at once, not after the rest of the list, and
  /// answers given so far count when the input ends.
  func ask(_ safety: Safety, style: Style) throws -> [Slug: Bool] {
    var given: [Slug: Bool] = [:]
    for flag in safety.flags {
      do {
        given[flag.id] = try Prompt.yesOrNo(flag.question, style: style)
      } catch let failure as Failure {
        guard given.values.contains(true) else { throw failure }
        return given
      }
      if given[flag.id] == true, flag.urgency == .emergency {
        try OutputStream.messages.write(style.plain(flag.urgency.advice) + "\n")
      }
    }
    return given
  }

  /// Gives the advice for the answers when the log cannot be used.
  func adviseBefore(
    _ error: any Error, given: [Slug: Bool], safety: Safety, to output: ResultWriter
  ) throws {
    guard let report = CheckReport.ofAnswersAlone(given, safety: safety),
      let errorReport = ErrorReport(error)
    else { throw error }
    try output.show(CheckRenderer(report), isPaged: false)
    try OutputStream.messages.write("this check could not be stored\n" + errorReport.text)
    throw NeedsAttention()
  }
}
