import Core

@testable import Render

/// Pictures at the edges of what they are made for.
enum Samples {
  static let hostile =
    "</title><script>alert('x')</script> & \"quotes\" \u{0}\u{1B}[31m\u{202E}ab]]>"
  static let long = String(repeating: "A very long label that has no end and no mercy ", count: 6)

  static let charts: [(String, Chart)] = [
    ("empty", empty), ("one-week", weeks(1)), ("two-weeks", weeks(2)), ("twelve", trend),
    ("sixty", weeks(60, gaps: true)), ("decade", weeks(520)), ("days", days(7300)),
    ("days-40", days(40)), ("limits", atLimits), ("long", labelled(long)),
    ("hostile", labelled(hostile)), ("pair", pair), ("phases", phases), ("crowded", crowded),
    ("huge", huge), ("weekly-stages", weeklyStages), ("long-stages", longStages),
  ]

  static let scatters: [(String, ScatterChart)] = [
    ("scatter", scatter(13)), ("scatter-0", scatter(0)), ("scatter-1", scatter(1)),
    ("scatter-500", scatter(500)),
    (
      "scatter-hostile",
      ScatterChart(
        title: hostile, a: .init(long, unit: hostile), b: .init(hostile, unit: long),
        points: [.init(hostile, a: 1e14, b: -1e14), .init(long, a: -1e14, b: 1e14)])
    ),
  ]

  static let candidates: [(String, CandidateChart)] = [
    ("candidates-0", CandidateChart(title: "Nothing", outcome: "pain", rows: [], notes: [long])),
    ("candidates-1", candidates(1)), ("candidates-9", candidates(9)),
    ("candidates-90", candidates(90)),
    (
      "candidates-hostile",
      CandidateChart(
        title: hostile, outcome: hostile,
        rows: [
          .init(
            hostile, kind: hostile, shape: .circle, value: 1, pairs: 99_999, p: "< .001",
            isClear: true),
          .init(
            String(repeating: "w", count: 64), kind: long, shape: .diamond, value: -1, pairs: 12,
            p: "1", isClear: false),
        ], notes: [hostile])
    ),
  ]

  static let strips: [(String, HeatStrip)] = [
    ("heat-1", strip(1)), ("heat-8", strip(8)), ("heat-53", strip(53)), ("heat-520", strip(520)),
    ("heat-0", HeatStrip(title: hostile, from: Week(number: 2962), days: [])),
  ]

  /// Values that wander without chance, the same each time.
  static func wander(_ index: Int) -> Double {
    let step = Double((index * 7919) % 23) / 23
    return 5 - 3 * Double(index % 97) / 97 + 2 * step
  }

  private static let first = 2951

  private static let empty = Chart(title: "Nothing", step: .week, span: first...first, panels: [])

  static func weeks(_ count: Int, gaps: Bool = false) -> Chart {
    let values = (0..<count).map { index -> Double? in
      gaps && (index % 7 == 3 || (20...26).contains(index)) ? nil : wander(index)
    }
    let points = Chart.Point.points(values, n: (0..<count).map { 1 + $0 % 6 }, from: first)
    let span = first...(first + count - 1)
    let pain = Chart.Series(
      "Pain now, weekly median", unit: "0-10", points: points, span: span, isPain: true, fewest: 3)
    let range = Chart.Series(
      "Glute bridge, weekly mean", unit: "degrees",
      points: Chart.Point.points(values.map { $0.map { 150 - 4 * $0 } }, from: first), span: span)
    return .pair(
      title: "Weeks: pain and range", pain, range,
      marks: [
        .stage(first, label: "staged-recovery: desensitise"),
        .stage(first + count / 2, label: "endurance"),
        .flare((first + count / 3)...(first + count / 3 + 2)),
      ])
  }

  static func days(_ count: Int) -> Chart {
    let start = 20_700 - count
    let points = Chart.Point.points((0..<count).map { $0 % 5 == 2 ? nil : wander($0) }, from: start)
    return .trend(
      title: "Pain by day",
      series: .init("Pain now", unit: "0-10", step: .day, points: points, isPain: true),
      smooth: points.map { Chart.Point(x: $0.x, value: 4 + Double($0.x % 90) / 90) })
  }

