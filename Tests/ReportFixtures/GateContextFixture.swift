import Analytics
import Core
import SeededRandom

/// Makes a context for the tests of rules: days are counted back from today, 0 is today.
package struct GateContextFixture {
  package static let today = Day(number: 20_800)
  package static let catalogue = Catalogue().withProtocols()

  package var stageDays: Int?
  package var sessions: [(session: Session, pain: PainAround)] = []
  package var ratings: [PainRating] = []
  package var measurements: [Measurement] = []
  package var factors: [Slug: [Day: Double]] = [:]
  package var adherence: Adherence?
  package var countedFrom: Day?
  private var made = 0

  package init(stageDays: Int? = nil) { self.stageDays = stageDays }

  /// A key; keys rise with the numbers.
  package static func id(_ number: Int) -> EntryID {
    var random = SeededRandom(UInt64(number))
    return EntryID(nanoseconds: 1_795_000_000_000_000_000 + number * 1_000_000, using: &random)
  }

  private mutating func id() -> EntryID {
    made += 1
    return GateContextFixture.id(made)
  }

  package static func moment(_ daysAgo: Int, hour: Int = 18) -> Moment {
    let day = today.adding(-daysAgo)
    return Moment(
      utc: day.number * 86_400 + hour * 3600, offsetMinutes: 0, zone: "UTC", day: day)
  }

  package mutating func session(
    _ daysAgo: Int, _ words: String = "bird-dog 3x8", before: Double? = nil, after: Double? = nil
  ) throws {
    let index = GateContextFixture.catalogue.index
    let entries = try EntryParser(exercises: index).parse([words])
    let pain = PainAround(
      before: score(before),
      after: score(after))
    sessions.append(
      (Session(id: id(), moment: GateContextFixture.moment(daysAgo), entries: entries), pain))
  }

  package mutating func pain(
    _ points: Double, _ daysAgo: Int, recall: Recall = .now, site: String? = nil, woke: Bool = false
  ) {
    guard let rating = score(points) else { return }
    ratings.append(
      PainRating(
        id: id(), moment: GateContextFixture.moment(daysAgo, hour: recall == .morning ? 7 : 20),
        score: rating, recall: recall, sites: site.map { [PainSite(name: $0, side: nil)] } ?? [],
        woke: woke))
  }

  package mutating func measure(
    _ kind: String, _ value: Double, _ daysAgo: Int, side: Side? = nil, pain: Double? = nil
  ) throws {
    measurements.append(
      Measurement(
        id: id(), moment: GateContextFixture.moment(daysAgo),
        kind: try MeasurementParser(own: []).kind(named: kind), side: side,
        trials: [Int((value * 100).rounded())], pain: score(pain))
    )
  }

  package var context: GateContext {
    let catalogue = GateContextFixture.catalogue
    return GateContext(
      today: GateContextFixture.today,
      stageStart: stageDays.map { GateContextFixture.today.adding(-$0) },
      sessions: sessions.map { session, pain in
        let next = session.moment.day.adding(1)
        let morning = ratings.last { $0.recall == .morning && $0.moment.day == next }?.score
        return RatedSession(
          session,
          pain: PainAround(before: pain.before, after: pain.after, nextMorning: morning))
      }, ratings: ratings, measurements: measurements, factors: factors,
      bases: catalogue.bases,
      routines: Dictionary(catalogue.routines.map { ($0.slug, $0) }) { first, _ in first },
      adherence: adherence, countedFrom: countedFrom)
  }

  /// What a criterion of the catalogue, or a rule of safety, comes to.
  package func result(_ id: String) -> CriterionResult? {
    let criteria = GateContextFixture.catalogue.protocols.flatMap(\.criteria)
    let rules = Safety().rules
    return (criteria + rules).first { $0.id.text == id }?.result(on: context)
  }
}
