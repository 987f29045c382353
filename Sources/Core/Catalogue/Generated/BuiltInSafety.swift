// Made from Catalogue/Texts/safety.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
extension RedFlag {
  static let builtIn: [RedFlag] = [
    RedFlag(
      id: Slug(stored: "bladder-bowel"),
      question: "New loss of control of bladder or bowels, or trouble passing water?",
      urgency: .emergency),
    RedFlag(
      id: Slug(stored: "saddle-numbness"),
      question: "Numbness around the genitals, the anus or the inner thighs, where a saddle would touch?",
      urgency: .emergency),
    RedFlag(
      id: Slug(stored: "sexual-function"), question: "New loss of sexual function or feeling?",
      urgency: .emergency),
    RedFlag(id: Slug(stored: "both-legs"), question: "New pain in both legs?", urgency: .emergency),
    RedFlag(
      id: Slug(stored: "leg-weakness"),
      question: "Weakness in a leg that came fast or is getting worse?", urgency: .emergency),
    RedFlag(
      id: Slug(stored: "trauma"),
      question: "A bad fall or accident, or a small one with thin bones (osteoporosis)?",
      urgency: .prompt),
    RedFlag(id: Slug(stored: "cancer"), question: "Have you ever had cancer?", urgency: .prompt),
    RedFlag(
      id: Slug(stored: "fever"), question: "Fever, or feeling ill along with the pain?",
      urgency: .prompt),
    RedFlag(
      id: Slug(stored: "weight-loss"), question: "Weight loss that you cannot explain?",
      urgency: .prompt),
    RedFlag(
      id: Slug(stored: "infection-risk"),
      question: "A recent infection, a weakened immune system, or injected drugs?",
      urgency: .prompt),
    RedFlag(
      id: Slug(stored: "night-pain"),
      question: "Severe pain at night, or pain that is worse lying down?", urgency: .prompt),
    RedFlag(
      id: Slug(stored: "age"),
      question: "Is this your first episode of back pain, and are you under 20 or over 50?",
      urgency: .prompt)]
}

extension Criterion {
  static let safetyRules: [Criterion] = [
    Criterion(
      id: Slug(stored: "radiating"),
      rule: .siteReported(["buttock", "thigh", "leg", "calf", "foot"]),
      tenths: CriterionNumbers(numbers: []),
      template: "A rating that names a place pain spreads to: the buttock or the leg",
      source: "the article of twelve-minute",
      advice: "See a physiotherapist before you go on: pain that spreads into the buttock or the leg wants a look.",
      optional: false),
    Criterion(
      id: Slug(stored: "worse-after"), rule: .worseAfterSessions,
      tenths: CriterionNumbers(
        numbers: [
          CriterionNumbers.Number(name: "threshold", tenths: 20),
          CriterionNumbers.Number(name: "days", tenths: 280),
          CriterionNumbers.Number(name: "of", tenths: 30),
          CriterionNumbers.Number(name: "sessions", tenths: 20)]),
      template: "Pain after a session, or the next morning, at least {threshold} above the score before it in {sessions} of the last {of} rated sessions",
      source: "the article of twelve-minute; the numbers are our default",
      advice: "Do less, or leave out what brings it on, and see a physiotherapist if it goes on.",
      optional: false),
    Criterion(
      id: Slug(stored: "no-improvement"), rule: .noImprovement,
      tenths: CriterionNumbers(
        numbers: [
          CriterionNumbers.Number(name: "threshold", tenths: 800),
          CriterionNumbers.Number(name: "days", tenths: 210),
          CriterionNumbers.Number(name: "least", tenths: 20),
          CriterionNumbers.Number(name: "ratings", tenths: 30)]),
      template: "{days} days at {threshold} % of the plan or more, and weekly median pain has not fallen by the MIC (2 points or 30 %)",
      source: "the article of twelve-minute; MIC of Ostelo 2008; the numbers are our default",
      advice: "Time to see a physiotherapist: another protocol or another reason may fit better.",
      optional: false),
    Criterion(
      id: Slug(stored: "severe"), rule: .ratingAtLeast,
      tenths: CriterionNumbers(numbers: [CriterionNumbers.Number(name: "threshold", tenths: 80)]),
      template: "A rating of {threshold} or more",
      source: "the article of twelve-minute; severe from 8 on, Boonstra 2016",
      advice: "See a physiotherapist or a doctor about pain this strong before you go on.",
      optional: false),
    Criterion(
      id: Slug(stored: "woke"), rule: .wokeFromSleep, tenths: CriterionNumbers(numbers: []),
      template: "A rating of pain that woke you from sleep", source: "the article of twelve-minute",
      advice: "Tell a physiotherapist or a doctor that it wakes you.", optional: false)]
}