  static let trend: Chart = {
    let values: [Double?] = [7, 6.5, 6, nil, 6, 5.5, 4.5, nil, 5, 4, 4.5, 3.5]
    let points = Chart.Point.points(values, n: [2, 3, 4, 0, 5, 6, 7, 0, 1, 3, 3, 3], from: first)
    let line = Chart.Line(
      intercept: 6.8, slope: -0.29, origin: first, span: first...(first + 11))
    return .trend(
      title: "Pain: trend over 12 weeks",
      series: .init(
        "Pain now, weekly median", unit: "0-10", points: points, isPain: true, fewest: 3),
      line: line, band: .init(slopes: (-0.4, -0.15), of: line),
      limits: .init(centre: 5.3, low: 3.4, high: 7.2), signals: [first],
      smooth: points.map { Chart.Point(x: $0.x, value: $0.value + 0.3) },
      marks: [
        .stage(first + 3, label: "endurance"), .flare((first + 5)...(first + 7)),
        .method(first + 8, label: "goniometer"),
      ])
  }()

  private static let atLimits = Chart.trend(
    title: "Values at the limits",
    series: .init(
      "Pain now", unit: "0-10",
      points: Chart.Point.points([0, 10, 0, 10, 10, 10, 0, 0], from: first), isPain: true),
    line: .init(intercept: -20, slope: 8, origin: first, span: first...(first + 7)))

  private static func labelled(_ text: String) -> Chart {
    .trend(
      title: text, series: .init(text, unit: text, points: weeks(9).panels[0].points),
      line: .init(
        intercept: 5, slope: 0, origin: first, span: first...(first + 8), label: text),
      marks: [
        .stage(first + 1, label: text), .stage(first + 2, label: text),
        .flare((first + 4)...(first + 5), label: text),
      ])
  }

  private static let pair = Chart.pair(
    title: "Pain and sitting",
    .init("Pain now", unit: "0-10", points: weeks(14).panels[0].points, isPain: true),
    .init("Sitting, weekly median", unit: "h", points: weeks(10).panels[1].points))

  private static let phases = Chart.phases(
    title: "Pain before and after the stage endurance",
    series: .init("Pain now", unit: "0-10", points: weeks(14).panels[0].points, isPain: true),
    lines: [
      .init(intercept: 6, slope: -0.1, origin: first, span: first...(first + 6), label: "segments"),
      .init(
        intercept: 4.5, slope: -0.2, origin: first + 7, span: (first + 7)...(first + 13),
        label: "segments"),
    ], split: first + 7, label: "endurance")

  private static let crowded = Chart(
    title: "A stage each week", step: .week, span: first...(first + 79),
    panels: weeks(80).panels,
    marks: (0..<80).map { .stage(first + $0, label: "stage number \($0)") })

  static let stages = [
    "staged-recovery: desensitise", "endurance", "strength", "power", "return", "keep",
  ]

  private static let weeklyStages = Chart(
    title: "Stages of a week", step: .week, span: first...(first + 12),
    panels: weeks(13).panels,
    marks: stages.enumerated().map { .stage(first + 6 + $0.offset, label: $0.element) }
      + [.flare((first + 7)...(first + 9))])

  private static let longStages = Chart(
    title: "Stages of a week with long names", step: .week, span: first...(first + 25),
    panels: weeks(26).panels,
    marks: (0..<24).map { .stage(first + 1 + $0, label: "a stage of a long name \($0)") })

  private static let huge = Chart.trend(
    title: "Values of every size",
    series: .init(
      "load", unit: "", points: Chart.Point.points([-1e14, 1, .nan, 1e14], from: first)),
    limits: .init(centre: 0, low: -1e15, high: 1e15))

  private static func scatter(_ count: Int) -> ScatterChart {
    ScatterChart(
      title: "Pain against range", a: .init("Glute bridge, weekly mean", unit: "degrees"),
      b: .init("Pain now, weekly median", unit: "0-10", isPain: true),
      points: (0..<count).map {
        .init(Week(number: first + $0).description, a: 150 - 4 * wander($0 * 3), b: wander($0))
      })
  }

  static func candidates(_ count: Int) -> CandidateChart {
    let rows = (0..<count).map { index -> CandidateChart.Row in
      let isFactor = index % 3 == 0
      let hundredths = (index * 37) % 101 - 50
      return CandidateChart.Row(
        "candidate-\(index)", kind: isFactor ? "daily factor" : "exercise",
        shape: isFactor ? .diamond : .circle, value: Double(hundredths) / 100, pairs: 12 + index,
        p: ".5", isClear: index % 11 == 5)
    }
    return CandidateChart(
      title: "Against pain the next week", outcome: "pain the next week", rows: rows,
      notes: ["Not tried, with fewer than 12 pairs or always the same: sleep."])
  }

  private static func strip(_ count: Int) -> HeatStrip {
    let levels: [HeatStrip.Level?] = [.missed, .some, .most, .all, .all, .extra, nil]
    return HeatStrip(
      title: "Days of the plan", from: Week(number: first),
      days: (0..<(count * 7)).map { levels[($0 * 5 + $0 / 7) % 7] })
  }
}
