// Made from Catalogue/Texts/balanced-psoas.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
enum BalancedPsoasProtocol {
  static let balancedPsoasRoutine = Routine(
    slug: Slug(stored: "balanced-psoas"), title: "Core, hip extensors and psoas together",
    program: Slug(stored: "balanced-psoas"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "dead-bug"),
        sets: [SetDone(reps: 6, hold: nil), SetDone(reps: 6, hold: nil)], side: .both, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "plank"),
        sets: [
          SetDone(reps: nil, hold: 20), SetDone(reps: nil, hold: 20), SetDone(reps: nil, hold: 20)],
        side: nil, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "glute-bridge"),
        sets: [SetDone(reps: 10, hold: nil), SetDone(reps: 10, hold: nil)], side: nil, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "hamstring-curl"),
        sets: [SetDone(reps: 6, hold: nil), SetDone(reps: 6, hold: nil)], side: nil, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "psoas-march"),
        sets: [SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)], side: .both, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "lunge-stretch"),
        sets: [SetDone(reps: nil, hold: 30), SetDone(reps: nil, hold: 30)], side: .both, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let sittingLessCriterion = Criterion(
    id: Slug(stored: "sitting-less"), rule: .factorLower(Slug(stored: "sitting")),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "days", tenths: 70),
        CriterionNumbers.Number(name: "ratings", tenths: 30)]),
    template: "Median hours of sitting of the last {days} days lower than in the first {days}",
    source: "the article says to sit less; the numbers are our default", advice: nil,
    optional: false)

  static let whole = RehabProtocol(
    slug: Slug(stored: "balanced-psoas"), title: "Core, hip extensors and psoas together",
    source: "\"The Psoas and Lower Back Pain\"",
    idea: "Sitting in lunges is not enough by itself. The trunk has to support, hamstrings and glutes have to extend the hip, and the psoas itself needs strength as well as length. Sitting for hours and poor posture work against it.",
    indications: ["low-back pain with much sitting, where stretching alone did not help"],
    contraindications: [],
    warnings: ["Sitting for hours and poor posture are what to reduce. (article)"],
    stances: [
      RehabProtocol.Stance(
        topic: Slug(stored: "strengthen-flexor"), answer: "yes",
        words: "the psoas is to be strong as well as long"),
      RehabProtocol.Stance(
        topic: Slug(stored: "tightness-cause"), answer: "yes",
        words: "with weak support around it, and sitting and posture feeding it")],
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
        slug: Slug(stored: "balance"), title: "Support, extend, strengthen and lengthen",
        aim: "Tell each day\'s hours of sitting, and posture if you rate it: psoas day sitting=7h posture=2",
        plans: [Stage.Plan(routine: balancedPsoasRoutine, daysPerWeek: 3, source: "default")],
        gate: [], goals: [sittingLessCriterion])],
    routines: [balancedPsoasRoutine], own: false)
}
