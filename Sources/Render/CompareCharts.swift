import Analytics
import Core

extension CompareReport {
  private var pictureTitle: String {
    "\(values.series.subject): \(a.phase.label) and \(b.phase.label)"
  }

  /// Both phases, each with its line from the segmented regression.
  package var chart: Chart {
    let weeks = Set(a.weeks + b.weeks)
    guard !weeks.isEmpty else { return values.emptyChart(pictureTitle, placeholder: statements) }
    let values = self.values.leavingOut { !weeks.contains($0) }
    var lines: [Chart.Line] = []
    if let effect, let first = a.weeks.first, let end = a.weeks.last, let last = b.weeks.last {
      let fit = effect.segmented
      let start = effect.start.number
      let split = Double(start - first)
      lines = [
        Chart.Line(
          intercept: fit.intercept.value, slope: fit.slope.value, origin: first, span: first...end,
          label: "line of \(a.phase.label)"),
        Chart.Line(
          intercept: fit.intercept.value + fit.slope.value * split + fit.level.value,
          slope: fit.slope.value + fit.slopeChange.value, origin: start, span: start...last,
          label: "line of \(b.phase.label)", isSecond: true),
      ]
    }
    return Chart.phases(
      title: pictureTitle, series: values.chartSeries, lines: lines,
      split: (b.phase.firstWeek ?? b.phase.first.week).number, label: b.phase.label)
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements + remarks)]
    if hasWeeks {
      sections.append(
        .picture(
          chart, caption: "The lines are those of the segmented regression, where it can be made."))
    }
    sections.append(.table(phaseTable, caption: "The phases"))
    if let effect {
      sections.append(.table(Table(fields: numbers(effect)), caption: "The comparison"))
    }
    return HTMLPage(title: pictureTitle, sections: sections)
  }
}
