import Analytics
import Core

extension ResponseReport {
  /// Pain before and after the sessions and on the next mornings, as stacked panels.
  package var chart: Chart {
    let span = days.lowerBound.number...days.upperBound.number
    func panel(
      _ title: String, shape: Chart.Shape, score: (RatedSession) -> NPRSScore?
    ) -> Chart.Panel {
      // The last session of a day counts.
      var values: [Int: Double] = [:]
      for session in sessions {
        guard let points = score(session.rated)?.points else { continue }
        values[session.rated.session.moment.day.number] = points
      }
      let points = values.sorted { $0.key < $1.key }.map { Chart.Point(x: $0.key, value: $0.value) }
      return Chart.Series(
        title, unit: "0-10", step: .day, points: points, span: span, isPain: true, shape: shape
      ).panel
    }
    let panels = [
      panel("Pain before a session", shape: .square) { $0.pain.before },
      panel("Pain after it", shape: .circle) { $0.pain.after },
      panel("Pain on the next morning", shape: .diamond) { $0.pain.nextMorning },
    ]
    return Chart(
      title: title, step: .day, span: span, panels: panels.filter { !$0.points.isEmpty },
      marks: flares.map { flare in
        let first = max(flare.start.day.number, span.lowerBound)
        let last = min(flare.end?.day.number ?? span.upperBound, span.upperBound)
        return .flare(first...max(first, last))
      })
  }

  package var picture: any Picture { chart }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [.statements(statements)]
    if !chart.panels.isEmpty {
      sections.append(
        .picture(chart, caption: "What was not rated has no point; pain keeps its whole scale."))
    }
    if !sessions.isEmpty {
      sections += [.heading("Sessions"), .table(sessionTable, caption: title)]
    }
    if !exercises.isEmpty {
      sections += [.heading("Exercises"), .table(exerciseTable, caption: "By exercise")]
    }
    return HTMLPage(title: title, sections: sections + [.notes(remarks)])
  }
}
