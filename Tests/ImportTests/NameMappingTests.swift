import Core
import Import
import SeededRandom
import Testing

@Suite struct NameMappingTests {
  @Test func readsEveryTarget() throws {
    let text = """
      \u{FEFF}# names of Strong

      Bird Dog (Bodyweight) = bird-dog
      Side Plank - Left = side-plank left # the only one
      Squat=skip
      Workout A #1406 = glute-bridge
      Sitting = factor sitting
      Pain = pain
      Neck pain = pain neck
      Weight (kg) = measure body-weight
      Stand = measure stand left
      "a = b \\"c\\" \\\\ \\n d" = Bird-Dog
      """
    let mapping = try NameMapping(text)
    func slug(_ text: String) -> Slug { Slug(stored: text) }
    #expect(mapping["Bird Dog (Bodyweight)"] == .exercise(slug("bird-dog"), nil))
    #expect(mapping[" Side Plank - Left "] == .exercise(slug("side-plank"), .left))
    #expect(mapping["Squat"] == .skip)
    #expect(mapping["Workout A #1406"] == .exercise(slug("glute-bridge"), nil))
    #expect(mapping["Sitting"] == .factor(slug("sitting")))
    #expect(mapping["Pain"] == .pain(nil))
    #expect(mapping["Neck pain"] == .pain(PainSite(name: "neck", side: nil)))
    #expect(mapping["Weight (kg)"] == .measure(slug("body-weight"), nil))
    #expect(mapping["Stand"] == .measure(slug("stand"), .left))
    #expect(mapping["a = b \"c\" \\ \n d"] == .exercise(slug("bird-dog"), nil))
    #expect(mapping["squat"] == nil)
    #expect(mapping.unknown(of: ["Plank", "Squat", "Ab Wheel", "Plank"]) == ["Ab Wheel", "Plank"])
    #expect(try NameMapping(mapping.text) == mapping)
    let written = try mapping.text.split(separator: "\n").map { try NameMapping(String($0)) }
    let names = written.flatMap(\.targets.keys)
    #expect(names.count == 10 && names == names.sorted())
  }

  @Test(arguments: [
    ("a = b\nsquat", "line 2 of the mapping: 'squat' has no '='"),
    ("= b", "line 1 of the mapping: there is no name before the '='"),
    ("a =  # nothing", "line 1 of the mapping: 'a' means nothing"),
    ("\n\"a = b", "line 2 of the mapping: a quote is never closed"),
    ("\"a\" b", "line 1 of the mapping: there is no '=' behind the closing quote"),
    ("a = b\r\na = c", "line 2 of the mapping: 'a' appears twice"),
    ("a = factor", "line 1 of the mapping: 'factor' is nothing that a name can mean"),
    ("a = bird dog", "line 1 of the mapping: there is no side 'dog'"),
    ("a = käse", "line 1 of the mapping: 'käse' cannot be the name of an exercise"),
    ("a = pain moon", "line 1 of the mapping: there is no site 'moon'"),
  ]) func namesTheLineOfAMistake(_ text: String, message: String) {
    let failure = #expect(throws: ImportFailure.self) { try NameMapping(text) }
    #expect(failure?.message == message)
    #expect(failure?.hint != nil)
  }

  @Test func proposesOnlyWhatIsTheSame() throws {
    func exercise(_ slug: String, _ name: String, _ aliases: [String] = []) -> Exercise {
      Exercise(slug: Slug(stored: slug), name: name, aliases: aliases, oneSided: true, dose: .reps)
    }
    let proposals = NameProposals([
      exercise("bird-dog", "Bird-dog", ["quadruped-arm-leg"]), exercise("side-plank", "Side plank"),
      exercise("plank", "Plank"), exercise("left-turn", "Left turn"),
      exercise("one", "Twin"), exercise("two", "Twin"), exercise("90-90", "Hip switch", ["90/90"]),
    ])
    for (name, target) in [
      ("Bird Dog (Bodyweight)", "bird-dog"), ("BIRD DOG", "bird-dog"),
      ("Quadruped Arm-Leg", "bird-dog"), ("Side Plank - Left", "side-plank left"),
      ("Side Plank (Right Side)", "side-plank right"), ("Plank, left", "plank left"),
      ("left turn", "left-turn"), ("90/90", "90-90"), ("Right 90 90", "90-90 right"),
    ] { #expect(proposals.target(for: name)?.description == target, "\(name)") }
    for name in [
      "Bird Dogs", "Squat (Barbell)", "Bird Dog (Weighted)", "Plank Left Right", "Twin", "", "Left",
    ] { #expect(proposals.target(for: name) == nil, "\(name)") }
    var mapping = try NameMapping("Plank = skip")
    #expect(proposals.complete(&mapping, for: ["Plank", "Bird Dog", "Squat"]) == ["Squat"])
    #expect(mapping.text == "Bird Dog = bird-dog\nPlank = skip\n")
  }

  /// Whatever the names are, the text form says the same.
  @Test(arguments: UInt64(1)...200) func textReadsBack(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let letters = [
      "a", "=", "#", "\"", "\\", "n", " ", "\n", "\r", "\u{2028}", "é", "💪", "\u{FEFF}", "\u{301}",
      "1",
    ]
    let targets = [
      "bird-dog", "plank left", "factor sitting", "pain", "pain hip:left", "measure odi", "skip",
    ]
    var mapping = NameMapping()
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let name = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? ""
      }.joined()
      if name.unicodeScalars.allSatisfy(\.properties.isWhitespace) { continue }
      mapping[name] = try NameMapping.Target(targets.randomElement(using: &random) ?? "skip")
    }
    #expect(try NameMapping(mapping.text) == mapping)
    #expect(NameMapping(remembered: mapping.text) == mapping)
  }
}
