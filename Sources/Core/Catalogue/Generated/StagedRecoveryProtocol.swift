// Made from Catalogue/Texts/staged-recovery.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
enum StagedRecoveryProtocol {
  static let braceAndHingeRoutine = Routine(
    slug: Slug(stored: "brace-and-hinge"), title: "Brace and hip hinge",
    program: Slug(stored: "staged-recovery"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "abdominal-brace"), sets: [SetDone(reps: 6, hold: 10)], side: nil,
        load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "hip-hinge"),
        sets: [SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)], side: nil, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let bigThreeRoutine = Routine(
    slug: Slug(stored: "big-three"), title: "Big 3 trunk endurance",
    program: Slug(stored: "staged-recovery"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "curl-up"),
        sets: [SetDone(reps: 6, hold: 10), SetDone(reps: 4, hold: 10), SetDone(reps: 2, hold: 10)],
        side: nil, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "side-plank"),
        sets: [SetDone(reps: 6, hold: 10), SetDone(reps: 4, hold: 10), SetDone(reps: 2, hold: 10)],
        side: .both, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "bird-dog"),
        sets: [SetDone(reps: 6, hold: 10), SetDone(reps: 4, hold: 10), SetDone(reps: 2, hold: 10)],
        side: .both, load: nil, pain: nil)],
    rest: nil, own: false)

  static let psoasReleaseAndStretchRoutine = Routine(
    slug: Slug(stored: "psoas-release-and-stretch"),
    title: "Psoas release, then the standing stretch", program: Slug(stored: "staged-recovery"),
    doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "psoas-release-ball"), sets: [SetDone(reps: nil, hold: 60)],
        side: .both, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "standing-psoas-stretch"),
        sets: [
          SetDone(reps: nil, hold: 20), SetDone(reps: nil, hold: 20), SetDone(reps: nil, hold: 20)],
        side: .both, load: nil, pain: nil)],
    rest: nil, own: false)

  static let glutesRoutine = Routine(
    slug: Slug(stored: "glutes"), title: "Glutes", program: Slug(stored: "staged-recovery"),
    doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "glute-bridge"),
        sets: [SetDone(reps: 10, hold: nil), SetDone(reps: 10, hold: nil)], side: nil, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "split-squat"),
        sets: [SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)], side: .both, load: nil,
        pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "hip-airplane"),
        sets: [SetDone(reps: 5, hold: nil), SetDone(reps: 5, hold: nil)], side: .both, load: nil,
        pain: nil)],
    rest: nil, own: false)

  static let loadRoutine = Routine(
    slug: Slug(stored: "load"), title: "Squat and deadlift",
    program: Slug(stored: "staged-recovery"), doseSource: "default", duration: nil,
    steps: [
      ExerciseEntry(
        exercise: Slug(stored: "box-squat"),
        sets: [
          SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)],
        side: nil, load: nil, pain: nil),
      ExerciseEntry(
        exercise: Slug(stored: "romanian-deadlift"),
        sets: [
          SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil), SetDone(reps: 8, hold: nil)],
        side: nil, load: nil, pain: nil)],
    rest: nil, own: false)

  static let daysCalmingCriterion = Criterion(
    id: Slug(stored: "days-calming"), rule: .daysInStage,
    tenths: CriterionNumbers(numbers: [CriterionNumbers.Number(name: "threshold", tenths: 70)]),
    template: "At least {threshold} days in this stage", source: "default", advice: nil,
    optional: false)

  static let painSettlingCriterion = Criterion(
    id: Slug(stored: "pain-settling"), rule: .medianNotHigher,
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "days", tenths: 70),
        CriterionNumbers.Number(name: "ratings", tenths: 30)]),
    template: "Median pain of the last {days} days no higher than in the first {days} of the stage",
    source: "default", advice: nil, optional: false)

  static let painCeilingCriterion = Criterion(
    id: Slug(stored: "pain-ceiling"), rule: .noRatingAbove,
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 50),
        CriterionNumbers.Number(name: "days", tenths: 30)]),
    template: "No rating above {threshold} in the last {days} days", source: "default", advice: nil,
    optional: false)

  static let bigThreeDaysCriterion = Criterion(
    id: Slug(stored: "big-three-days"),
    rule: .exerciseDays(
      [Slug(stored: "bird-dog"), Slug(stored: "side-plank"), Slug(stored: "curl-up")]),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 100),
        CriterionNumbers.Number(name: "days", tenths: 140)]),
    template: "All of the Big 3 on at least {threshold} of the last {days} days", source: "default",
    advice: nil, optional: false)

  static let bigThreePainCriterion = Criterion(
    id: Slug(stored: "big-three-pain"),
    rule: .painDuring(
      [Slug(stored: "bird-dog"), Slug(stored: "side-plank"), Slug(stored: "curl-up")]),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 30),
        CriterionNumbers.Number(name: "sessions", tenths: 50)]),
    template: "Pain during the Big 3 at most {threshold} in the last {sessions} sessions with them",
    source: "default", advice: nil, optional: false)

  static let sidePlankEvenCriterion = Criterion(
    id: Slug(stored: "side-plank-even"), rule: .evenHold(Slug(stored: "side-plank-hold")),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 450),
        CriterionNumbers.Number(name: "days", tenths: 280),
        CriterionNumbers.Number(name: "percent", tenths: 100)]),
    template: "If measured: side-plank hold at least {threshold} s on each side, left and right within {percent} %",
    source: "default", advice: nil, optional: true)

  static let painSettlingLongerCriterion = Criterion(
    id: Slug(stored: "pain-settling-longer"), rule: .medianNotHigher,
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "days", tenths: 140),
        CriterionNumbers.Number(name: "ratings", tenths: 30)]),
    template: "Median pain of the last {days} days no higher than in the first {days} of the stage",
    source: "default", advice: nil, optional: false)

  static let mobilitySessionsCriterion = Criterion(
    id: Slug(stored: "mobility-sessions"),
    rule: .sessionsOverDays(
      [Slug(stored: "psoas-release-ball"), Slug(stored: "standing-psoas-stretch")]),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 40),
        CriterionNumbers.Number(name: "days", tenths: 140)]),
    template: "At least {threshold} sessions of mobility work in this stage, spread over at least {days} days",
    source: "default", advice: nil, optional: false)

  static let bridgesPainFreeCriterion = Criterion(
    id: Slug(stored: "bridges-pain-free"), rule: .painFreeMeasures(Slug(stored: "glute-bridge")),
    tenths: CriterionNumbers(numbers: [CriterionNumbers.Number(name: "threshold", tenths: 20)]),
    template: "The last {threshold} glute-bridge measurements free of pain", source: "default",
    advice: nil, optional: false)

  static let splitSquatSessionsCriterion = Criterion(
    id: Slug(stored: "split-squat-sessions"),
    rule: .sessionsAtPain([Slug(stored: "split-squat"), Slug(stored: "hip-airplane")]),
    tenths: CriterionNumbers(
      numbers: [
        CriterionNumbers.Number(name: "threshold", tenths: 60),
        CriterionNumbers.Number(name: "pain", tenths: 30)]),
    template: "At least {threshold} sessions in this stage with split squats or hip airplanes at pain {pain} or less",
    source: "default", advice: nil, optional: false)

  static let whole = RehabProtocol(
    slug: Slug(stored: "staged-recovery"), title: "Calm, endure, mobilise, load",
    source: "An article on a tight psoas and weak glutes after a low-back injury",
    idea: "After a disc injury the psoas may stiffen to guard the spine. Stretching it at once takes the guard away. So the back is calmed first, then the trunk gets endurance, and only then are psoas and glutes worked on.",
    indications: ["a stiff hip flexor and weak glutes after an injury of the low back"],
    contraindications: [],
    warnings: [
      "Leave a psoas alone that is still guarding: no stretches before trunk endurance is there. (article)",
      "No squats on an unstable ball or board; they cost the glutes their power. (article)",
      "Glutes that are out for more than a couple of weeks waste away. (article)"],
    stances: [
      RehabProtocol.Stance(
        topic: Slug(stored: "stretch-now"), answer: "not yet",
        words: "only once the trunk has endurance"),
      RehabProtocol.Stance(
        topic: Slug(stored: "half-kneeling"), answer: "no",
        words: "standing instead; half-kneeling loads the iliacus and the front of the hip joint"),
      RehabProtocol.Stance(
        topic: Slug(stored: "strengthen-flexor"), answer: "not yet",
        words: "avoid what provokes first, and a jackknife is flexion under load"),
      RehabProtocol.Stance(
        topic: Slug(stored: "glutes-when"), answer: "later",
        words: "after trunk endurance and mobility"),
      RehabProtocol.Stance(
        topic: Slug(stored: "knees-to-chest"), answer: "depends",
        words: "a back that flexion hurts keeps away from flexion"),
      RehabProtocol.Stance(
        topic: Slug(stored: "tightness-cause"), answer: "no",
        words: "tightness is a symptom, a guard")],
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
        slug: Slug(stored: "desensitise"), title: "Calm the back",
        aim: "Find out which positions and movements bring the pain on, bending or arching, by an interview and by trying them with care, as a physiotherapist does; and stay clear of them. Learn to brace just as much as a task asks for, and to bend at the hips with the spine still. Where bracing the belly hurts, brace with chest and upper back instead. The article goes on when healing has begun: triggers avoided, pain settling. The numbers are ours.",
        plans: [Stage.Plan(routine: braceAndHingeRoutine, daysPerWeek: 7, source: "default")],
        gate: [daysCalmingCriterion, painSettlingCriterion, painCeilingCriterion], goals: []),
      Stage(
        slug: Slug(stored: "endurance"), title: "Trunk endurance",
        aim: "The Big 3 give the trunk endurance while the spine keeps still; take the easier or harder form that fits. The article asks for sufficient endurance and gives no number.",
        plans: [Stage.Plan(routine: bigThreeRoutine, daysPerWeek: 7, source: "article")],
        gate: [bigThreeDaysCriterion, bigThreePainCriterion, sidePlankEvenCriterion], goals: []),
      Stage(
        slug: Slug(stored: "mobilise"), title: "Mobilise the psoas",
        aim: "Release the psoas on a soft ball first, then stretch it standing. The Big 3 go on. The article goes on once this work has begun and the conditions of the stages before still hold.",
        plans: [
          Stage.Plan(routine: psoasReleaseAndStretchRoutine, daysPerWeek: 3, source: "default"),
          Stage.Plan(routine: bigThreeRoutine, daysPerWeek: 7, source: "default")],
        gate: [
          painSettlingLongerCriterion, painCeilingCriterion, bigThreeDaysCriterion,
          bigThreePainCriterion, sidePlankEvenCriterion, mobilitySessionsCriterion],
        goals: []),
      Stage(
        slug: Slug(stored: "glutes"), title: "Strengthen the glutes",
        aim: "Bridges, then split squats and hip airplanes, which move the hip as they strengthen it.",
        plans: [
          Stage.Plan(routine: glutesRoutine, daysPerWeek: 3, source: "default"),
          Stage.Plan(routine: bigThreeRoutine, daysPerWeek: 3, source: "default")],
        gate: [bridgesPainFreeCriterion, splitSquatSessionsCriterion], goals: []),
      Stage(
        slug: Slug(stored: "load"), title: "Load",
        aim: "Variations of squat and deadlift on firm ground, little by little.",
        plans: [
          Stage.Plan(routine: loadRoutine, daysPerWeek: 2, source: "default"),
          Stage.Plan(routine: bigThreeRoutine, daysPerWeek: 3, source: "default")],
        gate: [], goals: [])],
    routines: [
      braceAndHingeRoutine, bigThreeRoutine, psoasReleaseAndStretchRoutine, glutesRoutine,
      loadRoutine],
    own: false)
}
