// Made from Catalogue/Texts/twelve-minute.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
enum TwelveMinuteProtocol {
  static let twelveMinuteRoutine = Routine(
    slug: Slug(stored: "twelve-minute"), title: "Twelve minutes of hip stretches",
    program: Slug(stored: "twelve-minute"), doseSource: "mixed", duration: Duration(seconds: 720),
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "knees-to-chest"), sets: [SetDone(reps: nil, hold: 150)], side: nil,
        load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "figure-4"), sets: [SetDone(reps: nil, hold: 50)], side: .both,
        load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "half-kneeling-stretch"), sets: [SetDone(reps: nil, hold: 50)],
        side: .both, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "90-90"), sets: [SetDone(reps: nil, hold: 50)], side: .both,
        load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "pigeon"), sets: [SetDone(reps: nil, hold: 50)], side: .both,
        load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "closing-decompression"), sets: [SetDone(reps: nil, hold: 170)],
        side: nil, load: nil, pain: nil)],
    rest: nil, own: false)

  static let bridgesAndThrustsRoutine = Routine(
    slug: Slug(stored: "bridges-and-thrusts"), title: "Glute bridges and hip thrusts",
    program: Slug(stored: "twelve-minute"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "glute-bridge"),
        sets: [SetDone(reps: 10, hold: nil), SetDone(reps: 10, hold: nil)], side: nil, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "hip-thrust"),
        sets: [SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)], side: nil, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let dailyPracticeCriterion = Criterion(
    id: Slug(stored: "daily-practice"), rule: .practiceShare(Slug(stored: "twelve-minute")),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 800),
        CriterionNumbers.Number(name: "days", tenths: 140)]),
    template: "The stretches done on at least {threshold} % of the last {days} days",
    source: "default", advice: nil, optional: false)

  static let whole = RehabProtocol(
    slug: Slug(stored: "twelve-minute"), title: "Twelve minutes of hip stretches a day",
    source: "\"12-minute hip flexor routine for lower back pain\"",
    idea: "Long sitting shortens the hip flexors and tips the pelvis forward. Six stretches in a fixed order take the load off the low back, with extra time for lying unloaded at the beginning and the end.",
    indications: ["a chronic, dull ache with long sitting or a pelvis tipped forward"],
    contraindications: ["sharp pain", "pain that spreads into a leg", "pain after a sudden injury"],
    warnings: [
      "The kneeling stretch keeps the spine neutral; never arch the back to gain range. (article)",
      "See a physiotherapist when pain spreads into the buttock or down the leg, gets worse during or after the routine, is severe or woke you, or is no better after two to three weeks of daily practice. (article)",
      "Any change of bladder or bowel is an emergency: get care at once. (article)"],
    stances: [
      RehabProtocol.Stance(
        topic: Slug(stored: "stretch-now"), answer: "yes",
        words: "every day, for a chronic dull ache only"),
      RehabProtocol.Stance(
        topic: Slug(stored: "half-kneeling"), answer: "yes",
        words: "the third of the six stretches"),
      RehabProtocol.Stance(
        topic: Slug(stored: "glutes-when"), answer: "later",
        words: "after two to three weeks of daily stretching"),
      RehabProtocol.Stance(
        topic: Slug(stored: "knees-to-chest"), answer: "yes",
        words: "always first where the low back is involved"),
      RehabProtocol.Stance(
        topic: Slug(stored: "tightness-cause"), answer: "yes",
        words: "hip flexors shortened by sitting")],
    questions: [
      RehabProtocol.Question(
        id: Slug(stored: "sharp-pain"), question: "Is the pain sharp rather than dull?",
        advice: "This protocol is not meant for sharp pain. See a physiotherapist first.",
        source: "article"),
      RehabProtocol.Question(
        id: Slug(stored: "spreads"),
        question: "Does the pain spread into the buttock or down a leg?",
        advice: "This protocol is not meant for pain that spreads. See a physiotherapist first.",
        source: "article"),
      RehabProtocol.Question(
        id: Slug(stored: "sudden-injury"), question: "Did the pain begin with a sudden injury?",
        advice: "This protocol is not meant for pain after a sudden injury. See a physiotherapist first.",
        source: "article"),
      RehabProtocol.Question(
        id: Slug(stored: "told-not-to"),
        question: "Has a doctor or physiotherapist told you not to exercise for now?",
        advice: "Keep to what they told you, and ask them when to begin.", source: "default")],
    stages: [
      Stage(
        slug: Slug(stored: "daily-stretches"), title: "Stretch every day",
        aim: "The six stretches in their order, every day, for two to three weeks.",
        plans: [Stage.Plan(routine: twelveMinuteRoutine, daysPerWeek: 7, source: "article")],
        gate: [dailyPracticeCriterion], goals: []),
      Stage(
        slug: Slug(stored: "add-glutes"), title: "Add bridges and thrusts",
        aim: "The stretches go on; glute bridges and hip thrusts come beside them.",
        plans: [
          Stage.Plan(routine: twelveMinuteRoutine, daysPerWeek: 7, source: "article"),
          Stage.Plan(routine: bridgesAndThrustsRoutine, daysPerWeek: 3, source: "default")],
        gate: [], goals: [])],
    routines: [twelveMinuteRoutine, bridgesAndThrustsRoutine], own: false)
}
