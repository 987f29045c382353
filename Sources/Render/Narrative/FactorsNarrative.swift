import Analytics
import Core

extension FactorsReport {
  /// The outcome within a sentence: `pain the next week`.
  package var outcomeText: String { "\(outcome.series.object) the next \(step)" }

  /// One to three sentences.
  package var statements: [String] {
    [tests > 0 ? found : nothing, clear.isEmpty ? nil : caution, rest].compactMap(\.self)
  }

  package var statement: String { statements.joined(separator: " ") }

  private var step: String { outcome.step.rawValue }

  private var nothing: String {
    let why =
      mostPairs >= FactorsReport.fewestPairs
      ? "none of the \(Phrase.count(rows.count, noun: "candidate")) varies enough around its trend"
      : "\(FactorsReport.fewestPairs) \(step)s with \(outcome.series.object) in the next \(step) "
        + "needed, \(mostPairs) logged"
    return "Too little to say: \(why)."
  }

  private var found: String {
    let one = rows.first.map { "'\($0.candidate.name)', the only one tried" } ?? ""
    let tried = tests == 1 ? one : "Of \(tests) exercises and factors tried"
    let head = "\(tried) against \(outcomeText) (\(method)),"
    guard !clear.isEmpty else {
      return
        "\(head) \(tests == 1 ? "does not stand" : "none stands") out, which is not the same as "
        + "no link."
    }
    let links = clear.prefix(3).map { row in
      "after more '\(row.candidate.name)' it tends to be "
        + "\((row.tauB ?? 0) > 0 ? "higher" : "lower") (tau-b \(Phrase.correlation(row.tauB ?? 0)), "
        + "\(row.pairs) pairs, Holm \(Phrase.pValue(row.holmP ?? 1)))"
    }
    let count =
      tests == 1 ? "stands out" : "\(clear.count) \(clear.count == 1 ? "stands" : "stand") out"
    return "\(head) \(count): \(links.joined(separator: "; "))."
  }

  /// The method, the number of pairs, and the weeks.
  private var method: String {
    let (least, most) = (triedPairs.lowerBound, triedPairs.upperBound)
    return "tau-b without trends, Holm over \(Phrase.count(tests, noun: "test")), "
      + "\(least == most ? "\(most)" : "\(least) to \(most)") pairs, \(outcome.series.object) in "
      + Phrase.count(outcome.values.count, of: span, noun: step)
  }

  private var caution: String {
    "They changed over the same \(step)s; this log cannot tell whether one caused the other."
  }

  /// What was not tested or left out.
  private var rest: String? {
    let notTried =
      tests > 0 && untried > 0
      ? "\(untried) more \(untried == 1 ? "was" : "were") not tried: fewer than "
        + "\(FactorsReport.fewestPairs) pairs, or always the same" : nil
    let notes = [notTried].compactMap(\.self) + outcome.notes
    return notes.isEmpty ? nil : Phrase.sentence(notes.joined(separator: "; "))
  }
}
