import Core

extension HeatStrip {
  /// The calendar as a drawing: up to 53 weeks in one block, otherwise one block per year with the same weeks
  /// aligned.
  package func drawing(id: String) -> Drawing {
    var page = Drawing(width: ChartFrame.width, id: id)
    var y = page.title(title)
    y += 14
    let isOne = count <= 53
    let blocks = isOne ? [Block(weeks: 0..<count, year: nil)] : years
    let pitch = isOne && count <= 26 ? 22.0 : 12.5
    for block in blocks { y = draw(block, pitch: pitch, y: y, on: &page) }
    var key = KeyLayout(y: y + 6, width: page.width - 32)
    for level in Level.allCases {
      key.add(.init(sign: .cell(level), label: level.label), on: &page)
    }
    page.height = key.bottom + 12
    return page
  }

  /// Weeks in one row of the drawing.
  private struct Block {
    var weeks: Range<Int>
    let year: Int?
  }

  private var years: [Block] {
    (0..<count).reduce(into: []) { blocks, index in
      let year = first.adding(index).yearAndWeek.year
      if let last = blocks.last, last.year == year {
        blocks[blocks.count - 1].weeks = last.weeks.lowerBound..<(index + 1)
      } else {
        blocks.append(Block(weeks: index..<(index + 1), year: year))
      }
    }
  }

  private func draw(_ block: Block, pitch: Double, y: Double, on page: inout Drawing) -> Double {
    let left = 56.0
    // In a year block, the position of a week is its number.
    let offset = block.year == nil ? 0 : number(of: block.weeks.lowerBound) - 1
    let top = y + (block.year == nil ? 36 : 22)
    var cells: [Level: [(x: Double, y: Double)]] = [:]
    for (column, week) in block.weeks.enumerated() {
      let x = left + Double(column + offset) * pitch
      for weekday in 0..<7 {
        guard let level = level(week: week, weekday: weekday) else { continue }
        cells[level, default: []].append((x, top + Double(weekday) * pitch))
      }
    }
    for level in Level.allCases {
      HeatStrip.draw(cells[level] ?? [], level: level, size: pitch - 2, on: &page)
    }
    for weekday in stride(from: 0, to: 7, by: pitch < 14 ? 2 : 1) {
      let middle = top + (Double(weekday) + 0.5) * pitch + 3
      page.text(
        Day.weekdayNames[weekday], x: left - 8, y: middle, size: 11, anchor: .end, look: "dim")
    }
    var end = 0.0
    var year = block.year ?? -1
    if let year = block.year { page.text("\(year)", x: 16, y: y + 14, size: 13, isBold: true) }
    for (column, week) in block.weeks.enumerated() {
      let x = left + Double(column + offset) * pitch
      let text = first.adding(week).shortLabel
      guard x >= end, x + TextMetrics.width(of: text, size: 11) <= page.width - 8,
        x >= left + 40 || offset == 0
      else { continue }
      let isFirst = block.year != nil && column + offset < 2
      if !isFirst { page.text(text, x: x, y: top - 6, size: 11, anchor: .start, look: "dim") }
      let own = first.adding(week).yearAndWeek.year
      if own != year {
        page.text("\(own)", x: x, y: top - 20, size: 11, anchor: .start, look: "dim")
      }
      year = own
      end = x + TextMetrics.width(of: "2026", size: 11) + 8
    }
    return top + 7 * pitch + 12
  }

  private func number(of week: Int) -> Int { first.adding(week).yearAndWeek.week }

  /// The cells of one level, in one path. Size and fill both show how much was done, so neither colour nor
  /// grey is needed.
  static func draw(
    _ cells: [(x: Double, y: Double)], level: Level, size: Double, on page: inout Drawing
  ) {
    let data = cells.map { cell -> String in
      let (share, x, y) = (level.share, cell.x + size / 2, cell.y + size / 2)
      let half = size * share / 2
      if level == .extra {
        return
          "M\((x - half).px) \(y.px)h\((2 * half).px)M\(x.px) \((y - half).px)v\((2 * half).px)"
      }
      let side = (2 * half).px
      return "M\((x - half).px) \((y - half).px)h\(side)v\(side)h-\(side)z"
    }.joined()
    page.path(data, look: level.rawValue)
  }
}

extension HeatStrip.Level {
  /// How much of the cell's side is filled.
  fileprivate var share: Double {
    switch self {
    case .missed: 0.9
    case .some: 0.55
    case .most: 0.8
    case .all: 1
    case .extra: 0.7
    }
  }
}
