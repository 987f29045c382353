import Foundation
import SeededRandom
import Testing

/// The promise of the seals: a bit that flips in the file and changes what any entry reads as is found.
@Suite struct BitFlipTests {
  private static let template = Result {
    let psoas = try Binary()
    let run = try psoas.shell(
      """
      for i in $(seq 1 100); do
        psoas pain $((i % 11)) --site low-back --note "note $i" --at -${i}h -q &&
        psoas log bird-dog 3x8 side-plank 2x20s/side --minutes 9 --at -${i}h -q &&
        psoas day sitting=${i}m --at -${i}d -q || exit 1
        [ $((i % 5)) = 0 ] && psoas measure thomas -$i --side left --at -${i}h -q
      done
      psoas config report.weeks 8 -q
      """)
    try #require(run.status == 0, "\(run.err)")
    return try #require(psoas.bytes())
  }

  @Test func aFlipThatChangesAnEntryIsFound() throws {
    let psoas = try Binary()
    let whole = try BitFlipTests.template.get()
    let reading = [
      ["list", "--limit", "1000", "--format", "json"], ["config", "--format", "json"],
    ]
    func write(_ bytes: Data) throws {
      try psoas.shell("rm -rf log.db*")
      try bytes.write(to: URL(fileURLWithPath: psoas.log))
    }
    try write(whole)
    let sound = try reading.map { try psoas.run($0).out }
    #expect(try psoas.run("doctor").status == 3, "the template has mode 0644")
    var (found, harmless, unseen) = (0, 0, 0)
    var random = SeededRandom(20_261_120)
    for _ in 0..<200 {
      let (place, bit) = (
        Int.random(in: 0..<whole.count, using: &random), Int.random(in: 0..<8, using: &random)
      )
      var flipped = whole
      flipped[place] ^= 1 << bit
      try write(flipped)
      try psoas.shell("chmod 600 log.db")
      let looked = try psoas.run("doctor")
      #expect([0, 1, 3].contains(looked.status), "byte \(place), bit \(bit): \(looked)")
      let integrity = try psoas.integrity()
      let read = try reading.map { try psoas.run($0) }
      let isSame = read.map(\.out) == sound && read.allSatisfy { $0.status == 0 }
      #expect(isSame || looked.status != 0, "byte \(place), bit \(bit): \(looked.out)")
      if looked.status == 0 { harmless += 1 } else { found += 1 }
      if !isSame, integrity == "ok\n" { unseen += 1 }
    }
    print(
      "200 flips: \(found) found, \(harmless) harmless; integrity_check alone would have missed "
        + "\(unseen) that changed what is read")
    #expect(found > 50)
  }
}
