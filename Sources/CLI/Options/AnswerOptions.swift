import ArgumentParser
import Core

/// Answers to yes-or-no questions, for scripts. On a terminal the remaining questions are asked.
struct AnswerOptions: ParsableArguments {
  @Option(
    name: .customLong("yes"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Answer this question with yes.", valueName: "question"),
    completion: .questions)
  var yes: [String] = []

  @Option(
    name: .customLong("no"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Answer this question with no.", valueName: "question"),
    completion: .questions)
  var no: [String] = []

  @Flag(
    name: .customLong("no-to-all"), help: "Answer every question not named by --yes with no.")
  var noToAll = false

  func validate() throws {
    try OptionReader.validate {
      if let both = yes.first(where: { no.contains($0) }) {
        throw InputError("\(both.quoted) is answered both ways", hint: "keep one of the answers")
      }
    }
  }

  /// Whether any answer was given.
  var isGiven: Bool { noToAll || !yes.isEmpty || !no.isEmpty }

  /// The answers given to these questions.
  ///
  /// - Throws: ``InputError`` for an unknown question.
  func answers(to questions: [Slug]) throws -> [Slug: Bool] {
    let names = questions.map(\.text).joined(separator: ", ")
    var answers: [Slug: Bool] = [:]
    if noToAll { for question in questions { answers[question] = false } }
    for (words, answer) in [(no, false), (yes, true)] {
      for word in words {
        guard let question = questions.first(where: { $0.text == word }) else {
          throw InputError(
            "there is no question \(word.quoted)", hint: "the questions are \(names)")
        }
        answers[question] = answer
      }
    }
    return answers
  }
}
