import Analytics
import Core

extension CompareReport: Sectioned, Pictured {
  package var sections: [TextSection] {
    [.heading(heading), .table(phaseTable)] + (hasWeeks ? [.picture(chart)] : [])
      + (effect.map { [.fields(numbers($0))] } ?? []) + [.statements(statements + remarks)]
  }

  /// The report as CSV, one line per compared week.
  package func csv() -> String {
    Table(
      columns: ["week", "phase", "label", "value"].map { Table.Column($0, title: $0) },
      cells: [("a", a), ("b", b)].flatMap { name, part in
        zip(part.weeks, part.values).map { week, value in
          [
            .text(Week(number: week).description), .text(name), .text(part.phase.label),
            .number(value),
          ]
        }
      }
    ).csv()
  }

  package func json() -> JSON {
    .object([
      ("report", .string("compare")), ("series", .string(values.series.name)),
      ("unit", JSON(values.series.unit)), ("better", JSON(values.series.better?.rawValue)),
      ("method", JSON(values.method?.label)), ("a", json(a)), ("b", json(b)),
      ("nap", JSON(effect?.overlap.nap)), ("tau", JSON(effect?.overlap.tau)),
      ("p", JSON(effect?.overlap.p.value)), ("pMethod", JSON(effect?.overlap.p.method.rawValue)),
      ("segmented", effect.map { json($0.segmented) } ?? .null),
      ("leftOutFlares", JSON(values.leftOut?.count)),
      ("phases", .array(parts.map(json))), ("remarks", .array(remarks.map { .string($0) })),
      ("statement", .string(statement)),
    ])
  }

  private func json(_ part: Part) -> JSON {
    .object([
      ("label", .string(part.phase.label)), ("n", .integer(part.n)), ("median", JSON(part.median)),
      ("span", .integer(part.span)),
      ("first", JSON(part.weeks.first.map { Week(number: $0).description })),
      ("last", JSON(part.weeks.last.map { Week(number: $0).description })),
    ])
  }

  private func json(_ segmented: Segmented) -> JSON {
    .object([
      ("level", .number(segmented.level.value)), ("levelP", JSON(segmented.level.neweyWest?.p)),
      ("slopeChange", .number(segmented.slopeChange.value)),
      ("slopeChangeP", JSON(segmented.slopeChange.neweyWest?.p)),
      ("slope", .number(segmented.slope.value)), ("slopeP", JSON(segmented.slope.neweyWest?.p)),
      ("levelOrdinaryP", JSON(segmented.level.ordinary?.p)),
      ("slopeChangeOrdinaryP", JSON(segmented.slopeChange.ordinary?.p)),
      ("degreesOfFreedom", .integer(segmented.degreesOfFreedom)),
    ])
  }

  /// Whether either phase has a value to draw.
  var hasWeeks: Bool { a.n + b.n > 0 }

  var heading: String {
    "\(values.series.subject): '\(a.phase.label)' and '\(b.phase.label)'"
  }

  var phaseTable: Table {
    Table(
      columns: [
        Table.Column("phase", title: ""), Table.Column("weeks", title: "Weeks", right: true),
        Table.Column("median", title: "Median", right: true), Table.Column("from", title: "From"),
        Table.Column("to", title: "To"), Table.Column("label", title: "Phase"),
      ],
      cells: parts.map { part in
        let mark = part == a ? "A" : part == b ? "B" : ""
        return [
          mark.isEmpty ? .text(" ") : .text(mark), .integer(part.n),
          .optional(
            part.median, places: max(1, values.series.valuePlaces),
            suffix: values.series.tableSuffix),
          .optional(part.weeks.first.map { Week(number: $0).description }),
          .optional(part.weeks.last.map { Week(number: $0).description }),
          .text(part.phase.label),
        ]
      })
  }

  func numbers(_ effect: Effect) -> [(String, String)] {
    let overlap = effect.overlap
    let segmented = effect.segmented
    func text(_ coefficient: Segmented.Coefficient, unit: String = "") -> String {
      let size = coefficient.value
      let value = values.series.amount(size, places: size.usefulPlaces) + unit
      let robust = coefficient.neweyWest.map { Phrase.pValue($0.p) } ?? "no error to test it by"
      let ordinary = coefficient.ordinary.map { ", \(Phrase.pValue($0.p)) by least squares" }
      return "\(value), \(robust) (Newey–West)\(ordinary ?? "")"
    }
    return [
      (
        "NAP",
        "\(Phrase.correlation(overlap.nap)), Tau \(Phrase.correlation(overlap.tau)), "
          + "\(Phrase.pValue(overlap.p.value)) (\(overlap.p.method.rawValue))"
      ), ("Slope of A", text(segmented.slope, unit: " a week")),
      ("Step at B", text(segmented.level)),
      ("Change of slope", text(segmented.slopeChange, unit: " a week")),
    ]
  }
}
