import Core
import Statistics

/// Each exercise and each daily factor against the pain of the next day or week, all at once and with
/// the number of tries allowed for.
package struct FactorsReport: Sendable {
  /// What could go with pain.
  package struct Candidate: Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable {
      /// An exercise: done or not on a day, on how many days of a week.
      case exercise
      /// A daily factor: its amount, or the median of the week.
      case factor
    }

    /// What kind of thing it is.
    package let kind: Kind
    /// The exercise or factor.
    package let name: Slug
    /// Its values by the number of the week or day.
    package let values: [Int: Double]

    /// A candidate.
    package init(_ kind: Kind, _ name: Slug, _ values: [Int: Double]) {
      self.kind = kind
      self.name = name
      self.values = values
    }

    /// Each exercise as a candidate: the days it was done on in each week or day that has an entry of
    /// any kind, of those with an entry.
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
          .exercise, name, Dictionary(uniqueKeysWithValues: all.map { ($0, days[$0] ?? 0) }))
      }
    }
  }

  /// A candidate with what came of it.
  package struct Row: Sendable {
    /// The candidate.
    package let candidate: Candidate
    /// How many pairs with the pain that follows.
    package let pairs: Int
    /// τ-b without the trends; nil when it was not tried.
    package let tauB: Double?
    /// Its p, and the same allowing for all that were tried.
    package let p: Double?, holmP: Double?

    /// Whether it stands out from all that were tried: by this p, and by an interval that allows for
    /// neighbours in time that resemble each other.
    package let isClear: Bool
  }

  /// Pairs that a candidate needs.
  package static let fewestPairs = 12

  /// Pain.
  package let outcome: SeriesValues
  /// The candidates, those tried first, by p; then the others by the number of pairs.
  package let rows: [Row]
  /// How many were tried.
  package let tests: Int

  var step: Step { outcome.step }

  /// A report on the candidates, each against the outcome one week or day later.
  ///
  /// - Parameter flares: those whose weeks or days are left out, of the outcome and of the candidates; nil
  ///   when all count.
  package init(_ outcome: SeriesValues, _ candidates: [Candidate], without flares: [Flare]? = nil) {
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
        isClear: Claim.isCarried(by: holmP) && entry.association?.leavesZeroOut ?? false)
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
  /// Those that stand out.
  package var clear: [Row] { rows.filter(\.isClear) }

  package var untried: Int { rows.count - tests }

  /// The most pairs that any candidate has.
  package var mostPairs: Int { rows.map(\.pairs).max() ?? 0 }

  /// From how many pairs through how many the tried ones have.
  package var triedPairs: ClosedRange<Int> {
    let pairs = rows.filter { $0.tauB != nil }.map(\.pairs)
    let least = pairs.min() ?? 0
    return least...(pairs.max() ?? least)
  }

  /// Weeks or days from the first through the last value of pain.
  package var span: Int {
    let numbers = outcome.values.map(\.number)
    return numbers.first.flatMap { first in numbers.last.map { $0 - first + 1 } } ?? 0
  }
}
