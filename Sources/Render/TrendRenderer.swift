import Analytics
import Core

extension TrendReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.heading(heading)]
      + (points.isEmpty ? [] : [.table(pointTable), .picture(chart), .fields(numbers)])
      + [.statements(statements)]
  }

  /// The report as CSV, one line per point.
  package func csv() -> String {
    let line = self.line
    return Table(
      columns: [
        Table.Column(values.step.rawValue, title: ""), Table.Column("x", title: ""),
        Table.Column("value", title: ""),
        Table.Column("n", title: ""), Table.Column("smoothed", title: ""),
        Table.Column("line", title: ""),
        Table.Column("flare", title: ""), Table.Column("protocol", title: ""),
        Table.Column("stage", title: ""),
      ],
      cells: points.enumerated().map { index, point in
        [
          .text(point.label), .number(point.x), .number(point.value), .integer(point.n),
          .number(point.smoothed), index < line.count ? .number(line[index]) : .none,
          .flag(point.isFlare), .optional(point.stageInterval?.rehabProtocol.text),
          .optional(point.stageInterval?.stage.text),
        ]
      }
    ).csv()
  }

  private var heading: String {
    let step = values.step
    let stretch =
      points.isEmpty
      ? "\(values.window.lowerBound) to \(values.window.upperBound)"
      : step.label(points[0].number)
        + (points.count > 1 ? " to \(points[points.count - 1].label)" : "")
    return "Trend of \(values.series.object) by \(step.rawValue), \(stretch)"
  }

  var pointTable: Table {
    let series = values.series
    let hasFlares = points.contains(where: \.isFlare)
    let isFollowed = points.contains { $0.stageInterval != nil }
    var columns = [
      Table.Column("label", title: values.step == .week ? "Week" : "Day"),
      Table.Column("value", title: series.name, right: true),
      Table.Column("n", title: "n", right: true),
      Table.Column("smoothed", title: "Smoothed", right: true),
    ]
    if hasFlares { columns.append(Table.Column("flare", title: "Flare", right: true)) }
    if isFollowed { columns.append(Table.Column("stage", title: "Stage")) }
    var rows: [Table.Row] = []
    for (index, point) in points.enumerated() {
      if index > 0 { rows += gap(between: points[index - 1].number, and: point.number) }
      var cells: [Table.Cell] = [
        .text(point.label),
        .number(point.value, places: series.valuePlaces, suffix: series.tableSuffix),
        .integer(point.n), .number(point.smoothed, places: max(1, series.valuePlaces)),
      ]
      if hasFlares { cells.append(point.isFlare ? .text("flare") : .text(" ")) }
      if isFollowed { cells.append(.optional(point.stageInterval?.stage.text)) }
      rows.append(.cells(cells))
    }
    return Table(columns: columns, rows: rows)
  }

  /// The rows between two points: weeks or days without a value, or left out.
  private func gap(between earlier: Int, and later: Int) -> [Table.Row] {
    let leftOut = Set(values.leftOut ?? [])
    var stretches: [(numbers: ClosedRange<Int>, isLeftOut: Bool)] = []
    for number in (earlier + 1)..<max(earlier + 1, later) {
      let isLeftOut = leftOut.contains(number)
      if let last = stretches.last, last.isLeftOut == isLeftOut {
        stretches[stretches.count - 1].numbers = last.numbers.lowerBound...number
      } else {
        stretches.append((number...number, isLeftOut))
      }
    }
    return stretches.flatMap {
      rows($0.numbers, remark: $0.isLeftOut ? "left out for a flare" : "no value")
    }
  }

  private func rows(_ numbers: ClosedRange<Int>, remark: String) -> [Table.Row] {
    let step = values.step
    guard numbers.count > (step == .week ? 3 : 1) else {
      return numbers.map { .remark(.text(step.label($0)), remark) }
    }
    return [
      .remark(
        .text(step.label(numbers.lowerBound)), "\(remark), \(numbers.count) \(step.rawValue)s")
    ]
  }
}
