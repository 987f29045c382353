import Core
import Statistics

/// Each exercise and each daily factor compared with the pain of the next day or week, all at once and
/// adjusted for their number.
package struct FactorsReport: Sendable {
  /// Something that may be associated with pain.
  package struct Candidate: Sendable {
    /// The kind of candidate.
    package enum Kind: String, Sendable {
      /// An exercise: done or not on a day, or on how many days of a week.
      case exercise
      /// A daily factor: its amount, or the median of the week.
      case factor
    }

    /// The kind.
    package let kind: Kind
    /// The exercise or factor.
    package let name: Slug
    /// Its values by the number of the week or day.
    package let values: [Int: Double]

    package init(_ kind: Kind, name: Slug, values: [Int: Double]) {
      self.kind = kind
      self.name = name
      self.values = values
    }

    /// Each exercise as a candidate: on how many of the days with an entry of any kind it was done, by week
    /// or day.
    package static func exercises(
      _ done: [Day: Set<Slug>], active: Set<Int>, by step: Step
    ) -> [Candidate] {
      var counts: [Slug: [Int: Double]] = [:]
      for (day, names) in done {
        for name in names { counts[name, default: [:]][step.number(of: day), default: 0] += 1 }
      }
      return counts.sorted { $0.key < $1.key }.map { name, days in
        let all = active.union(days.keys)
        return Candidate(
          .exercise, name: name,
          values: Dictionary(uniqueKeysWithValues: all.map { ($0, days[$0] ?? 0) }))
      }
    }
  }

  /// A candidate with its result.
  package struct Row: Sendable {
    /// The candidate.
    package let candidate: Candidate
    /// The number of pairs with the pain that follows.
    package let pairs: Int
    /// τ-b without the trends; nil when it was not tested.
    package let tauB: Double?
    /// Its p, and the p adjusted for all candidates tested.
    package let p: Double?, holmP: Double?

    /// Whether an association is claimed: by the adjusted p, and by an interval that allows for serial
    /// correlation.
    package let isClear: Bool
  }

  /// The pairs that a candidate needs.
  package static let fewestPairs = 12

  /// Pain.
  package let outcome: SeriesValues
  /// The candidates: tested ones by p, then the others by number of pairs.
  package let rows: [Row]
  /// How many were tested.
  package let tests: Int

  var step: Step { outcome.step }

  /// Compares the candidates with the outcome one week or day later.
  ///
  /// - Parameter flares: those whose weeks or days are left out, of the outcome and of the candidates; nil
  ///   when all count.
  package init(_ outcome: SeriesValues, candidates: [Candidate], without flares: [Flare]? = nil) {
    let outcome = flares.map { outcome.leavingOut($0) } ?? outcome
    self.outcome = outcome
    let step = outcome.step
    let later = Dictionary(outcome.values.map { ($0.number, $0.value) }) { first, _ in first }
    let tried = candidates.map { candidate in
      let numbers = candidate.values.keys.sorted().filter {
        later[$0 + 1] != nil && flares?.touch(step.days($0)) != true
      }
      let pairs = numbers.map { ($0, later[$0 + 1] ?? 0, candidate.values[$0] ?? 0) }
      let association = pairs.count >= Self.fewestPairs ? Association(pairs) : nil
      return (candidate: candidate, pairs: pairs.count, association: association)
    }
    let tested = tried.filter { $0.association?.detrended != nil }
    tests = tested.count
    let adjusted = Holm.adjusted(tested.compactMap(\.association?.detrended?.p.value)) ?? []
    let found = zip(tested, adjusted).map { entry, holmP in
      Row(
        candidate: entry.candidate, pairs: entry.pairs,
        tauB: entry.association?.detrended?.tauB, p: entry.association?.detrended?.p.value,
        holmP: holmP,
        isClear: Claim.isCarried(by: holmP) && entry.association?.excludesZero ?? false)
    }
    let others = tried.filter { $0.association?.detrended == nil }.map {
      Row(
        candidate: $0.candidate, pairs: $0.pairs, tauB: nil, p: nil, holmP: nil, isClear: false)
    }
    rows =
      found.sorted { ($0.p ?? 1, $0.candidate.name) < ($1.p ?? 1, $1.candidate.name) }
      + others.sorted { (-$0.pairs, $0.candidate.name) < (-$1.pairs, $1.candidate.name) }
  }
}

extension FactorsReport {
  /// The claimed ones.
  package var clear: [Row] { rows.filter(\.isClear) }

  package var untried: Int { rows.count - tests }

  /// The largest number of pairs of any candidate.
  package var mostPairs: Int { rows.map(\.pairs).max() ?? 0 }

  /// The smallest and the largest number of pairs of the tested ones.
  package var triedPairs: ClosedRange<Int> {
    let pairs = rows.filter { $0.tauB != nil }.map(\.pairs)
    let least = pairs.min() ?? 0
    return least...(pairs.max() ?? least)
  }

  /// Weeks or days from the first to the last value of pain.
  package var span: Int {
    let numbers = outcome.values.map(\.number)
    return numbers.first.flatMap { first in numbers.last.map { $0 - first + 1 } } ?? 0
  }
}
