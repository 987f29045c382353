/// Which numbers an exercise's dose usually has.
package enum DoseKind: String, CaseIterable, Sendable {
  /// Repetitions.
  case reps
  /// A time held.
  case hold
  /// Repetitions, each held.
  case repsHold = "reps-hold"
  /// Practised without counting.
  case none

  /// A dose of this kind as it is typed, for examples.
  package var example: String {
    switch self {
    case .reps: "3x10"
    case .hold: "3x20s"
    case .repsHold: "6-4-2x10s"
    case .none: ""
    }
  }
}

/// An exercise of the catalogue or one of the user's own.
package struct Exercise: Hashable, Sendable {
  /// The name it is typed by.
  package let slug: Slug
  /// Its name.
  package let name: String
  /// Other words for it, each typed like a slug; `90/90` is one too.
  package let aliases: [String]
  /// Whether it is done one side at a time.
  package let oneSided: Bool
  /// Which numbers its dose usually has.
  package let dose: DoseKind
  /// What it is for, in a few words.
  package let aim: String?
  /// How to do it, in one or two sentences.
  package let cue: String?
  /// Easier variants, by slug.
  package let easier: [Slug]
  /// Harder variants, by slug.
  package let harder: [Slug]
  /// The exercise that this one is an easier or harder form of, and counts as, by slug.
  package let variantOf: Slug?
  /// Whether the user added it.
  package let own: Bool

  /// An exercise with all its parts.
  package init(
    slug: Slug, name: String, aliases: [String] = [], oneSided: Bool, dose: DoseKind,
    aim: String? = nil, cue: String? = nil, easier: [Slug] = [], harder: [Slug] = [],
    variantOf: Slug? = nil, own: Bool = false
  ) {
    self.slug = slug
    self.name = name
    self.aliases = aliases
    self.oneSided = oneSided
    self.dose = dose
    self.aim = aim
    self.cue = cue
    self.easier = easier
    self.harder = harder
    self.variantOf = variantOf
    self.own = own
  }
}
