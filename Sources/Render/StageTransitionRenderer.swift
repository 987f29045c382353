import Core

// Flares, changes of stage and checks as entries of the log; see EntryForms.swift.

extension Flare {
  var summary: String {
    "flare" + (end.map { ", over on \($0.label)" } ?? ", going on")
  }

  var details: [(String, String?)] {
    [("ended", end?.label), ("note", note)]
  }

  var fields: [(String, JSON)] {
    [
      ("end", JSON(end?.iso8601)), ("endDay", JSON(end?.day.description)), ("note", JSON(note)),
    ]
  }
}

extension StageTransition {
  var summary: String {
    let place = stage.map { ", stage \($0)" } ?? ""
    let what =
      switch kind {
      case .start: "started \(rehabProtocol)\(place)"
      case .advance: "went on in \(rehabProtocol)\(place)"
      case .back: "went back in \(rehabProtocol)\(place)"
      case .stop: "stopped \(rehabProtocol)"
      }
    return what + (unmet.isEmpty ? "" : ", criteria not met: \(names(unmet))")
  }

  var details: [(String, String?)] {
    [
      ("change", kind.rawValue), ("protocol", rehabProtocol.text), ("stage", stage?.text),
      ("not met", unmet.isEmpty ? nil : names(unmet)),
      ("answers", answers.isEmpty ? nil : answerText(answers)), ("note", note),
    ]
  }

  var fields: [(String, JSON)] {
    [
      ("change", .string(kind.rawValue)), ("protocol", .string(rehabProtocol.text)),
      ("stage", JSON(stage?.text)), ("unmet", .array(unmet.map { .string($0.text) })),
      ("answers", answersJSON(answers)), ("note", JSON(note)),
    ]
  }

  private func names(_ slugs: [Slug]) -> String { slugs.map(\.text).joined(separator: ", ") }
}

extension SafetyCheck {
  var summary: String {
    if let resolution { return "check: seen to, \(resolution)" }
    if findings.isEmpty { return "check: nothing found" }
    return "check: " + findings.map(\.rule.text).joined(separator: ", ")
  }

  var details: [(String, String?)] {
    [
      ("seen to", resolution),
      (
        "found",
        findings.isEmpty
          ? nil : findings.map { "\($0.rule): \($0.evidence)" }.joined(separator: "\n")
      ),
      ("answers", answers.isEmpty ? nil : answerText(answers)),
    ]
  }

  var fields: [(String, JSON)] {
    [
      ("resolution", JSON(resolution)),
      (
        "findings",
        .array(
          findings.map {
            .object([("id", .string($0.rule.text)), ("evidence", .string($0.evidence))])
          })
      ), ("answers", answersJSON(answers)),
    ]
  }
}

private func answerText(_ answers: [Slug: Bool]) -> String {
  answers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value ? "yes" : "no")" }
    .joined(separator: ", ")
}

private func answersJSON(_ answers: [Slug: Bool]) -> JSON {
  .object(answers.sorted { $0.key < $1.key }.map { ($0.key.text, .bool($0.value)) })
}
