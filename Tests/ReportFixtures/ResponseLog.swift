import Analytics
import Core
import SeededRandom

/// Sessions of a log for these tests, one a day unless said.
package struct ResponseLog {
  package var rated: [RatedSession] = []
  private static let index: NameIndex<Exercise> = Catalogue().index

  package init() {}

  package mutating func session(
    _ day: Int, _ words: String, hour: Int = 18, before: Double? = nil, after: Double? = nil,
    morning: Double? = nil
  ) throws {
    var random = SeededRandom(UInt64(rated.count))
    rated.append(
      RatedSession(
        Session(
          id: EntryID(nanoseconds: day * 86_400_000_000_000 + hour, using: &random),
          moment: moment(day, hour: hour),
          entries: try EntryParser(exercises: ResponseLog.index).parse(
            words.split(separator: " ").map(String.init))),
        pain: PainAround(
          before: score(before), after: score(after), nextMorning: score(morning))))
  }

  package func report(
    _ days: ClosedRange<Int> = 20_000...20_027, flares: [Flare] = [], logBegins: Int? = nil,
    thresholds: ResponseThresholds = .standard
  ) -> ResponseReport {
    var random = SeededRandom()
    return ResponseReport(
      rated.shuffled(using: &random),
      days: Day(number: days.lowerBound)...Day(number: days.upperBound),
      flares: flares, logBegins: logBegins.map { Day(number: $0) }, thresholds: thresholds)
  }
}
