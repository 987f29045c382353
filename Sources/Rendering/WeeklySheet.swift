import RehabLog
import Reports

extension WeeklyReport {
  /// The report as rows and columns: for people with remarks in gaps, and in full for programs.
  func sheet(forPeople: Bool) -> Sheet {
    var columns = [
      Sheet.Column("week", "Week"),
      Sheet.Column("sessions", "Sessions", right: true),
      Sheet.Column("activeDays", "Days", right: true),
      Sheet.Column("minutes", "Min", right: true),
      Sheet.Column("sets", "Sets", right: true),
      Sheet.Column("load", "Load", right: true),
      Sheet.Column("painMedian", "Pain", right: true),
      Sheet.Column("painN", "n", right: true),
      Sheet.Column("painWorst", "Worst", right: true),
      Sheet.Column("painChange", "Δ", right: true),
    ]
    if !forPeople { columns.insert(Sheet.Column("start", "Monday"), at: 1) }
    for series in series {
      columns.append(Sheet.Column(series.key, series.key, right: true))
      columns.append(Sheet.Column("\(series.key):n", "n", right: true))
      columns.append(Sheet.Column("\(series.key):change", "Δ", right: true))
    }
    return Sheet(columns: columns, rows: rows.map { sheetRow($0, forPeople: forPeople) })
  }

  private func sheetRow(_ row: Row, forPeople: Bool) -> Sheet.Row {
    let week = Sheet.Cell.text(row.week.description)
    if forPeople, row.isGap { return .remark(week, "no entries") }
    var cells: [Sheet.Cell] = [
      week, .integer(row.sessions), .integer(row.activeDays), .optional(row.minutes, places: 0),
      .integer(row.sets), .optional(row.load, places: 0), .optional(row.pain.median),
      .integer(row.pain.n), .optional(row.pain.worst?.points),
      .optional(row.pain.change, signed: true),
    ]
    if !forPeople { cells.insert(.text(row.week.start.description), at: 1) }
    for series in series {
      let measure = row.measures[series.key]
      let suffix = series.kind.unit == .degrees ? "°" : ""
      cells += [
        .optional(measure?.value, places: 1, suffix: suffix),
        measure.map { .integer($0.n) } ?? .none,
        .optional(measure?.change, places: 1, signed: true),
      ]
    }
    return .cells(cells)
  }
}
