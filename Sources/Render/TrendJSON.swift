import Analytics
import Core

extension TrendReport {
  /// The report as JSON. Slopes are in units per week, also for daily points.
  package func json() -> JSON {
    let series = values.series
    return .object([
      ("report", .string("trend")), ("series", .string(series.name)), ("unit", JSON(series.unit)),
      ("better", JSON(series.better?.rawValue)), ("by", .string(values.step.rawValue)),
      ("since", .string(values.window.lowerBound.description)),
      ("until", .string(values.window.upperBound.description)), ("points", .array(pointList)),
      ("n", .integer(points.count)), ("span", .integer(span)), ("slope", slopeJSON),
      (
        "mannKendall",
        mannKendall.map { test in
          .object([
            ("s", .integer(test.s)), ("p", .number(test.p.value)),
            ("method", .string(test.p.method.rawValue)),
          ])
        } ?? .null
      ), ("serial", serialJSON), ("change", changeJSON), ("control", controlJSON),
      ("method", JSON(values.method?.label)),
      (
        "methods",
        .array(
          values.methods.map { count in
            .object([
              ("method", .string(count.method.label)), ("points", .integer(count.points)),
            ])
          })
      ), ("breaks", .array(breakList)), ("leftOutFlares", JSON(leftOutFlares)),
      ("unfinishedLeftOut", .bool(values.isUnfinishedLeftOut)),
      ("clear", .bool(isClear)), ("statement", .string(statement)),
    ])
  }

  private var pointList: [JSON] {
    points.map { point in
      .object([
        (values.step.rawValue, .string(point.label)), ("x", .number(point.x)),
        ("value", .number(point.value)), ("n", .integer(point.n)),
        ("smoothed", .number(point.smoothed)), ("flare", .bool(point.isFlare)),
        ("protocol", JSON(point.stageInterval?.rehabProtocol.text)),
        ("stage", JSON(point.stageInterval?.stage.text)),
      ])
    }
  }

  private var slopeJSON: JSON {
    guard let slope else { return .null }
    var pairs: [(String, JSON)] = [
      ("perWeek", .number(slope.perWeek)), ("low", JSON(slope.interval?.low)),
      ("high", JSON(slope.interval?.high)), ("intercept", .number(slope.intercept)),
      ("level", .number(TrendReport.level)),
    ]
    if values.step == .day { pairs.append(("perDay", .number(slope.perStep))) }
    return .object(pairs)
  }

  private var serialJSON: JSON {
    guard let serial else { return .null }
    return .object([
      ("lag1", .number(serial.lag1)), ("varianceFactor", .number(serial.varianceFactor)),
      ("p", JSON(serialP?.value)), ("pairs", .integer(serial.pairs)),
    ])
  }

  private var changeJSON: JSON {
    guard let change = change.difference else { return .null }
    return .object([
      ("first", .number(change.first.value)), ("last", .number(change.last.value)),
      ("points", .number(change.points)), ("percent", JSON(change.percent)),
      ("mic", JSON(change.important?.value)), ("mdc", JSON(change.detectable?.value)),
      ("important", change.isImportant.map { .bool($0) } ?? .null),
      ("beyondError", change.isDetectable.map { .bool($0) } ?? .null),
      ("micSource", JSON(change.important?.source.text)),
      ("mdcSource", JSON(change.detectable?.source.text)),
      ("firstLabel", .string(change.first.label)), ("firstN", .integer(change.first.n)),
      ("lastLabel", .string(change.last.label)), ("lastN", .integer(change.last.n)),
    ])
  }

  private var controlJSON: JSON {
    guard let control else { return .null }
    return .object([
      ("centre", .number(control.centre)), ("low", .number(control.limits.low)),
      ("high", .number(control.limits.high)), ("baseline", .integer(control.baseline)),
      ("movingRanges", .integer(control.movingRanges)),
      ("signals", .array(control.signals.map(signalJSON))),
    ])
  }

  private func signalJSON(_ signal: Control.Signal) -> JSON {
    .object([
      ("kind", .string(signal.isRun ? "run" : "beyondLimit")),
      (values.step.rawValue, .string(points[signal.indices.lowerBound].label)),
      ("points", .integer(signal.indices.count)),
      ("side", .string(signal.isAbove ? "above" : "below")),
    ])
  }

  private var breakList: [JSON] {
    values.breaks.map { point in
      .object([
        (values.step.rawValue, .string(values.step.label(point.number))),
        ("before", .array(point.before.map { .string($0.label) })),
        ("after", .array(point.after.map { .string($0.label) })),
      ])
    }
  }
}
