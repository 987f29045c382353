import Core

// The details of entries as labels and values; nil values are left out.

extension Session {
  func details(_ pain: PainAround) -> [(String, String?)] {
    [
      ("routine", routine?.text),
      ("planned", planned.isEmpty ? nil : planned.joined(separator: "\n")),
      ("done", entries.isEmpty ? nil : entries.map(\.text).joined(separator: "\n")),
      ("minutes", duration?.description), ("effort", effort.map { "\($0) (CR10)" }),
      ("load", load.map { "\($0.text()) (effort x minutes)" }),
      ("pain before", pain.before?.description), ("pain after", pain.after?.description),
      ("next morning", pain.nextMorning?.description), ("note", note),
    ]
  }
}

extension PainRating {
  func details(_ answers: [EntryID]) -> [(String, String?)] {
    [
      ("score", "\(score) of 10"), ("recall", recall.rawValue),
      ("sites", sites.isEmpty ? nil : sites.map(\.description).joined(separator: ", ")),
      ("triggers", triggers.isEmpty ? nil : triggers.joined(separator: ", ")),
      ("woke", woke ? "yes" : nil),
      ("session", session.map { "\($0.tie.rawValue) \($0.id.short)" }),
      (
        "answers",
        answers.isEmpty
          ? nil : "the morning after " + answers.map(\.short).joined(separator: ", ")
      ),
      ("note", note),
    ]
  }
}

extension Measurement {
  var details: [(String, String?)] {
    [
      ("measured", "\(kind.slug) (\(kind.title))"), ("side", side?.rawValue),
      (
        "value", valueText + (trials.count > 1 ? kind.unit == .seconds ? " (best)" : " (mean)" : "")
      ),
      (
        "trials",
        trials.count > 1 ? trials.map { Decimal.text(hundredths: $0) }.joined(separator: ", ") : nil
      ),
      ("method", instrument?.rawValue), ("motion", motion?.rawValue),
      ("pain", pain.map { $0.tenths == 0 ? "none (pain-free)" : "\($0) of 10" }),
      ("photo", photo), ("note", note),
    ]
  }
}

extension DayRecord {
  var details: [(String, String?)] {
    factors.map { ($0.name.text, $0.value.description) }
  }
}

extension Flare {
  var details: [(String, String?)] {
    [("ended", end?.label), ("note", note)]
  }
}

extension StageTransition {
  var details: [(String, String?)] {
    [
      ("change", kind.rawValue), ("protocol", rehabProtocol.text), ("stage", stage?.text),
      ("not met", unmet.isEmpty ? nil : unmet.joinedNames),
      ("answers", answers.isEmpty ? nil : answers.text), ("note", note),
    ]
  }
}

extension SafetyCheck {
  var details: [(String, String?)] {
    [
      ("dealt with", resolution),
      (
        "found",
        findings.isEmpty
          ? nil : findings.map { "\($0.rule): \($0.evidence)" }.joined(separator: "\n")
      ),
      ("answers", answers.isEmpty ? nil : answers.text),
    ]
  }
}

extension [Slug: Bool] {
  fileprivate var text: String {
    sorted { $0.key < $1.key }.map { "\($0.key) \($0.value ? "yes" : "no")" }
      .joined(separator: ", ")
  }
}
