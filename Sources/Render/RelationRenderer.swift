import Analytics
import Core

extension RelationReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.heading(heading)] + (points.isEmpty ? [] : [.table(pointTable), .picture(chart)])
      + (raw == nil ? [] : [.fields(numbers)]) + (lags.count > 1 ? [.table(lagTable)] : [])
      + [.statements(statements + remarks)]
  }

  /// The report as CSV, one line per pair.
  package func csv() -> String { pointTable.csv() }

  package func json() -> JSON {
    .object([
      ("report", .string("relate")), ("a", .string(a.series.name)), ("b", .string(b.series.name)),
      ("by", .string(a.step.rawValue)), ("lag", .integer(lag)),
      ("aUnit", JSON(a.series.unit)), ("bUnit", JSON(b.series.unit)),
      ("aMethod", JSON(a.method?.label)), ("bMethod", JSON(b.method?.label)),
      ("pairs", .integer(points.count)),
      (
        "points",
        .array(
          points.map { point in
            .object([
              (a.step.rawValue, .string(point.label)), ("a", .number(point.a)),
              ("b", .number(point.b)),
            ])
          })
      ),
      (
        "raw",
        raw.map { raw in
          .object([
            ("tauB", .number(raw.tauB)), ("p", .number(raw.p)),
            ("bothTrend", .bool(isTrendA && isTrendB)),
          ])
        } ?? .null
      ),
      (
        "detrended",
        detrended.map { detrended in
          .object([
            ("tauB", .number(detrended.tauB)), ("p", .number(detrended.p)),
            ("holmP", JSON(holmP)),
            ("low", JSON(detrended.interval?.low)), ("high", JSON(detrended.interval?.high)),
          ])
        } ?? .null
      ),
      (
        "lags",
        .array(
          lags.map { lag in
            .object([
              ("lag", .integer(lag.lag)), ("pairs", .integer(lag.pairs)),
              ("tauB", .number(lag.tauB)), ("p", .number(lag.p)), ("holmP", .number(lag.holmP)),
              ("clear", .bool(lag.isClear)),
            ])
          })
      ), ("tests", .integer(tests)), ("clear", .bool(isClear)),
      ("aLeftOutFlares", JSON(a.leftOut?.count)), ("bLeftOutFlares", JSON(b.leftOut?.count)),
      ("remarks", .array(remarks.map { .string($0) })),
      ("statement", .string(statement)),
    ])
  }

  var heading: String {
    let later =
      lag == 0
      ? ""
      : ", \(abs(lag)) \(a.step.rawValue)\(abs(lag) == 1 ? "" : "s") "
        + (lag > 0 ? "later" : "earlier")
    let ends =
      points.first.map { first in "\(first.label) to \(points[points.count - 1].label)" }
      ?? "\(a.window.lowerBound) to \(a.window.upperBound)"
    return "\(a.series.name)\(later) and \(b.series.name) by \(a.step.rawValue), \(ends)"
  }

  var pointTable: Table {
    Table(
      columns: [
        Table.Column(a.step.rawValue, title: a.step == .week ? "Week" : "Day"),
        Table.Column("a", title: a.series.name, right: true),
        Table.Column("b", title: b.series.name, right: true),
      ],
      cells: points.map { point in
        [
          .text(point.label),
          .number(point.a, places: a.series.valuePlaces, suffix: a.series.tableSuffix),
          .number(point.b, places: b.series.valuePlaces, suffix: b.series.tableSuffix),
        ]
      })
  }

  var lagTable: Table {
    Table(
      columns: [
        Table.Column("lag", title: "Lag", right: true),
        Table.Column("pairs", title: "Pairs", right: true),
        Table.Column("tauB", title: "tau-b", right: true),
        Table.Column("p", title: "p", right: true),
        Table.Column("holmP", title: "p (Holm)", right: true),
      ],
      cells: lags.map { lag in
        [
          .text(Double(lag.lag).printed(places: 0)), .integer(lag.pairs),
          .text(Phrase.correlation(lag.tauB)),
          .text(Phrase.pCell(lag.p)), .text(Phrase.pCell(lag.holmP)),
        ]
      })
  }

  var numbers: [(String, String)] {
    var rows: [(String, String)] = []
    if let detrended {
      var text = "tau-b \(Phrase.correlation(detrended.tauB)), \(Phrase.pValue(detrended.p))"
      if tests > 1, let holmP { text += ", Holm \(Phrase.pValue(holmP))" }
      if let interval = detrended.interval {
        text += ", 95 % interval \(Phrase.correlation(interval.low)) to "
        text += "\(Phrase.correlation(interval.high)) (block bootstrap)"
      }
      rows.append(("Without trends", text))
    }
    if let raw {
      let trends =
        isTrendA && isTrendB ? "; both also trend with time, so this says little" : ""
      rows.append(
        ("As they are", "tau-b \(Phrase.correlation(raw.tauB)), \(Phrase.pValue(raw.p))\(trends)"))
    }
    rows.append(("Pairs", "\(points.count), \(tests) \(tests == 1 ? "test" : "tests")"))
    return rows
  }
}
