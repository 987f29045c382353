/// Parses exercises from their blocks.
enum ExerciseReader {
  static func exercise(_ block: BlockFile.Block, own: Bool) throws -> Exercise {
    try block.allow([
      "name", "aliases", "sided", "dose", "aim", "cue", "easier", "harder", "variant-of",
    ])
    let doseText = try block.value("dose") ?? DoseKind.reps.rawValue
    guard let dose = DoseKind(rawValue: doseText) else {
      let kinds = DoseKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputError(
        "line \(block.lineOf("dose")): there is no kind of dose \(doseText.quoted)",
        hint: "the kinds are \(kinds)")
    }
    let name = try block.value("name").map { text in
      try InputError.atLine(block.lineOf("name")) { try FreeText.title(text, as: "name") }
    }
    for key in ["aim", "cue"] {
      if let text = try block.value(key) {
        _ = try InputError.atLine(block.lineOf(key)) { try FreeText.note(text) }
      }
    }
    return Exercise(
      slug: block.slug, name: name ?? block.slug.text,
      aliases: try block.list("aliases"), oneSided: try block.flag("sided"), dose: dose,
      aim: try block.value("aim"), cue: try block.value("cue"),
      easier: try block.slugs("easier"), harder: try block.slugs("harder"),
      variantOf: try block.slugs("variant-of").first, own: own)
  }

  /// Checks the names that the user's exercises have and refer to.
  ///
  /// - Throws: ``InputError`` with the invalid line.
  static func check(
    _ exercises: [Exercise], blocks: [BlockFile.Block], known: Catalogue
  ) throws {
    let bySlug = Dictionary(known.exercises.map { ($0.slug, $0) }) { first, _ in first }
    let index = known.index
    for exercise in exercises {
      guard let block = blocks.first(where: { $0.kind == "exercise" && $0.slug == exercise.slug })
      else { continue }
      for word in [exercise.slug.text] + exercise.aliases {
        try InputError.atLine(block.line) { try EntryParser.checkName(word) }
        // The first owner of a name keeps it, so a different owner means it is taken.
        if let owner = index.exactly(word), owner.slug != exercise.slug {
          throw InputError(
            "line \(block.line): \(word.quoted) is taken by the exercise '\(owner.slug)'",
            hint: "take another name")
        }
      }
      for (key, slugs) in [
        ("easier", exercise.easier), ("harder", exercise.harder),
        ("variant-of", exercise.variantOf.map { [$0] } ?? []),
      ] {
        for slug in slugs where bySlug[slug] == nil {
          throw InputError(
            "line \(block.lineOf(key)): there is no exercise \(slug.text.quoted)",
            hint: "'psoas exercise list' shows all")
        }
      }
      if let both = exercise.easier.first(where: { exercise.harder.contains($0) }) {
        throw InputError(
          "line \(block.lineOf("easier")): '\(both)' cannot be both easier and harder",
          hint: "keep one of them")
      }
      if let circle = circle(from: exercise, bySlug) {
        throw InputError(
          "line \(block.line): \(circle) goes round in a circle",
          hint: "an exercise cannot be harder than itself, or a variant of itself")
      }
    }
  }

  /// A path from an exercise through harder variants, or through what they are variants of, back to itself.
  private static func circle(from start: Exercise, _ bySlug: [Slug: Exercise]) -> String? {
    for (word, next) in [
      ("harder", { (exercise: Exercise) in exercise.harder }),
      ("variant-of", { exercise in exercise.variantOf.map { [$0] } ?? [] }),
      ("easier", { exercise in exercise.easier }),
    ] {
      var path: [Slug: Slug] = [:]
      var queue = [start]
      while let exercise = queue.popLast() {
        for slug in next(exercise) {
          if slug == start.slug {
            var names = [exercise.slug]
            while let before = path[names[0]] { names.insert(before, at: 0) }
            return "\(word): " + (names + [slug]).map(\.text).joined(separator: " > ")
          }
          guard path[slug] == nil, let found = bySlug[slug] else { continue }
          path[slug] = exercise.slug
          queue.append(found)
        }
      }
    }
    return nil
  }
}
