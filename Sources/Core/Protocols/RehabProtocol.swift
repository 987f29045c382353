/// A published rehabilitation programme for the back: its stages, what to do in each, and when to move on.
package struct RehabProtocol: Sendable, Equatable {
  /// The protocol's answer to one of the questions on which protocols disagree.
  package struct Stance: Sendable, Equatable {
    /// The id of the question.
    package let topic: Slug
    /// The answer in a word or two; different words are a disagreement.
    package let answer: String
    /// The answer in a few more words.
    package let words: String
  }

  /// A question to ask before the protocol is started; "yes" means not now.
  package struct Question: Sendable, Equatable {
    /// Its name on the command line.
    package let id: Slug
    package let question: String
    /// What to do first after a "yes".
    package let advice: String
    /// Its source: `article`, or `default` for our own.
    package let source: String
  }

  /// The name by which it is typed.
  package let slug: Slug
  package let title: String
  /// The article it comes from.
  package let source: String
  /// Its reasoning, according to the article.
  package let idea: String
  /// Who it is meant for.
  package let indications: [String]
  /// Who it is not meant for.
  package let contraindications: [String]
  /// What it warns about.
  package let warnings: [String]
  /// Its answers where protocols disagree.
  package let stances: [Stance]
  /// The questions before it is started.
  package let questions: [Question]
  /// Its stages in order; at least one.
  package let stages: [Stage]
  package let routines: [Routine]
  /// Whether the user added it.
  package let own: Bool

  /// The stage with this name, if any.
  package func stage(_ slug: Slug) -> Stage? { stages.first { $0.slug == slug } }

  /// The number of a stage, from 1.
  package func number(of slug: Slug) -> Int? {
    stages.firstIndex { $0.slug == slug }.map { $0 + 1 }
  }

  /// The next stage; nil after the last.
  package func stage(after slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 < stages.count ? stages[$0] : nil }
  }

  /// The previous stage; nil before the first.
  package func stage(before slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 > 1 ? stages[$0 - 2] : nil }
  }

  /// The protocol's own routine with this name.
  package func routine(_ slug: Slug) -> Routine? { routines.first { $0.slug == slug } }

  /// The criteria of all stages, each once.
  package var criteria: [Criterion] {
    var seen: Set<Slug> = []
    return stages.flatMap { $0.gate + $0.goals }.filter { seen.insert($0.id).inserted }
  }
}

extension RehabProtocol {
  /// The built-in protocols, in display order.
  static var builtIn: [RehabProtocol] {
    [
      StagedRecoveryProtocol.whole, StretchAndActivateProtocol.whole, BalancedPsoasProtocol.whole,
      TwelveMinuteProtocol.whole, ReleaseAndStrengthenProtocol.whole,
    ]
  }
}

/// A stage of a protocol.
package struct Stage: Sendable, Equatable {
  /// A routine of the stage and how often it is planned.
  package struct Plan: Sendable, Equatable {
    package let routine: Routine
    /// On how many days a week, 1 to 7.
    package let daysPerWeek: Int
    /// The source of the frequency: `article`, or `default` for our own.
    package let source: String

    /// The frequency in words.
    package var frequency: String { daysPerWeek == 7 ? "daily" : "\(daysPerWeek) days a week" }
  }

  /// Its name.
  package let slug: Slug
  package let title: String
  /// Its purpose and what to do in it.
  package let aim: String
  /// The planned routines.
  package let plans: [Plan]
  /// The conditions for the next stage; empty for the last one.
  package let gate: [Criterion]
  /// What the protocol aims at; goals do not open a gate.
  package let goals: [Criterion]
}

/// A question on which protocols disagree.
package struct Topic: Sendable, Equatable {
  /// Its name in files.
  package let id: Slug
  package let question: String
}

/// Sources of numbers and sentences.
package enum Citation {
  /// A source for people.
  package static func text(_ source: String) -> String {
    switch source {
    case "article": "the article"
    case "default": "our default"
    case "mixed": "the article and our defaults"
    case "own": "your own"
    default: source
    }
  }
}
