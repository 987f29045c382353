/// Which numbers an exercise's dose usually has.
package enum DoseKind: String, CaseIterable, Sendable {
  /// Repetitions.
  case reps
  /// A single hold.
  case hold
  /// Repetitions, each held.
  case repsHold = "reps-hold"
  /// Done without counting.
  case none

  /// An example of such a dose, as typed.
  package var example: String {
    switch self {
    case .reps: "3x10"
    case .hold: "3x20s"
    case .repsHold: "6-4-2x10s"
    case .none: ""
    }
  }
}

/// An exercise of the catalogue, or one defined by the user.
package struct Exercise: Hashable, Sendable {
  /// The name by which it is typed.
  package let slug: Slug
  /// Its name.
  package let name: String
  /// Other names, typed like a slug; `90/90` is one too.
  package let aliases: [String]
  /// Whether it is done on one side at a time.
  package let oneSided: Bool
  /// Which numbers its dose usually has.
  package let dose: DoseKind
  /// Its purpose, in a few words.
  package let aim: String?
  /// How to do it, in one or two sentences.
  package let cue: String?
  /// Easier variants, by slug.
  package let easier: [Slug]
  /// Harder variants, by slug.
  package let harder: [Slug]
  /// The exercise that this one is a variant of and counts as, by slug.
  package let variantOf: Slug?
  /// Whether the user added it.
  package let own: Bool

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
