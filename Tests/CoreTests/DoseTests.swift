import SeededRandom
import Testing

@testable import Core

/// Doses and entries through the parser and back.
@Suite struct DoseTests {
  private let parser = EntryParser(exercises: Catalogue().index)

  private func one(_ words: String...) throws -> ExerciseEntry {
    let entries = try parser.parse(words)
    #expect(entries.count == 1)
    return try #require(entries.first)
  }

  private func sets(_ reps: [Int?], hold: Int? = nil) -> [SetDone] {
    reps.map { SetDone(reps: $0, hold: hold) }
  }

  @Test func readsEveryFormOfTheContract() throws {
    #expect(try one("bird-dog", "3x8").sets == sets([8, 8, 8]))
    let plank = try one("side-plank", "3x20s", "left")
    #expect(plank.sets == sets([nil, nil, nil], hold: 20))
    #expect(plank.side == .left)
    let bridge = try one("glute-bridge", "3x12@20kg")
    #expect(bridge.sets == sets([12, 12, 12]))
    #expect(bridge.load == Load(hundredths: 2000, unit: .kg))
    #expect(try one("bird-dog", "6-4-2x10s").sets == sets([6, 4, 2], hold: 10))
    let kick = try one("donkey-kick", "2x10x2s", "both")
    #expect(kick.sets == sets([10, 10], hold: 2))
    #expect(kick.side == .both)
    #expect(try one("curl-up", "8,8,7").sets == sets([8, 8, 7]))
    let pigeon = try one("pigeon", "50s/side")
    #expect(pigeon.sets == sets([nil], hold: 50))
    #expect(pigeon.side == .both)
    #expect(try one("couch-stretch").sets == [SetDone(reps: nil, hold: nil)])
    #expect(try one("bird-dog 3x8 pain=2.5").pain == NPRSScore(tenths: 25))
  }

  @Test func readsWhatPeopleAlsoType() throws {
    #expect(try one("Bird-Dog", "3X8").sets == sets([8, 8, 8]))
    #expect(try one("glute-bridge", "3x12", "@12.5lb").load == Load(hundredths: 1250, unit: .lb))
    #expect(try one("side plank", "2x1m30s").sets == sets([nil, nil], hold: 90))
    #expect(try one("side", "plank", "45s").exercise.text == "side-plank")
    #expect(try one("side-plank", "2min").sets == sets([nil], hold: 120))
    #expect(try one("side-plank", "30s,25s").sets.map(\.hold) == [30, 25])
    #expect(try one("split-squat", "3x8/side@10kg").side == .both)
    #expect(try one("split-squat", "3x8@10kg/side").load == Load(hundredths: 1000, unit: .kg))
    #expect(try one("90/90", "50s/side").exercise.text == "90-90")
    #expect(try one("90-90").exercise.text == "90-90")
    #expect(try one("3x8".isEmpty ? "" : "bird", "3x8").exercise.text == "bird-dog")
  }

