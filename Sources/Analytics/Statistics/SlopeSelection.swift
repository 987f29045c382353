/// Picks slopes between pairs of points by rank without making all of them.
///
/// Randomised selection (Dillencourt, Mount and Netanyahu 1992; Matoušek 1991): cuts at slopes from
/// a random sample close in on the rank until the few slopes left can be made and sorted; each cut
/// costs O(n log n), and the expected number of cuts is small. The random numbers have a fixed seed
/// and only decide how long it takes, not what comes out.
///
/// The slope picked is the quotient of two differences as floating point gives it. Where different
/// slopes are different numbers, as of whole and half points over any length of time, it is bit for
/// bit what sorting all slopes would give; otherwise it may be a neighbouring number.
struct SlopeSelection {
  /// The number of slopes: of pairs of points of different x.
  let count: Int

  private let points: SlopePoints
  private var cuts: [SlopeCut]
  private var random = SplitMix64(seed: 1)
  /// So many slopes are made and sorted at once.
  private let sortable: Int

  init(_ points: SlopePoints) {
    self.points = points
    cuts = [SlopeCut(beforeAll: points), SlopeCut(afterAll: points)]
    count = cuts[1].countUpTo
    sortable = max(512, 4 * points.x.count)
  }

  /// The slope of 0-based `rank`, which must be less than `count`, in rising order.
  mutating func slope(rank: Int) -> Double? {
    while let after = cuts.firstIndex(where: { rank < $0.countUpTo }), after > 0 {
      let (low, high) = (cuts[after - 1], cuts[after])
      if rank >= high.countBelow { return high.slope }
      let place = rank - low.countUpTo
      let between = high.countBelow - low.countUpTo
      if between <= sortable {
        return element(place, of: slopes(from: low, to: high, ranks: nil))
      }
      let sample = slopes(from: low, to: high, ranks: sampleRanks(below: between))
      let centre = Int(Double(place) / Double(between) * Double(sample.count))
      // Nothing but rounding is left between two neighbouring numbers.
      if low.slope.nextUp >= high.slope { return element(centre, of: sample) }
      let margin = Int(1.5 * Double(sample.count).squareRoot())
      let pivots = [max(0, centre - margin), centre + margin].compactMap {
        element($0, of: sample).map { min(max($0, low.slope.nextUp), high.slope.nextDown) }
      }
      guard let first = pivots.first, let last = pivots.last else { return nil }
      let inner = first < last ? [first, last] : [first]
      cuts.insert(contentsOf: inner.map { SlopeCut(at: $0, of: points) }, at: after)
    }
    return nil
  }

  private func element(_ place: Int, of sorted: [Double]) -> Double? {
    sorted.isEmpty ? nil : sorted[min(place, sorted.count - 1)]
  }

  /// Random ranks in rising order, as many as there are points.
  private mutating func sampleRanks(below bound: Int) -> [Int] {
    var ranks: [Int] = []
    for _ in points.x.indices { ranks.append(random.next(below: bound)) }
    return ranks.sorted()
  }

  /// The slopes strictly between two cuts in rising order: all of them, or those that come at
  /// `ranks`, which rise, when the inversions are numbered in the order of the visit.
  private func slopes(from low: SlopeCut, to high: SlopeCut, ranks: [Int]?) -> [Double] {
    var places = Array(repeating: 0, count: points.x.count)
    for (place, index) in high.below.enumerated() { places[index] = place }
    var slopes: [Double] = []
    var (seen, next) = (0, 0)
    Inversions.visit(of: low.above.map { places[$0] }) { element, array, range in
      func add(_ other: Int) {
        guard let slope = points.slope(high.below[array[other]], high.below[element]) else {
          return
        }
        slopes.append(slope)
      }
      if let ranks {
        while next < ranks.count, ranks[next] < seen + range.count {
          add(range.lowerBound + ranks[next] - seen)
          next += 1
        }
        seen += range.count
      } else {
        for other in range { add(other) }
      }
    }
    return slopes.sorted()
  }
}
