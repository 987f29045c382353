import Analytics
import Core

extension FlareReport {
  /// The flares as a table, one row each.
  package var table: Table {
    let columns = [
      Table.Column("id", title: "Id"), Table.Column("start", title: "Start"),
      Table.Column("end", title: "End"),
      Table.Column("days", title: "Days", right: true),
      Table.Column("load", title: "Load 72 h before", right: true),
      Table.Column("sessions", title: "Sessions", right: true),
      Table.Column("withoutLoad", title: "Without load", right: true),
      Table.Column("minutes", title: "Min", right: true),
      Table.Column("sets", title: "Sets", right: true),
      Table.Column("usualLoad", title: "Usual load", right: true),
      Table.Column("usualSessions", title: "Usual sessions", right: true),
      Table.Column("usualMinutes", title: "Usual min", right: true),
      Table.Column("usualSets", title: "Usual sets", right: true),
      Table.Column("worst", title: "Worst", right: true),
      Table.Column("worstRecall", title: "Rated as"),
      Table.Column("level", title: "Level before", right: true),
      Table.Column("levelN", title: "n", right: true),
      Table.Column("daysBack", title: "Days back to it", right: true),
      Table.Column("note", title: "Note"),
    ]
    return Table(columns: columns, cells: rows.map(\.cells))
  }
}

extension FlareReport.Row {
  fileprivate var cells: [Table.Cell] {
    let (usual, level) = (try? self.usual.get(), try? self.level.get())
    return [
      .text(flare.id.description), .text(flare.start.iso8601), .optional(flare.end?.iso8601),
      .integer(days), .optional(before.load), .number(before.sessions),
      .number(before.withoutLoad), .optional(before.minutes), .number(before.sets),
      .optional(usual?.load), .optional(usual?.sessions), .optional(usual?.minutes),
      .optional(usual?.sets), .optional(worst?.score.points), .optional(worst?.recall.rawValue),
      .optional(level?.median), .optional(level.map { Double($0.n) }),
      .optional((try? daysBack.get()).map { Double($0) }), .optional(flare.note),
    ]
  }

  /// The flare as JSON; null with a reason for unknown values.
  func json() -> JSON {
    .object([
      ("id", .string(flare.id.description)), ("start", .string(flare.start.iso8601)),
      ("startDay", .string(flare.start.day.description)), ("end", JSON(flare.end?.iso8601)),
      ("endDay", JSON(flare.end?.day.description)), ("goingOn", .bool(flare.end == nil)),
      ("days", .integer(days)), ("before72h", json(before)),
      ("usual72h", (try? usual.get()).map(json) ?? .null), ("usual72hGap", gap(usual)),
      ("comparison", .string("our comparison: the mean of 72 hours over the 28 days before")),
      (
        "worst",
        worst.map {
          .object([
            ("score", .number($0.score.points)), ("recall", .string($0.recall.rawValue)),
            ("day", .string($0.moment.day.description)),
          ])
        } ?? .null
      ),
      (
        "levelBefore",
        (try? level.get()).map {
          .object([("median", .number($0.median)), ("n", .integer($0.n))])
        } ?? .null
      ), ("levelGap", gap(level)),
      ("daysBack", JSON(try? daysBack.get())), ("daysBackGap", gap(daysBack)),
      ("note", JSON(flare.note)),
    ])
  }

  private func json(_ exertion: FlareReport.Exertion) -> JSON {
    .object([
      ("load", JSON(exertion.load)), ("sessions", .number(exertion.sessions)),
      ("withoutLoad", .number(exertion.withoutLoad)), ("minutes", JSON(exertion.minutes)),
      ("sets", .number(exertion.sets)),
    ])
  }

  private func gap<Value>(_ result: Result<Value, FlareReport.Gap>) -> JSON {
    if case .failure(let gap) = result { return .string(gap.text) }
    return .null
  }
}
