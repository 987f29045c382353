/// The exercises and routines that come with the program, and the user's own exercises.
public struct Catalogue: Sendable {
  /// All exercises, by slug: the program's own in the order of its file, then the user's.
  public let exercises: [Exercise]

  /// The program's catalogue with the user's exercises behind it.
  ///
  /// - Throws: ``InputError`` when the embedded file does not fit its form, which a test excludes.
  public init(own: [Exercise] = []) throws {
    exercises = try Catalogue.readExercises(PackageResources.exercises_txt) + own
  }

  /// An index over slugs and aliases.
  public var index: NameIndex<Exercise> {
    var index = NameIndex<Exercise>()
    for exercise in exercises {
      index.add(exercise, slug: exercise.slug.text, aliases: exercise.aliases)
    }
    return index
  }

  /// The routines that come with the program, each step read by the ENTRY grammar.
  ///
  /// - Throws: ``InputError`` when the embedded file does not fit its form, which a test excludes.
  public func routines() throws -> [Routine] {
    let parser = EntryParser(exercises: index)
    return try BlockFile(PackageResources.routines_txt).blocks.map { block in
      try block.allow(["title", "protocol", "dose-source", "minutes", "step"])
      return Routine(
        slug: block.slug,
        title: try block.required("title"),
        program: try block.value("protocol").flatMap { Slug($0) },
        doseSource: try block.required("dose-source"),
        duration: try block.value("minutes").map { try Duration(minutes: $0) },
        steps: try block.fields.filter { $0.key == "step" }.flatMap { try parser.parse([$0.value]) }
      )
    }
  }

  /// The routine with this name or unambiguous beginning.
  ///
  /// - Throws: ``InputError`` that lists the routines.
  public func routine(named word: String) throws -> Routine {
    let routines = try routines()
    var index = NameIndex<Routine>()
    for routine in routines { index.add(routine, slug: routine.slug.text) }
    switch index.match(word.lowercased()) {
    case .one(let routine): return routine
    case .several(let slugs):
      throw InputError(
        "the routine \(quoted(word)) could be \(slugs.joined(separator: ", "))",
        hint: "give more letters")
    case .none:
      let names = routines.map(\.slug.text).joined(separator: ", ")
      throw InputError("there is no routine \(quoted(word))", hint: "the routines are \(names)")
    }
  }

  private static func readExercises(_ bytes: [UInt8]) throws -> [Exercise] {
    try BlockFile(bytes).blocks.map { block in
      try block.allow(["name", "aliases", "sided", "dose", "aim", "cue", "easier", "harder"])
      let doseText = try block.required("dose")
      guard let dose = DoseKind(rawValue: doseText) else {
        let kinds = DoseKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw InputError(
          "line \(block.line): there is no kind of dose \(quoted(doseText))",
          hint: "the kinds are \(kinds)")
      }
      return Exercise(
        slug: block.slug,
        name: try block.required("name"),
        aliases: try block.list("aliases"),
        oneSided: try block.required("sided") == "yes",
        dose: dose,
        aim: try block.value("aim"),
        cue: try block.value("cue"),
        easier: try block.list("easier").compactMap { Slug($0) },
        harder: try block.list("harder").compactMap { Slug($0) })
    }
  }
}
