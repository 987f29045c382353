/// A published way to rehabilitate a back: its stages, what each asks for, and when it says to move on.
public struct Programme: Sendable, Equatable {
  /// What the programme answers to one of the questions that programmes disagree on.
  public struct Stance: Sendable, Equatable {
    /// The question, by the id of its topic.
    public let topic: Slug
    /// The answer in a word or two; different words are a disagreement.
    public let answer: String
    /// The answer in a few more words.
    public let words: String
  }

  /// A question to be asked before the programme is begun; yes means not now.
  public struct Question: Sendable, Equatable {
    /// Its name on the command line.
    public let id: Slug
    /// The question.
    public let asks: String
    /// What to do first after a yes.
    public let advice: String
    /// Who asks: `article`, or `default` for us.
    public let source: String
  }

  /// The name it is typed by.
  public let slug: Slug
  /// What it is, in a few words.
  public let title: String
  /// The article it comes from.
  public let source: String
  /// Its reasoning, as the article gives it.
  public let idea: String
  /// Whom it is meant for.
  public let indications: [String]
  /// Whom it is not meant for.
  public let contraindications: [String]
  /// What it warns of.
  public let warnings: [String]
  /// Its answers where programmes disagree.
  public let stances: [Stance]
  /// What is asked before it is begun.
  public let questions: [Question]
  /// Its stages in order; at least one.
  public let stages: [Stage]
  /// Its routines.
  public let routines: [Routine]
  /// Whether the user added it.
  public let own: Bool

  /// The stage with this name, if any.
  public func stage(_ slug: Slug) -> Stage? { stages.first { $0.slug == slug } }

  /// The place of a stage, from 1.
  public func number(of slug: Slug) -> Int? {
    stages.firstIndex { $0.slug == slug }.map { $0 + 1 }
  }

  /// The stage behind another; nil behind the last.
  public func stage(after slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 < stages.count ? stages[$0] : nil }
  }

  /// The stage before another; nil before the first.
  public func stage(before slug: Slug) -> Stage? {
    number(of: slug).flatMap { $0 > 1 ? stages[$0 - 2] : nil }
  }

  /// The routine with this name among its own.
  public func routine(_ slug: Slug) -> Routine? { routines.first { $0.slug == slug } }

  /// The criteria of all its stages, each once.
  public var criteria: [Criterion] {
    var seen: Set<Slug> = []
    return stages.flatMap { $0.gate + $0.goals }.filter { seen.insert($0.id).inserted }
  }
}

/// A stage of a programme.
public struct Stage: Sendable, Equatable {
  /// A routine of the stage and how often it is planned.
  public struct Plan: Sendable, Equatable {
    /// The routine.
    public let routine: Routine
    /// On how many days a week, 1 to 7.
    public let daysPerWeek: Int
    /// Who says how often: `article`, or `default` for us.
    public let source: String

    /// How often, in words.
    public var frequency: String { daysPerWeek == 7 ? "daily" : "\(daysPerWeek) days a week" }
  }

  /// Its name.
  public let slug: Slug
  /// What it is, in a few words.
  public let title: String
  /// What it is for and what to do in it.
  public let aim: String
  /// What is to be practised.
  public let plans: [Plan]
  /// What has to hold before the next stage; empty for the last one.
  public let gate: [Criterion]
  /// What the programme aims at, which opens nothing.
  public let goals: [Criterion]
}

/// A question that the programmes answer differently.
public struct Topic: Sendable, Equatable {
  /// Its name in files.
  public let id: Slug
  /// The question.
  public let asks: String
}

/// Who said a number or a sentence, for people.
public func sourceText(_ source: String) -> String {
  switch source {
  case "article": "the article"
  case "default": "our default"
  case "mixed": "the article and our defaults"
  case "own": "your own"
  default: source
  }
}
