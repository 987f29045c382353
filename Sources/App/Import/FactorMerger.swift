import Core

/// Holds the daily factors of a file back until it is known which amount counts for a day: the latest of the
/// day, or else the last in the file.
struct FactorMerger {
  private struct Place: Hashable {
    let day: Day
    let factor: Slug
  }

  private var held: [Place: (record: DayRecord, line: Int)] = [:]
  /// How many amounts were replaced by a later one.
  private(set) var earlier = 0

  /// Adds a record of one factor.
  mutating func take(_ record: DayRecord, line: Int) {
    guard let factor = record.factors.first else { return }
    let place = Place(day: record.moment.day, factor: factor.name)
    if let other = held[place] {
      earlier += 1
      if other.record.moment.utc > record.moment.utc { return }
    }
    held[place] = (record, line)
  }

  /// The amounts that count, in file order.
  var counting: [(record: DayRecord, line: Int)] {
    held.values.sorted { ($0.line, $0.record.id) < ($1.line, $1.record.id) }
  }
}
