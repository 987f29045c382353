import Analytics
import Core

extension WeeklyReport {
  /// The weeks for people: what belongs side by side on 80 columns; gaps, and the stage from where it
  /// begins on, as remarks. A flare is marked behind its week.
  var mainSheet: Sheet {
    let hasSessions = rows.contains { $0.sessions > 0 }
    let key = WeeklyReport.chartedSeries
    let isMeasured = series.contains { $0.key == key }
    var columns = [Sheet.Column("week", "Week")]
    if hasSessions {
      columns += [
        Sheet.Column("sessions", "Sess", right: true),
        Sheet.Column("activeDays", "Days", right: true),
        Sheet.Column("minutes", "Min", right: true), Sheet.Column("load", "Load", right: true),
      ]
    }
    columns += [
      Sheet.Column("painMedian", "Pain", right: true), Sheet.Column("painN", "n", right: true),
      Sheet.Column("painWorst", "Worst", right: true), Sheet.Column("painChange", "Δ", right: true),
    ]
    if isMeasured {
      columns.append(Sheet.Column(key, key, right: true))
      columns.append(Sheet.Column("\(key):change", "Δ", right: true))
    }
    var weeks: [Sheet.Row] = []
    var stay: Course.Stay?
    for row in rows {
      if row.stay?.stage != stay?.stage || row.stay?.programme != stay?.programme {
        let stage = row.stay.map { "\($0.programme), \($0.stage)" }
        weeks.append(.remark(.none, stage ?? "no protocol"))
        stay = row.stay
      }
      let mark = row.isFlare ? " \(Style.flareMark)" : ""
      let week = Sheet.Cell.text(row.week.description + mark)
      if row.isGap {
        weeks.append(.remark(week, "no entries"))
        continue
      }
      var cells = [week]
      if hasSessions {
        cells += [
          .integer(row.sessions), .integer(row.activeDays), .optional(row.minutes, places: 0),
          .optional(row.load, places: 0),
        ]
      }
      cells += [
        .optional(row.pain.median), .integer(row.pain.n), .optional(row.pain.worst?.points),
        .optional(row.pain.change, signed: true),
      ]
      if isMeasured {
        let measure = row.measures[key]
        cells.append(.optional(measure?.value, places: 1, suffix: "°"))
        cells.append(.optional(measure?.change, places: 1, signed: true))
      }
      weeks.append(.cells(cells))
    }
    return Sheet(columns: columns, rows: weeks)
  }

  /// The other series of measurements for people, in the weeks that have any; nil without any. The
  /// change to the week before stands in brackets.
  var measuresSheet: Sheet? {
    let others = series.filter { $0.key != WeeklyReport.chartedSeries }
    guard !others.isEmpty else { return nil }
    let columns =
      [Sheet.Column("week", "Week")]
      + others.map { series in
        Sheet.Column(series.key, series.title, right: true)
      }
    let measured = rows.filter { row in others.contains { row.measures[$0.key] != nil } }
    let cells = measured.map { row in
      [Sheet.Cell.text(row.week.description)]
        + others.map { series in
          guard let measure = row.measures[series.key] else { return Sheet.Cell.none }
          let change =
            measure.change.map { " (\($0 > 0 ? "+" : "")\(number($0, places: 1)))" } ?? ""
          return .text(number(measure.value, places: 1) + series.kind.unit.suffix + change)
        }
    }
    return Sheet(columns: columns, cells: cells)
  }

  /// The daily factors for people, in the weeks that have any; nil without any.
  var factorsSheet: Sheet? {
    guard !factors.isEmpty else { return nil }
    let columns =
      [Sheet.Column("week", "Week")] + factors.map { Sheet.Column($0, $0, right: true) }
    let cells = rows.filter { !$0.factors.isEmpty }.map { row in
      [Sheet.Cell.text(row.week.description)]
        + factors.map { name in
          guard let factor = row.factors[name] else { return Sheet.Cell.none }
          let unit = factor.unit.isEmpty ? "" : " \(factor.unit)"
          return WeeklyReport.cell(factor.median, unit: unit, change: factor.change)
        }
    }
    return Sheet(columns: columns, cells: cells)
  }

  /// A value with its unit, and the change to the week before in brackets.
  private static func cell(_ value: Double, unit: String, change: Double?) -> Sheet.Cell {
    let change = change.map { " (\($0 > 0 ? "+" : "")\(number($0, places: 1)))" } ?? ""
    return .text(number(value, places: 1) + unit + change)
  }

  /// All that the report holds, a row a week, for programs.
  var fullSheet: Sheet {
    var columns = [
      Sheet.Column("week", "Week"), Sheet.Column("start", "Monday"),
      Sheet.Column("sessions", "Sessions"), Sheet.Column("activeDays", "Days"),
      Sheet.Column("minutes", "Minutes"), Sheet.Column("sets", "Sets"),
      Sheet.Column("load", "Load"), Sheet.Column("painN", "Ratings"),
      Sheet.Column("painMedian", "Pain"), Sheet.Column("painWorst", "Worst"),
      Sheet.Column("painChange", "Change of pain"), Sheet.Column("flare", "Flare"),
      Sheet.Column("protocol", "Protocol"), Sheet.Column("stage", "Stage"),
    ]
    for series in series {
      for part in ["", ":n", ":change"] {
        columns.append(Sheet.Column(series.key + part, series.key + part))
      }
    }
    for name in factors {
      for part in ["", ":n", ":change"] { columns.append(Sheet.Column(name + part, name + part)) }
    }
    let cells = rows.map { row in
      var cells: [Sheet.Cell] = [
        .text(row.week.description), .text(row.week.start.description), .integer(row.sessions),
        .integer(row.activeDays), .optional(row.minutes), .integer(row.sets), .optional(row.load),
        .integer(row.pain.n), .optional(row.pain.median), .optional(row.pain.worst?.points),
        .optional(row.pain.change), .flag(row.isFlare), .optional(row.stay?.programme.text),
        .optional(row.stay?.stage.text),
      ]
      for series in series {
        let measure = row.measures[series.key]
        cells += [
          .optional(measure?.value), measure.map { .integer($0.n) } ?? .none,
          .optional(measure?.change),
        ]
      }
      for name in factors {
        let factor = row.factors[name]
        cells += [
          .optional(factor?.median), factor.map { .integer($0.n) } ?? .none,
          .optional(factor?.change),
        ]
      }
      return cells
    }
    return Sheet(columns: columns, cells: cells)
  }
}

extension WeeklyReport.Series {
  /// The key as a heading, its side as one letter and a way kept apart in brackets: `thomas L
  /// (goniometer)`.
  fileprivate var title: String {
    let parts = key.split(separator: "@", maxSplits: 1)
    let names = parts[0].split(separator: ":", maxSplits: 1)
    let side = names.count == 2 ? " " + names[1].prefix(1).uppercased() : ""
    return "\(names[0])\(side)" + (parts.count == 2 ? " (\(parts[1]))" : "")
  }
}
