/// Exercises in a fixed order, with their doses.
package struct Routine: Sendable, Equatable {
  /// The name by which it is typed.
  package let slug: Slug
  /// What it is.
  package let title: String
  /// The protocol it belongs to, by slug; nil for a standalone routine.
  package let program: Slug?
  /// The source of its doses: `article`, `default` for our own, or `mixed`.
  package let doseSource: String
  /// Its duration, if specified.
  package let duration: Duration?
  /// Its steps in order; at least one.
  package let steps: [ExerciseEntry]
  /// Seconds of rest between the sets of an exercise, if specified.
  package let rest: Int?
  /// Whether the user added it.
  package let own: Bool

  /// A remark about doses that no article gives; nil when all come from the article or the user.
  package var doseRemark: String? {
    switch doseSource {
    case "article", "own": nil
    case "mixed": "some doses of \(slug) are our defaults"
    default: "the doses of \(slug) are our defaults"
    }
  }

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

  /// The total of its holds in seconds, counting both sides; nil if a step is counted in repetitions or not
  /// at all.
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
