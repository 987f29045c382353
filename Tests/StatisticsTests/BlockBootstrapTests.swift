import Statistics
import Testing

@Suite struct BlockBootstrapTests {
  @Test func blocksAreTheCubeRootRoundedUp() {
    let lengths = [1: 1, 2: 2, 8: 2, 9: 3, 27: 3, 28: 4, 64: 4, 65: 5, 125: 5, 216: 6, 1000: 10]
    for (count, length) in lengths {
      let bootstrap = BlockBootstrap(count: count, resamples: 1) { _ in 0 }
      #expect(bootstrap?.blockLength == length, "\(count)")
    }
  }

  /// n indices, each the one after its predecessor, round the end too, but at the start of a block.
  @Test(arguments: [1, 2, 10, 52])
  func resamplesAreBlocks(count: Int) throws {
    var wrapped = 0
    var starts: Set<Int> = []
    let bootstrap = try #require(
      BlockBootstrap(count: count, resamples: 500) { indices in
        #expect(indices.count == count)
        for place in indices.indices {
          #expect((0..<count).contains(indices[place]))
          let length = [1: 1, 2: 2, 10: 3, 52: 4][count] ?? 0
          guard place % length > 0 else {
            starts.insert(indices[place])
            continue
          }
          #expect(indices[place] == (indices[place - 1] + 1) % count)
          if indices[place] == 0 { wrapped += 1 }
        }
        return 1
      })
    #expect(bootstrap.used == 500)
    #expect(starts.count == count, "every place starts a block")
    #expect(count == 1 || wrapped > 0)
  }

  /// The first numbers of SplitMix64 for the seed 1234567, as published with its source.
  @Test func drawsAreThoseOfSplitMix64() {
    var random = SplitMix64(seed: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for number in published { #expect(random.next() == number) }
    #expect(random.next(below: 0) == 0)
    #expect(random.next(below: 1) == 0)
  }

  @Test func isTheSameEachTime() {
    var random = SplitMix64(seed: 51)
    let y = random.values(30, levels: 1_000_000)
    func interval(seed: UInt64) -> Interval? {
      BlockBootstrap(count: y.count, seed: seed) { indices in
        indices.reduce(0) { $0 + y[$1] } / Double(y.count)
      }?.interval
    }
    #expect(interval(seed: 1) == interval(seed: 1))
    #expect(interval(seed: 1) != interval(seed: 2))
  }

  /// The interval of a mean of independent values is near ±1.96 standard errors.
  @Test func intervalOfAMeanIsAsWideAsItsError() throws {
    var random = SplitMix64(seed: 50)
    let y = random.values(400, levels: 100)
    let mean = y.reduce(0, +) / 400
    let error = (y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399 / 400).squareRoot()
    let interval = try #require(
      BlockBootstrap(count: 400) { $0.reduce(0) { $0 + y[$1] } / 400 }?.interval)
    #expect(interval.low < mean && mean < interval.high)
    #expect((interval.high - interval.low).isClose(to: 2 * 1.96 * error, within: 0.15))
  }

  /// The values 0 to 99 in turn: their quantiles of type 7 are known.
  @Test func intervalRunsBetweenQuantiles() throws {
    var next = -1.0
    let bootstrap = try #require(
      BlockBootstrap(count: 3, level: 0.9, resamples: 101) { _ in
        next += 1
        return next
      })
    let interval = try #require(bootstrap.interval)
    #expect(interval.low.isClose(to: 5) && interval.high.isClose(to: 95))
  }

  /// Five in a hundred may be left out of a 95 % interval and ten of a 90 % one, not more.
  @Test(arguments: [0, 4, 5, 6, 10, 11, 100])
  func leavesOutWhatHasNoValue(missing: Int) throws {
    for (level, most) in [(0.95, 5), (0.9, 10)] {
      var calls = 0
      let bootstrap = try #require(
        BlockBootstrap(count: 10, level: level, resamples: 100) { _ in
          calls += 1
          return calls > missing ? Double(calls) : calls % 2 == 0 ? nil : .nan
        })
      #expect(bootstrap.used == 100 - missing)
      #expect(bootstrap.excluded == missing)
      #expect((bootstrap.interval == nil) == (missing > most))
    }
  }

  @Test func refusesArgumentsOutOfRange() {
    #expect(BlockBootstrap(count: 0) { _ in 1 } == nil)
    #expect(BlockBootstrap(count: 5, resamples: 0) { _ in 1 } == nil)
    for level in [0, 1, -1, .nan] {
      #expect(BlockBootstrap(count: 5, level: level) { _ in 1 } == nil)
    }
  }
}
