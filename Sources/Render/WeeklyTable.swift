import Analytics
import Core

extension WeeklyReport {
  /// The weeks for people: what fits side by side in 80 columns, with gaps and new stages as remarks. A week
  /// with a flare is marked.
  var mainTable: Table {
    let hasSessions = rows.contains { $0.sessions > 0 }
    let key = WeeklyReport.chartedSeries
    let isMeasured = series.contains { $0.key == key }
    var columns = [Table.Column("week", title: "Week")]
    if hasSessions {
      columns += [
        Table.Column("sessions", title: "Sess", right: true),
        Table.Column("activeDays", title: "Days", right: true),
        Table.Column("minutes", title: "Min", right: true),
        Table.Column("load", title: "Load", right: true),
      ]
    }
    columns += [
      Table.Column("painMedian", title: "Pain", right: true),
      Table.Column("painN", title: "n", right: true),
      Table.Column("painWorst", title: "Worst", right: true),
      Table.Column("painChange", title: "Δ", right: true),
    ]
    if isMeasured {
      columns.append(Table.Column(key, title: key, right: true))
      columns.append(Table.Column("\(key):change", title: "Δ", right: true))
    }
    var weeks: [Table.Row] = []
    var stageInterval: ProtocolHistory.StageInterval?
    for row in rows {
      if row.stageInterval?.stage != stageInterval?.stage
        || row.stageInterval?.rehabProtocol != stageInterval?.rehabProtocol
      {
        let stage = row.stageInterval.map { "\($0.rehabProtocol), \($0.stage)" }
        weeks.append(.remark(.none, stage ?? "no protocol"))
        stageInterval = row.stageInterval
      }
      let mark = row.isFlare ? " \(Style.flareMark)" : ""
      let week = Table.Cell.text(row.week.description + mark)
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
    return Table(columns: columns, rows: weeks)
  }

  /// The other measurement series, for the weeks that have any, with the change from the previous week in
  /// brackets; nil without any.
  var measuresTable: Table? {
    let others = series.filter { $0.key != WeeklyReport.chartedSeries }
    guard !others.isEmpty else { return nil }
    let columns =
      [Table.Column("week", title: "Week")]
      + others.map { series in
        Table.Column(series.key, title: series.title, right: true)
      }
    let measured = rows.filter { row in others.contains { row.measures[$0.key] != nil } }
    let cells = measured.map { row in
      [Table.Cell.text(row.week.description)]
        + others.map { series in
          guard let measure = row.measures[series.key] else { return Table.Cell.none }
          let change =
            measure.change.map { " (\($0 > 0 ? "+" : "")\($0.text(places: 1)))" } ?? ""
          return .text(measure.value.text(places: 1) + series.kind.unit.suffix + change)
        }
    }
    return Table(columns: columns, cells: cells)
  }

  /// The daily factors, for the weeks that have any; nil without any.
  var factorsTable: Table? {
    guard !factors.isEmpty else { return nil }
    let columns =
      [Table.Column("week", title: "Week")]
      + factors.map { Table.Column($0, title: $0, right: true) }
    let cells = rows.filter { !$0.factors.isEmpty }.map { row in
      [Table.Cell.text(row.week.description)]
        + factors.map { name in
          guard let factor = row.factors[name] else { return Table.Cell.none }
          let unit = factor.unit.isEmpty ? "" : " \(factor.unit)"
          return WeeklyReport.cell(factor.median, unit: unit, change: factor.change)
        }
    }
    return Table(columns: columns, cells: cells)
  }

  /// A value with its unit, and the change from the previous week in brackets.
  private static func cell(_ value: Double, unit: String, change: Double?) -> Table.Cell {
    let change = change.map { " (\($0 > 0 ? "+" : "")\($0.text(places: 1)))" } ?? ""
    return .text(value.text(places: 1) + unit + change)
  }

  /// Everything in the report, one row per week, for programs.
  var fullTable: Table {
    var columns = [
      Table.Column("week", title: "Week"), Table.Column("start", title: "Monday"),
      Table.Column("sessions", title: "Sessions"), Table.Column("activeDays", title: "Days"),
      Table.Column("minutes", title: "Minutes"), Table.Column("sets", title: "Sets"),
      Table.Column("load", title: "Load"), Table.Column("painN", title: "Ratings"),
      Table.Column("painMedian", title: "Pain"), Table.Column("painWorst", title: "Worst"),
      Table.Column("painChange", title: "Change of pain"), Table.Column("flare", title: "Flare"),
      Table.Column("protocol", title: "Protocol"), Table.Column("stage", title: "Stage"),
    ]
    for series in series {
      for part in ["", ":n", ":change"] {
        columns.append(Table.Column(series.key + part, title: series.key + part))
      }
    }
    for name in factors {
      for part in ["", ":n", ":change"] {
        columns.append(Table.Column(name + part, title: name + part))
      }
    }
    let cells = rows.map { row in
      var cells: [Table.Cell] = [
        .text(row.week.description), .text(row.week.start.description), .integer(row.sessions),
        .integer(row.activeDays), .optional(row.minutes), .integer(row.sets), .optional(row.load),
        .integer(row.pain.n), .optional(row.pain.median), .optional(row.pain.worst?.points),
        .optional(row.pain.change), .flag(row.isFlare),
        .optional(row.stageInterval?.rehabProtocol.text),
        .optional(row.stageInterval?.stage.text),
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
    return Table(columns: columns, cells: cells)
  }
}

extension WeeklyReport.Series {
  /// The key as a heading, with the side as one letter and a separate method in brackets: `thomas L
  /// (goniometer)`.
  fileprivate var title: String {
    let parts = key.split(separator: "@", maxSplits: 1)
    let names = parts[0].split(separator: ":", maxSplits: 1)
    let side = names.count == 2 ? " " + names[1].prefix(1).uppercased() : ""
    return "\(names[0])\(side)" + (parts.count == 2 ? " (\(parts[1]))" : "")
  }
}