  @Test func readsSeveralExercises() throws {
    let entries = try parser.parse([
      "bird-dog 3x8", "side-plank", "3x20s", "left", "side-plank", "3x20s", "right", "pigeon",
    ])
    #expect(
      entries.map(\.text) == [
        "bird-dog 3x8", "side-plank 3x20s left", "side-plank 3x20s right", "pigeon",
      ])
  }

  @Test(arguments: [
    "0x8", "3x0", "100x8", "3x10000", "3x", "x8", "3xx8", "3x8x", "3x8x2", "3x8s8", "8,,7", "8,-7",
    "6-4-", "3x8@", "3x8@20", "3x8@20stone", "3x8@-5kg", "3x8@1001kg", "3x8@1e2kg", "3x8/middle",
    "3x8/left/right", "3x99999999999999999999s", "12", "0s", "86401s", "2000m", "3x8kg", "1m2m",
    "3x20ss", "3×", "8;7", "3x8@20kg@20kg", "999999999999999999999999999999x1", "20-30s", "8,8,7s",
    "10,20,30s", "20s,30", "8-10", "6-4-2",
  ])
  func refusesDose(_ dose: String) {
    let error = #expect(throws: InputError.self) { try parser.parse(["bird-dog", dose]) }
    #expect(error?.hint != nil)
  }

  /// A list is as long as sets can be: 99, whatever separates them.
  @Test(arguments: [(",", ""), ("-", "x10s")])
  func theLongestList(_ separator: String, _ hold: String) throws {
    func list(_ count: Int) -> String {
      Array(repeating: "8", count: count).joined(separator: separator) + hold
    }
    #expect(try parser.parse(["bird-dog", list(99)]).first?.sets.count == 99)
    let error = #expect(throws: InputError.self) { try parser.parse(["bird-dog", list(100)]) }
    #expect(error?.message.hasSuffix("has more than 99 sets") == true)
  }

  @Test(arguments: [
    ["3x8"], ["left", "bird-dog"], ["@20kg"], ["pain=3"], ["bird-dog", "3x8", "3x8"],
    ["bird-dog", "left", "right"], ["bird-dog", "pain=11"], ["bird-dog", "pain="], ["nonsense"],
    [""], ["bird-dog", " "], ["🙂", "3x8"], ["גשר", "3x8"], ["hip", "3x8"], ["--", "3x8"],
    ["bird-dog", "3x8", "@20kg", "@10kg"],
  ])
  func refusesEntry(_ words: [String]) {
    let error = #expect(throws: InputError.self) { try parser.parse(words) }
    #expect(error?.hint != nil)
  }

  @Test func anUnknownExerciseListsTheNearestAndTheWayToAddIt() {
    let error = #expect(throws: InputError.self) { try parser.parse(["glut-brige", "3x8"]) }
    #expect(error?.message == "there is no exercise 'glut-brige'")
    #expect(error?.hint?.contains("glute-bridge") == true)
    #expect(error?.hint?.contains("psoas exercise add glut-brige") == true)
  }

  @Test func anAmbiguousBeginningListsWhatItCouldBe() {
    let error = #expect(throws: InputError.self) { try parser.parse(["hip", "3x8"]) }
    #expect(error?.message.contains("hip-airplane, hip-hinge, hip-thrust") == true)
  }

  @Test func aSessionHasAnEnd() {
    #expect(throws: InputError.self) {
      try parser.parse(Array(repeating: "pigeon", count: EntryParser.mostEntries + 1))
    }
  }

  /// What an entry prints reads back as the same entry, for thousands of random ones.
  @Test func textReadsBackAsTheSameEntry() throws {
    var random = SeededRandom()
    let slugs = Catalogue().exercises.map(\.slug)
    for _ in 0..<20_000 {
      let entry = randomEntry(try #require(slugs.randomElement(using: &random)), &random)
      let parsed = try parser.parse([entry.text])
      #expect(parsed == [entry], "\(entry.text)")
      if parsed != [entry] { return }
    }
  }

  private func randomEntry(_ slug: Slug, _ random: inout some RandomNumberGenerator)
    -> ExerciseEntry
  {
    let count = Int.random(in: 1...6, using: &random)
    let hold = Int.random(in: 1...600, using: &random)
    func reps() -> Int { Int.random(in: 1...30, using: &random) }
    let sets: [SetDone]
    switch Int.random(in: 0...5, using: &random) {
    case 0: sets = Array(repeating: SetDone(reps: reps(), hold: nil), count: count)
    case 1: sets = Array(repeating: SetDone(reps: nil, hold: hold), count: count)
    case 2: sets = Array(repeating: SetDone(reps: reps(), hold: hold), count: count)
    case 3: sets = (0...count).map { _ in SetDone(reps: reps(), hold: nil) }
    case 4: sets = (0...count).map { _ in SetDone(reps: reps(), hold: hold) }
    default: sets = []
    }
    let hasLoad = Bool.random(using: &random)
    let unit: Load.Unit = Bool.random(using: &random) ? .kg : .lb
    let load = Load(hundredths: Int.random(in: 0...100_000, using: &random), unit: unit)
    let pain = NPRSScore(tenths: Int.random(in: 0...100, using: &random))
    return ExerciseEntry(
      exercise: slug, sets: sets,
      side: [nil, .left, .right, .both].randomElement(using: &random) ?? nil,
      load: hasLoad ? load : nil, pain: Bool.random(using: &random) ? pain : nil)
  }

  @Test func restsAreReadAsHoldsAre() throws {
    for (text, seconds) in [("20s", 20), ("0s", 0), ("1m", 60), ("1m30s", 90), ("3600s", 3600)] {
      #expect(try DoseParser.rest(text) == seconds)
    }
    for text in ["", "20", "-5s", "3601s", "s", "soon"] {
      let error = #expect(throws: InputError.self) { try DoseParser.rest(text) }
      #expect(error?.message == "cannot read '\(text)' as a rest")
    }
  }
}
