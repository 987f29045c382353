import Core

extension FactorsReport {
  /// The outcome in words, `pain the next week`.
  package var outcomeText: String { "\(outcome.series.object) the next \(step.rawValue)" }

  /// One to three sentences.
  package var statements: [String] {
    [tests > 0 ? found : nothing, clear.isEmpty ? nil : caution, rest].compactMap(\.self)
  }

  /// The sentences in one.
  package var statement: String { statements.joined(separator: " ") }

  private var clear: [Row] { rows.filter(\.isClear) }

  private var nothing: String {
    let most = rows.map(\.pairs).max() ?? 0
    let why =
      most >= Self.fewestPairs
      ? "none of the \(counted(rows.count, "candidate")) varies enough around its trend"
      : "\(Self.fewestPairs) \(step.rawValue)s with \(outcome.series.object) in the next "
        + "\(step.rawValue) needed, \(most) logged"
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
    let words = clear.prefix(3).map { row in
      let direction = (row.tauB ?? 0) > 0 ? "higher" : "lower"
      return "after more '\(row.candidate.name)' it tends to be \(direction)"
        + " (tau-b \(correlationText(row.tauB ?? 0)), \(row.pairs) pairs, Holm "
        + "\(probabilityText(row.holmP ?? 1)))"
    }
    let count =
      tests == 1 ? "stands out" : "\(clear.count) \(clear.count == 1 ? "stands" : "stand") out"
    return "\(head) \(count): \(words.joined(separator: "; "))."
  }

  /// By what, from how many pairs, over which weeks.
  private var method: String {
    let pairs = rows.filter { $0.tauB != nil }.map(\.pairs)
    let (least, most) = (pairs.min() ?? 0, pairs.max() ?? 0)
    let range = least == most ? "\(most)" : "\(least) to \(most)"
    let n = outcome.values.count
    let numbers = outcome.values.map(\.number)
    let span = numbers.first.flatMap { first in numbers.last.map { $0 - first + 1 } } ?? 0
    let over = n == span ? step.counted(span) : "\(n) of \(step.counted(span))"
    return "tau-b without trends, Holm over \(counted(tests, "test")), \(range) pairs, "
      + "\(outcome.series.object) in \(over)"
  }

  private var caution: String {
    "They changed over the same \(step.rawValue)s; this log cannot tell whether one caused the other."
  }

  /// What was not tried or left out.
  private var rest: String? {
    let count = tests > 0 ? rows.count - tests : 0
    let untried =
      count > 0
      ? "\(count) more \(count == 1 ? "was" : "were") not tried: fewer than \(Self.fewestPairs) pairs, "
        + "or always the same" : nil
    let notes = [untried].compactMap(\.self) + outcome.notes
    return notes.isEmpty ? nil : sentence(notes.joined(separator: "; "))
  }
}
