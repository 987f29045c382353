import Foundation
import SeededRandom
import Testing

/// The promise of the seals: a bit that flips in the file and changes what any entry reads as is found.
@Suite struct BitFlipTests {
  /// `scripts/faults damage` flips a thousand.
  private static let count = RandomRuns.count(60)

  @Test func aFlipThatChangesAnEntryIsFound() throws {
    let psoas = try Binary()
    let whole = try LogTemplate.damageable.bytes.get()
    let reading = [
      ["list", "--limit", "1000", "--format", "json"], ["config", "--format", "json"],
    ]
    func write(_ bytes: Data, mode: Int = 0o600) throws {
      for file in try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path) {
        try FileManager.default.removeItem(atPath: psoas.path(file))
      }
      try bytes.write(to: URL(fileURLWithPath: psoas.log))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: psoas.log)
    }
    try write(whole, mode: 0o644)
    let sound = try reading.map { try psoas.run($0).out }
    #expect(try psoas.run("doctor").status == 3, "a log that others may read is a finding")
    var (found, sanitized) = (0, 0)
    var random = SeededRandom(RandomRuns.seed)
    for _ in 0..<BitFlipTests.count {
      let (place, bit) = (
        Int.random(in: 0..<whole.count, using: &random), Int.random(in: 0..<8, using: &random)
      )
      var flipped = whole
      flipped[place] ^= 1 << bit
      try write(flipped)
      let looked = try psoas.run("doctor")
      #expect(
        [0, 1, 3].contains(looked.status),
        "seed \(RandomRuns.seed), byte \(place), bit \(bit): \(looked)")
      guard looked.status == 0 else {
        found += 1
        continue
      }
      sanitized += 1
      let read = try reading.map { try psoas.run($0) }
      let isSame = read.map(\.out) == sound && read.allSatisfy { $0.status == 0 }
      #expect(isSame, "seed \(RandomRuns.seed), byte \(place), bit \(bit)")
    }
    print(
      "\(BitFlipTests.count) flips from seed \(RandomRuns.seed): \(found) found, \(sanitized) sanitized"
    )
    #expect(found > BitFlipTests.count / 4)
  }
}
