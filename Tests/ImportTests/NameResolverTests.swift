import Core
import SeededRandom
import Testing

@testable import Import

/// What names become that nobody said anything about, and what the user's lines do.
@Suite struct NameResolverTests {
  static let bearable = "date,weekday,time of day,category,rating/amount,detail,notes\n"
  static let strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"

  private func bearable(_ rows: String..., given: String = "", remembered: String = "") throws
    -> Applied
  {
    let text =
      NameResolverTests.bearable
      + rows.map { "2026-11-20,Fri,pm,\($0)\n" }.joined()
    return try applied(.bearable, text, given: given, remembered: remembered)
  }

  private func strong(_ names: String..., given: String = "", remembered: String = "") throws
    -> Applied
  {
    let text =
      NameResolverTests.strong + names.map { "2026-01-02 07:00:00,A,\"\($0)\",1,0,8\n" }.joined()
    return try applied(.strong, text, given: given, remembered: remembered)
  }

  /// Names without a letter of ours, or with the same first forty, stay apart.
  @Test func everyNameHasItsOwnSlug() throws {
    let scales = try bearable("Symptom,3,頭痛 (Severe),", "Symptom,1,腰痛 (Mild),")
    #expect(Set(scales.resolver.kinds.map(\.slug.text)) == ["imported", "imported-2"])
    #expect(Set(scales.resolver.kinds.map(\.title)) == ["頭痛, rated 0 to 4", "腰痛, rated 0 to 4"])
    #expect(Set(scales.lines) == ["imported-2 3 'Severe'", "imported 1 'Mild'"])
    let factors = try bearable("Factors,,頭 | 腰,", "Factors,,Long walk! | Long walk,")
    #expect(
      Set(factors.lines) == ["imported=1", "imported-2=1", "long-walk=1", "long-walk-2=1"])
    let values = try bearable(
      "Health measurements,1,頭 (kg),", "Health measurements,2,腰 (kg),")
    #expect(Set(values.resolver.kinds.map(\.slug.text)) == ["imported", "imported-2"])
    let stem = String(repeating: "long ", count: 9)
    let long = try strong("\(stem)a", "\(stem)b", "\(stem)c")
    let slugs = long.resolver.exercises.map(\.slug.text)
    #expect(Set(slugs).count == 3 && slugs.allSatisfy { Slug($0)?.text == $0 }, "\(slugs)")
  }

  @Test func thousandsOfNamesWithoutALetter() throws {
    var slugs = FreeSlugs(taken: [])
    let all = (0..<20_000).map { _ in slugs.slug("腰").text }
    #expect(Set(all).count == 20_000 && all.last == "imported-20000")
    let stem = String(repeating: "abcde ", count: 6) + "abc-x"
    let long = (0..<1200).map { _ in slugs.slug(stem) }
    #expect(long.allSatisfy { Slug($0.text) == $0 && FreeSlugs.reads(stem, as: $0) })
  }

  /// A symptom and a factor of one name are two things.
  @Test func oneNameInTwoRoles() throws {
    let both = try bearable("Symptom,2,Headache (Moderate),", "Factors,,Headache | Walk,")
    #expect(both.lines == ["headache 2 'Moderate'", "headache=1", "walk=1"])
    #expect(
      both.resolver.mapping.text == """
        Headache (factor) = factor headache
        Headache (rating) = measure headache
        Walk = factor walk

        """)
    let again = try bearable(
      "Symptom,2,Headache (Moderate),", "Factors,,Headache | Walk,",
      remembered: both.resolver.mapping.text)
    #expect(!again.resolver.isNew && again.lines == both.lines)
    let named = try bearable(
      "Symptom,2,Headache (Moderate),", "Factors,,Headache,",
      given: "Headache (factor) = factor head\nHeadache (rating) = skip")
    #expect(named.lines == ["1 skipped", "head=1"] && named.resolver.unmatched == [])
    let none = try bearable(
      "Symptom,2,Headache (Moderate),", "Factors,,Headache,", given: "Headache = skip",
      remembered: both.resolver.mapping.text)
    #expect(none.lines == ["1 skipped", "1 skipped"])
  }

  /// What was remembered of one role does not take the other's values.
  @Test func aLaterFileWithAnotherRole() throws {
    let later = try bearable(
      "Symptom,2,Headache (Moderate),", "Factors,,Headache,", remembered: "Headache = factor head")
    #expect(later.lines == ["headache 2 'Moderate'", "head=1"])
    let alone = try bearable("Symptom,2,Headache (Mild),", remembered: "Headache = factor head")
    #expect(alone.lines == ["head=2"])
    let other = try bearable("Factors,,Headache,", remembered: "Headache = measure odi")
    #expect(other.lines == ["headache=1"])
    #expect(
      other.resolver.mapping.text
        == "Headache = measure odi\nHeadache (factor) = factor headache\n")
  }

  /// A name that is written as the line of another is still its own.
  @Test func aNameLikeALine() throws {
    let names = try strong("Row", "Row (exercise)")
    #expect(names.lines == ["session row 1x8, row-exercise 1x8 'A'"])
    let again = try strong("Row", "Row (exercise)", given: names.resolver.mapping.text)
    #expect(again.lines == names.lines)
  }

  @Test func aTargetThatDoesNotSuit() throws {
    for (given, message, hint) in [
      (
        "Row = factor row",
        "the mapping takes 'Row' for 'factor row', and in the file it is an exercise",
        "use EXERCISE, EXERCISE left or skip"
      ),
      (
        "Row = plonk",
        "the mapping takes 'Row' for 'plonk', which is no exercise here",
        "add it with 'psoas exercise add plonk', or name another"
      ),
    ] {
      let failure = #expect(throws: ImportFailure.self) { try strong("Row", given: given) }
      #expect(failure?.message == message && failure?.hint == hint)
    }
    let failure = #expect(throws: ImportFailure.self) {
      try bearable("Symptom,2,Neck pain (Mild),", given: "Neck pain = pain neck")
    }
    #expect(
      failure?.message
        == "the mapping takes 'Neck pain' for 'pain neck', and in the file it is a rating on a "
        + "scale of its own")
    let kind = #expect(throws: ImportFailure.self) {
      try bearable("Symptom,2,Neck pain (Mild),", given: "Neck pain = measure stiffness")
    }
    #expect(
      kind?.message
        == "the mapping takes 'Neck pain' for 'stiffness', which is no kind of measurement here")
  }

  /// The words of a mapping are no names of exercises, and a log that has one can still name it.
  @Test func wordsOfTheMapping() throws {
    let resolver = try strong("Skip", "Pain", "Factor", "Measure", "Exercise").resolver
    #expect(
      resolver.exercises.map(\.slug.text)
        == ["exercise-2", "factor-2", "measure-2", "pain-2", "skip-2"])
    #expect(try NameMapping(resolver.mapping.text) == resolver.mapping)
    #expect(try strong("Skip", remembered: resolver.mapping.text).lines.count == 1)
    // What earlier versions wrote for such an exercise.
    let earlier = try strong("Factor", "Pain", remembered: "Factor = factor\nPain = pain\n")
    #expect(earlier.lines == ["session factor-2 1x8, pain-2 1x8 'A'"])
    #expect(
      try NameMapping("Skip = exercise skip left")["Skip"]
        == .exercise(Slug(stored: "skip"), .left))
  }

  @Test(arguments: UInt64(1)...300) func everyTargetReadsBack(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let words = NameMapping.Target.reserved + ["left", "right", "both", "a", "bird-dog", "2"]
    let slug = Slug(stored: words.sorted().randomElement(using: &random) ?? "a")
    let side = [nil, Side.left, .right, .both].randomElement(using: &random) ?? nil
    let site = PainSite(name: PainSite.names.randomElement(using: &random) ?? "hip", side: side)
    let targets: [NameMapping.Target] = [
      .exercise(slug, side), .factor(slug), .pain(nil), .pain(site), .measure(slug, side), .skip,
    ]
    for target in targets {
      #expect(try NameMapping.Target(target.description) == target, "\(target)")
    }
  }

  /// What --write-map wrote comes back as it is, also to a log that has none of it.
  @Test func aWrittenMappingComesBack() throws {
    let first = try strong("Farmers Walk", "Row", "Bird Dog")
    let back = try strong("Farmers Walk", "Row", "Bird Dog", given: first.resolver.mapping.text)
    #expect(back.resolver.exercises.map(\.slug.text) == ["farmers-walk", "row"])
    #expect(back.resolver.exercises.map(\.name) == ["Farmers Walk", "Row"])
    #expect(back.resolver.settled == ["Farmers Walk", "Row"], "what is made is said")
    #expect(back.lines == first.lines && back.resolver.isNew && back.resolver.unmatched == [])
    let edited = try strong(
      "Farmers Walk", "Heavy Walk",
      given: """
        Farmers Walk = farmers-walk
        Heavy Walk = farmers-walk left
        """)
    #expect(edited.lines == ["session farmers-walk 1x8, farmers-walk 1x8 left 'A'"])
    let rows = ["Symptom,2,Ache (Mild),", "Health measurements,80,Weight (kg),", "Factors,,Sun,"]
    let scales = try bearable(rows[0], rows[1], rows[2])
    let again = try bearable(rows[0], rows[1], rows[2], given: scales.resolver.mapping.text)
    #expect(again.lines == scales.lines && again.resolver.kinds == scales.resolver.kinds)
  }

  @Test func linesThatMatchNothing() throws {
    let resolver = try strong("Row", given: "Row = plank\nRows = plank\nSwim = skip").resolver
    #expect(resolver.unmatched == ["Rows", "Swim"] && resolver.isNew)
    #expect(try !strong("Row", remembered: "Row = plank").resolver.isNew)
  }

  /// An alias in a mapping is the exercise itself.
  @Test func aliasesAreTheirExercise() throws {
    let exercise = try #require(Catalogue().exercises.first { !$0.aliases.isEmpty })
    let lines = try strong("Row", given: "Row = \(exercise.aliases[0])").lines
    #expect(lines == ["session \(exercise.slug) 1x8 'A'"])
  }
}
