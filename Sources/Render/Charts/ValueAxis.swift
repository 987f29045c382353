import Analytics

/// A vertical axis with round ticks: the value of the lowest tick, and the step.
struct ValueAxis: Equatable {
  let low: Double
  let step: Double
  let ticks: Int

  var high: Double { low + step * Double(ticks - 1) }

  init(low: Double, step: Double, ticks: Int) {
    (self.low, self.step, self.ticks) = (low, step, ticks)
  }

  /// The axis with round steps that fits all values between at most `most` ticks (4 or more); nil without
  /// values.
  init?(fitting values: [Double], most: Int) {
    let values = values.filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    // Tenths only where values are small: an angle is not read more precisely than to a degree.
    var unit = greatest - least < 1 && max(abs(least), abs(greatest)) < 10 ? 0.1 : 1.0
    while unit < 1e300 {
      for factor in [1.0, 2, 5] {
        let step = unit * factor
        let low = (least / step).rounded(.down)
        let needed = (greatest / step).rounded(.up) - low + 1
        guard needed <= Double(most) else { continue }
        // A flat line is drawn in the middle, not at the bottom.
        let below = needed < 3 ? 1.0 : 0.0
        self.init(low: (low - below) * step, step: step, ticks: max(3, Int(needed)))
        return
      }
      unit *= 10
    }
    return nil
  }

  /// The axis of a panel: whole numbers on a fixed scale, with at most `most` ticks.
  init?(_ panel: Chart.Panel, most: Int) {
    switch panel.scale {
    case .fixed(let low, let high):
      let step = [1.0, 2, 5, 10, 20, 50].first { (high - low) / $0 + 1 <= Double(most) } ?? 100
      self.init(low: low, step: step, ticks: Int(((high - low) / step).rounded(.up)) + 1)
    case .fitted: self.init(fitting: panel.extent, most: most)
    }
  }

  func value(_ tick: Int) -> Double { low + Double(tick) * step }

  func label(_ tick: Int) -> String { value(tick).text(places: 1) }

  /// The tick nearest to a value.
  func tick(of value: Double) -> Int {
    let place = ((value - low) / step).rounded()
    return Int(min(Double(ticks - 1), max(0, place)))
  }

  /// The same, or nil outside the axis.
  func tickIfInside(_ value: Double) -> Int? {
    guard value.isFinite else { return nil }
    let place = ((value - low) / step).rounded()
    return place >= 0 && place <= Double(ticks - 1) ? Int(place) : nil
  }
}

extension Chart.Panel {
  /// The values that the axis must include: the points, and horizontal lines. A sloping line and its band may
  /// leave the panel, so that an uncertain slope does not squeeze the points.
  fileprivate var extent: [Double] {
    points.map(\.value) + smooth.map(\.value) + (limits.map { [$0.low, $0.centre, $0.high] } ?? [])
  }
}
