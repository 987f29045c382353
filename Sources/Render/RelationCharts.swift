import Analytics
import Core

extension RelationReport {
  private var pictureTitle: String { "\(a.series.subject) and \(b.series.object)" }

  /// The pairs, one series against the other.
  package var scatter: ScatterChart {
    ScatterChart(
      title: pictureTitle, a: a.scatterSide(), b: b.scatterSide(note: lagText),
      points: points.map { ScatterChart.Point($0.label, a: $0.a, b: $0.b) })
  }

  /// The lag of the second series relative to the first.
  private var lagText: String {
    lag == 0
      ? ""
      : " \(abs(lag)) \(a.step.rawValue)\(abs(lag) == 1 ? "" : "s") \(lag > 0 ? "before" : "after")"
  }

  /// The two series over the same time. With a lag the second one is shifted, so that pairs are aligned.
  package var chart: Chart {
    let title = "\(pictureTitle)\(lagText) over time"
    guard !(a.values.isEmpty && b.values.isEmpty) else {
      return a.emptyChart(title, placeholder: statements)
    }
    return Chart.pair(
      title: title, a.chartSeries,
      b.chartSeries(shifted: lag, note: lagText.isEmpty ? "" : ",\(lagText)"),
      marks: a.methodMarks() + b.methodMarks(shifted: lag))
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements + remarks)]
    if !points.isEmpty {
      sections += [
        .picture(
          chart,
          caption: "Both series over the same time, each on its own scale"
            + (lag == 0 ? "." : ", the second shifted so that paired values line up.")),
        .picture(
          scatter,
          caption:
            "Each point is a week or day that has both. Two series that both go on with time lie on "
            + "a line here whatever they have to do with each other."),
      ]
    }
    if raw != nil {
      sections += [.heading("Numbers"), .table(Table(fields: numbers), caption: "Correlations")]
    }
    if lags.count > 1 { sections.append(.table(lagTable, caption: "Lags, Holm over all")) }
    if !points.isEmpty {
      sections += [.heading("Pairs"), .table(pointTable, caption: pictureTitle)]
    }
    return HTMLPage(title: pictureTitle, sections: sections)
  }
}

extension SeriesValues {
  fileprivate func scatterSide(note: String = "") -> ScatterChart.Side {
    ScatterChart.Side(series.subject + note, unit: series.unit ?? "", isPain: series.isPain)
  }
}
