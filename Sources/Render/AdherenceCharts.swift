import Analytics
import Core

extension AdherenceReport {
  /// The days as a calendar.
  package var strip: HeatStrip {
    HeatStrip(
      title: "Days of the plan, \(window)", from: rows.first?.week ?? Week(number: 0),
      days: days.map(\.level))
  }

  /// Weeks as rows where there are too many columns for a page.
  private var exercisePageTable: Table {
    let weeks = rows.filter { !$0.exercises.isEmpty }
    guard weeks.count > 12 else { return exerciseTable }
    return Table(
      columns: [Table.Column("week", title: "Week")]
        + exercises.map { Table.Column($0.text, title: $0.text, right: true) },
      cells: weeks.map { row in
        [Table.Cell.text(row.week.description)]
          + exercises.map { slug in
            row.exercises.first { $0.slug == slug }.map {
              .text("\($0.count.done)/\($0.count.plannedDays)")
            } ?? .none
          }
      })
  }

  private var window: String {
    guard let first = rows.first?.week, let last = rows.last?.week else { return "no weeks" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  package var picture: any Picture { strip }

  package var page: HTMLPage {
    var sections: [HTMLPage.Section] = [
      .statements(statements),
      .picture(
        strip,
        caption:
          "A column a week, a row a weekday. The fuller a square, the more of the day's plan "
          + "was done."), .notes([notes]), .heading("Week by week"),
      .table(weekTable, caption: "Planned and done days of the routines by week"),
    ]
    if !exercises.isEmpty {
      sections += [
        .heading("Exercises"),
        .table(exercisePageTable, caption: "Days done of days planned, by exercise and week"),
      ]
    }
    return HTMLPage(title: "Adherence, \(window)", sections: sections)
  }
}

extension AdherenceReport.DayCell {
  fileprivate var level: HeatStrip.Level? {
    if isAhead { return nil }
    guard planned > 0, done > 0 || !isActive else { return isActive ? .extra : nil }
    switch Double(done) / Double(planned) {
    case ..<0.001: return .missed
    case ..<0.5: return .some
    case ..<0.999: return .most
    default: return .all
    }
  }
}
