import Core

/// A unit that a file writes for a measured value, brought to one that the log measures in.
struct MeasuredUnit {
  /// The log's unit.
  let unit: MeasurementKind.Unit
  /// How many of the log's unit are one of the file's, as a fraction.
  let factor: (over: Int, under: Int)

  /// The unit that a word means; nil for one that the log has nothing for.
  init?(_ word: String) {
    guard let (unit, over, under) = MeasuredUnit.table[word.lowercased()] else { return nil }
    self.unit = unit
    factor = (over, under)
  }

  /// Whether values change when they are brought to the log's unit.
  var converts: Bool { factor.over != factor.under }

  /// The log's unit where a new kind may be made in it: amounts of food in grams or minutes of anything
  /// are numbers of a day.
  var ownUnit: MeasurementKind.Unit? { !converts || isHeavy ? unit : nil }

  private var isHeavy: Bool { unit == .kilograms && factor.over * 10 > factor.under }

  /// A value in the log's unit, rounded to its hundredths; nil where it is too large to count.
  func converted(_ hundredths: Int) -> Int? {
    let (product, overflow) = hundredths.multipliedReportingOverflow(by: factor.over)
    guard !overflow else { return nil }
    let half = factor.under / 2
    return (product + (product < 0 ? -half : half)) / factor.under
  }

  /// International avoirdupois pounds and inches are exact.
  private static let table: [String: (MeasurementKind.Unit, Int, Int)] = [
    "kg": (.kilograms, 1, 1), "kgs": (.kilograms, 1, 1), "g": (.kilograms, 1, 1000),
    "lb": (.kilograms, 45_359_237, 100_000_000), "lbs": (.kilograms, 45_359_237, 100_000_000),
    "st": (.kilograms, 635_029_318, 100_000_000),
    "cm": (.centimetres, 1, 1), "mm": (.centimetres, 1, 10), "m": (.centimetres, 100, 1),
    "in": (.centimetres, 254, 100), "s": (.seconds, 1, 1), "sec": (.seconds, 1, 1),
    "min": (.seconds, 60, 1), "deg": (.degrees, 1, 1), "°": (.degrees, 1, 1),
    "points": (.points, 1, 1), "count": (.count, 1, 1),
  ]
}
