// Made from Catalogue/Texts/stretch-and-activate.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
enum StretchAndActivateProtocol {
  static let stretchAndActivateRoutine = Routine(
    slug: Slug(stored: "stretch-and-activate"), title: "Hip-flexor stretch, then glutes",
    program: Slug(stored: "stretch-and-activate"), doseSource: "mixed", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "half-kneeling-stretch"),
        sets: [
          SetDone(reps: nil, hold: 30), SetDone(reps: nil, hold: 30), SetDone(reps: nil, hold: 30)],
        side: .both, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "donkey-kick"),
        sets: [SetDone(reps: 10, hold: 2), SetDone(reps: 10, hold: 2)], side: .both, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let thomasLevelCriterion = Criterion(
    id: Slug(stored: "thomas-level"), rule: .measureAtMost(Slug(stored: "thomas")),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 0),
        CriterionNumbers.Number(name: "days", tenths: 280)]),
    template: "Thomas test at {threshold}° or below on both sides: the thigh comes down to level",
    source: "the article; how recent it has to be is our default", advice: nil, optional: false)

  static let whole = RehabProtocol(
    slug: Slug(stored: "stretch-and-activate"), title: "Stretch the hip flexor, use the glutes",
    source: "\"Is Your Lower Back Pain Caused by a Tight Hip Flexor?\"",
    idea: "Long sitting is named as the main cause of tight hip flexors; hips that do not open go with glutes that work less, and a smaller gluteus maximus goes with back pain. So the front is stretched and the back of the hip is used.",
    indications: [
      "a hip flexor that the Thomas test finds tight: the thigh does not come down to level"],
    contraindications: [], warnings: [],
    stances: [
      RehabProtocol.Stance(
        topic: Slug(stored: "stretch-now"), answer: "yes", words: "three holds a side"),
      RehabProtocol.Stance(
        topic: Slug(stored: "half-kneeling"), answer: "yes",
        words: "it is the stretch of this protocol, with the glute squeezed"),
      RehabProtocol.Stance(
        topic: Slug(stored: "glutes-when"), answer: "now",
        words: "donkey kicks beside the stretch from the first day"),
      RehabProtocol.Stance(
        topic: Slug(stored: "tightness-cause"), answer: "yes",
        words: "tight from sitting, and the glutes work less for it")],
    questions: [
      RehabProtocol.Question(
        id: Slug(stored: "told-not-to"),
        question: "Has a doctor or physiotherapist told you not to exercise for now?",
        advice: "Keep to what they told you, and ask them when to begin.", source: "default"),
      RehabProtocol.Question(
        id: Slug(stored: "spreads"),
        question: "Does the pain spread into the buttock or down a leg?",
        advice: "Let a physiotherapist look at it first.", source: "default")],
    stages: [
      Stage(
        slug: Slug(stored: "stretch-and-kick"), title: "Stretch, then donkey kicks",
        aim: "Measure with the Thomas test now and then: psoas measure thomas VALUE --side left. A tight side stays above level. The article gives ranges: three stretches of 20 to 30 s a side, and two or three times ten donkey kicks a day a side, held for 1 to 2 s. The routine is one choice within them; daily is the article\'s for the kicks, ours for the stretch.",
        plans: [Stage.Plan(routine: stretchAndActivateRoutine, daysPerWeek: 7, source: "mixed")],
        gate: [], goals: [thomasLevelCriterion])],
    routines: [stretchAndActivateRoutine], own: false)
}
