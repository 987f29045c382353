/// A published way to rehabilitate a back: its stages, what each asks for, and when it says to move on.
package struct RehabProtocol: Sendable, Equatable {
  /// What the programme answers to one of the questions that programmes disagree on.
  package struct Stance: Sendable, Equatable {
    /// The question, by the id of its topic.
    package let topic: Slug
    /// The answer in a word or two; different words are a disagreement.
    package let answer: String
    /// The answer in a few more words.
    package let words: String
  }

  /// A question to be asked before the programme is begun; yes means not now.
  package struct Question: Sendable, Equatable {
    /// Its name on the command line.
    package let id: Slug
    package let question: String
    /// What to do first after a yes.
    package let advice: String
    /// Who asks: `article`, or `default` for us.
    package let source: String
  }

  /// The name it is typed by.
  package let slug: Slug
  /// What it is, in a few words.
  package let title: String
  /// The article it comes from.
  package let source: String
  /// Its reasoning, as the article gives it.
  package let idea: String
  /// Whom it is meant for.
  package let indications: [String]
  /// Whom it is not meant for.
  package let contraindications: [String]
  /// What it warns of.
  package let warnings: [String]
  /// Its answers where programmes disagree.
  package let stances: [Stance]
  /// What is asked before it is begun.
  package let questions: [Question]
  /// Its stages in order; at least one.
  package let stages: [Stage]
  package let routines: [Routine]
  /// Whether the user added it.
  package let own: Bool

  /// The stage with this name, if any.
  package func stage(_ slug: Slug) -> Stage? { stages.first { $0.slug == slug } }

  /// The place of a stage, from 1.
  package func number(of slug: Slug) -> Int? {
    stages.firstIndex { $0.slug == slug }.map { $0 + 1 }
  }

  /// The stage behind another; nil behind the last.
  package func stage(after slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 < stages.count ? stages[$0] : nil }
  }

  /// The stage before another; nil before the first.
  package func stage(before slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 > 1 ? stages[$0 - 2] : nil }
  }

  /// The routine with this name among its own.
  package func routine(_ slug: Slug) -> Routine? { routines.first { $0.slug == slug } }

  /// The criteria of all its stages, each once.
  package var criteria: [Criterion] {
    var seen: Set<Slug> = []
    return stages.flatMap { $0.gate + $0.goals }.filter { seen.insert($0.id).inserted }
  }
}

extension RehabProtocol {
  /// The program's protocols, in the order in which they are shown.
  static var builtIn: [RehabProtocol] {
    [
      StagedRecoveryProtocol.whole, StretchAndActivateProtocol.whole, BalancedPsoasProtocol.whole,
      TwelveMinuteProtocol.whole, ReleaseAndStrengthenProtocol.whole,
    ]
  }
}

/// A stage of a programme.
package struct Stage: Sendable, Equatable {
  /// A routine of the stage and how often it is planned.
  package struct Plan: Sendable, Equatable {
    package let routine: Routine
    /// On how many days a week, 1 to 7.
    package let daysPerWeek: Int
    /// Who says how often: `article`, or `default` for us.
    package let source: String

    /// How often, in words.
    package var frequency: String { daysPerWeek == 7 ? "daily" : "\(daysPerWeek) days a week" }
  }

  /// Its name.
  package let slug: Slug
  /// What it is, in a few words.
  package let title: String
  /// What it is for and what to do in it.
  package let aim: String
  /// What is to be practised.
  package let plans: [Plan]
  /// What has to hold before the next stage; empty for the last one.
  package let gate: [Criterion]
  /// What the programme aims at, which opens nothing.
  package let goals: [Criterion]
}

/// A question that the programmes answer differently.
package struct Topic: Sendable, Equatable {
  /// Its name in files.
  package let id: Slug
  package let question: String
}

/// Where a number or a sentence comes from.
package enum Citation {
  /// Who said a number or a sentence, for people.
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
