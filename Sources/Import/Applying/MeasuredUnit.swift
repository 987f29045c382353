import Core

/// A unit of a measured value in a file, converted to one of the log's.
struct MeasuredUnit {
  /// The log's unit.
  let unit: MeasurementKind.Unit
  /// How many of the log's units make one of the file's, as a fraction.
  let factor: (over: Int, under: Int)

  /// The unit with this name; nil if the log has nothing for it.
  init?(_ word: String) {
    guard let (unit, over, under) = MeasuredUnit.table[word.lowercased()] else { return nil }
    self.unit = unit
    factor = (over, under)
  }

  /// Whether conversion changes the value.
  var converts: Bool { factor.over != factor.under }

  /// The log's unit, if a new kind of measurement may have it. Grams or minutes are amounts of a day, not
  /// measurements.
  var ownUnit: MeasurementKind.Unit? { !converts || isHeavy ? unit : nil }

  private var isHeavy: Bool { unit == .kilograms && factor.over * 10 > factor.under }

  /// A value in the log's unit, rounded to hundredths; nil when it is too large.
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
