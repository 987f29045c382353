/// A fixed order of exercises with their doses.
package struct Routine: Sendable, Equatable {
  /// The name it is typed by.
  package let slug: Slug
  /// What it is.
  package let title: String
  /// The programme it belongs to, by slug; nil for one that stands alone.
  package let program: Slug?
  /// Where its doses come from: `article`, `default` for us, or `mixed`.
  package let doseSource: String
  /// How long it takes, where that is part of it.
  package let duration: Duration?
  /// Its steps in order; at least one.
  package let steps: [ExerciseEntry]
  /// Seconds of rest between the sets of an exercise, where that is part of it.
  package let rest: Int?
  /// Whether the user added it.
  package let own: Bool

  /// A remark on doses that no article gives; nil when all are the article's, or the user's own.
  package var doseRemark: String? {
    switch doseSource {
    case "article", "own": nil
    case "mixed": "some doses of \(slug) are our defaults"
    default: "the doses of \(slug) are our defaults"
    }
  }

  /// A routine with all its parts.
  package init(
    slug: Slug, title: String, program: Slug?, doseSource: String, duration: Duration?,
    steps: [ExerciseEntry], rest: Int? = nil, own: Bool = false
  ) {
    self.slug = slug
    self.title = title
    self.program = program
    self.doseSource = doseSource
    self.duration = duration
    self.steps = steps
    self.rest = rest
    self.own = own
  }

  /// The seconds that its holds add up to, both sides counted; nil where a step is counted in
  /// repetitions or not at all.
  package var holdSeconds: Int? {
    var total = 0
    for step in steps {
      for set in step.sets {
        guard set.reps == nil, let hold = set.hold else { return nil }
        total += hold * (step.side == .both ? 2 : 1)
      }
    }
    return total
  }
}
