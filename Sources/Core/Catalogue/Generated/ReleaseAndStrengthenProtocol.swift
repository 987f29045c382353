// Made from Catalogue/Texts/release-and-strengthen.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
enum ReleaseAndStrengthenProtocol {
  static let releaseAndStrengthenRoutine = Routine(
    slug: Slug(stored: "release-and-strengthen"),
    title: "Hip-flexor release before training, then strength",
    program: Slug(stored: "release-and-strengthen"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "iliopsoas-release"), sets: [SetDone(reps: nil, hold: 60)],
        side: .both, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "plank"),
        sets: [SetDone(reps: nil, hold: 20), SetDone(reps: nil, hold: 20)], side: nil, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "jackknife"),
        sets: [SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)], side: nil, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let releaseFirstCriterion = Criterion(
    id: Slug(stored: "release-first"),
    rule: .doneTogether(
      [Slug(stored: "jackknife"), Slug(stored: "plank")], with: Slug(stored: "iliopsoas-release")),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 800),
        CriterionNumbers.Number(name: "days", tenths: 280)]),
    template: "At least {threshold} % of the sessions with core or hip-flexor work of the last {days} days had the release too",
    source: "default", advice: nil, optional: false)

  static let whole = RehabProtocol(
    slug: Slug(stored: "release-and-strengthen"), title: "Release before training, then strength",
    source: "\"Could Your Hip Flexor Be Causing Your Low Back Pain?\"",
    idea: "That tight hip flexors pull posture out of shape is not proven; weakness and poor control are the likelier cause. So tender spots are released before a workout, and core and hip flexors get stronger within it.",
    indications: [
      "chronic low-back pain, that is for more than three months, beside workouts of your own"],
    contraindications: [], warnings: ["See a physiotherapist to find the cause. (article)"],
    stances: [
      RehabProtocol.Stance(
        topic: Slug(stored: "strengthen-flexor"), answer: "yes",
        words: "jackknives and the like, within the normal workout"),
      RehabProtocol.Stance(
        topic: Slug(stored: "tightness-cause"), answer: "unproven",
        words: "weakness and poor control are likelier")],
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
        slug: Slug(stored: "release-then-train"), title: "Release, then train",
        aim: "Before each workout release the front of the hip; put core and hip-flexor work into the workout.",
        plans: [
          Stage.Plan(routine: releaseAndStrengthenRoutine, daysPerWeek: 3, source: "default")],
        gate: [], goals: [releaseFirstCriterion])],
    routines: [releaseAndStrengthenRoutine], own: false)
}
