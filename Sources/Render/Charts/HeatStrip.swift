import Core

/// Days as a calendar: one column per week, one row per weekday, fuller the more of the plan was done.
package struct HeatStrip: Picture, TextPicture {
  /// How much of a day's plan was done.
  package enum Level: String, Sendable, CaseIterable {
    case missed, some, most, all, extra

    /// Its meaning in words.
    var label: String {
      switch self {
      case .missed: "planned, not done"
      case .some: "some"
      case .most: "most"
      case .all: "all of the plan"
      case .extra: "done without a plan"
      }
    }
  }

  /// The title.
  package let title: String
  package let first: Week
  /// The days from the Monday of that week; nil where nothing was planned or done.
  package let days: [Level?]

  package init(title: String, from first: Week, days: [Level?]) {
    (self.title, self.first, self.days) = (title, first, days)
  }

  /// The number of weeks.
  var count: Int { (days.count + 6) / 7 }

  private var last: Week { first.adding(max(0, count - 1)) }

  func level(week: Int, weekday: Int) -> Level? {
    let index = week * 7 + weekday
    return index < days.count ? days[index] : nil
  }

  /// A description in words.
  package var summary: String {
    let counts = Level.allCases.map { level in
      "\(days.count { $0 == level }) \(level.label)"
    }
    return "Days from \(first) to \(last): \(counts.joined(separator: ", "))."
  }
}

extension HeatStrip {
  /// The calendar for a terminal, with as many of the latest weeks as fit.
  package func text(_ style: Style) -> String {
    let fitting = max(1, (style.width - 5) / 4)
    let shown = max(0, count - fitting)..<count
    var lines = [
      "     "
        + shown.map { Style.pad(first.adding($0).shortLabel, to: 4, right: false) }.joined()
    ]
    for weekday in 0..<7 {
      let cells = shown.map { week in
        let symbol = level(week: week, weekday: weekday).map { $0.symbol(style) } ?? " "
        return Style.pad(" \(symbol)", to: 4, right: false)
      }
      lines.append(Style.pad(Day.weekdayNames[weekday], to: 5, right: false) + cells.joined())
    }
    let key = Level.allCases.map { "\($0.symbol(style)) \($0.label)" }
    lines += style.wrap(key.joined(separator: "   "), indent: 0)
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension HeatStrip.Level {
  fileprivate func symbol(_ style: Style) -> String {
    switch self {
    case .missed: style.pick("·", ascii: ".")
    case .some: style.pick("░", ascii: "-")
    case .most: style.pick("▒", ascii: "=")
    case .all: style.pick("█", ascii: "#")
    case .extra: "+"
    }
  }
}
