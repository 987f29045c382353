import Analytics
import Core

extension FactorsReport {
  /// What was tested, farthest from 0 first; a sentence if nothing was.
  package var chart: CandidateChart {
    let tried = rows.compactMap { row in
      row.tauB.map { tauB in
        CandidateChart.Row(
          row.candidate.name.text, kind: row.candidate.kind.label,
          shape: row.candidate.kind == .exercise ? .circle : .diamond, value: tauB,
          pairs: row.pairs, p: Phrase.pCell(row.holmP ?? 1), isClear: row.isClear)
      }
    }
    return CandidateChart(
      title: heading, outcome: outcomeText, rows: tried,
      notes: tried.isEmpty ? statements : notTried)
  }

  /// The names of candidates that were not tested.
  private var notTried: [String] {
    let names = rows.filter { $0.tauB == nil }.map(\.candidate.name.text)
    guard !names.isEmpty else { return [] }
    let more = names.count > 12 ? " and \(names.count - 12) more" : ""
    return [
      "Not tried, with fewer than \(FactorsReport.fewestPairs) pairs or always the same: "
        + names.prefix(12).joined(separator: ", ") + "\(more)."
    ]
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements)]
    if tests > 0 {
      sections.append(
        .picture(
          chart,
          caption:
            "How far pain goes with what came before it, by rank and without the trends: 0 is not at "
            + "all, 1 and -1 entirely. p allows for all that were tried."))
    }
    if !rows.isEmpty { sections.append(.table(table, caption: heading)) }
    return HTMLPage(title: heading, sections: sections)
  }
}

extension FactorsReport.Candidate.Kind {
  fileprivate var label: String {
    switch self {
    case .exercise: "exercise"
    case .factor: "daily factor"
    }
  }
}
