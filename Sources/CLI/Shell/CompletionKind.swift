import Analytics
import Core
import Import
import Render

/// What a word of the command line can be, for completion.
enum CompletionKind: Equatable {
  /// Nothing that could be offered: a number, a text of the user's.
  case free
  case files
  case listed([String])
  case moments
  case formats([OutputFormat])
  case exercises
  case routines
  case kinds
  case series
  /// Factors with the sign that goes before their value.
  case factors
  case sites
  case protocols
  /// Routines and protocols of the user's own.
  case ownDefinitions
  /// Stages and protocols that were followed.
  case phases
  case settings
  case entries
  /// The questions before a protocol.
  case questions
  case redFlags

  /// What an option of a command takes; nil when nothing is known of it.
  ///
  /// - Parameters:
  ///   - name: the long name, `--side`.
  ///   - value: what the help calls its value.
  ///   - path: the command.
  static func ofOption(
    _ name: String, value: String, in path: [String], formats: [OutputFormat]
  ) -> CompletionKind? {
    switch (name, path.joined(separator: " ")) {
    case ("--format", _): .formats(formats)
    case ("--by", "report compare"): .listed(Phase.Kind.names)
    case ("--by", _): .listed(Step.names)
    case ("--a", _), ("--b", _): .phases
    case ("--yes", "check"), ("--no", "check"): .redFlags
    case ("--color", _): .listed(ColorChoice.names)
    case ("--dates", "import"): .listed(DateOrder.allCases.map(\.rawValue))
    case ("--unit", "import"): .listed(Load.Unit.allCases.map(\.rawValue))
    case ("--encoding", "import"): .listed(TextEncoding.allCases.map(\.rawValue))
    case ("--routine", _): .routines
    case ("--exercise", _): .exercises
    case ("--factor", _): .factors
    case ("--dose", _): .listed(DoseKind.allCases.map(\.rawValue))
    case ("--better", _): .listed(["higher", "lower"])
    default: named(value)
    }
  }

  /// What a value that the help calls so can be.
  private static func named(_ value: String) -> CompletionKind? {
    switch value {
    case "file", "path", "folder", "dir": .files
    case "day", "when": .moments
    case "window": .listed(Recall.names)
    case "side": .listed(["left", "right"])
    case "method": .listed(Instrument.allCases.map(\.rawValue))
    case "motion": .listed(["active", "passive"])
    case "unit": .listed(MeasurementKind.Unit.allCases.map(\.rawValue))
    case "answer": .listed(["yes", "no"])
    case "entry": .entries
    case "site": .sites
    case "kind": .kinds
    case "series": .series
    case "question": .questions
    case "n", "score", "value", "text", "words", "word", "note", "name", "moment", "seconds",
      "alias", "list":
      .free
    default: nil
    }
  }

  /// What the argument at a place can be, counted from 0.
  static func ofArgument(_ place: Int, in path: [String]) -> CompletionKind {
    switch (path.joined(separator: " "), place) {
    case ("log", _), ("exercise show", 0): .exercises
    case ("measure", 0): .kinds
    case ("day", _): .factors
    case ("list", 0): .listed(ListCommand.Subject.allCases.map(\.rawValue))
    case ("show", 0), ("edit", 0), ("rm", 0): .entries
    case ("report trend", 0), ("report relate", 0...1): .series
    case ("routine show", 0), ("routine start", 0): .routines
    case ("protocol show", 0), ("protocol start", 0), ("protocol compare", _): .protocols
    case ("protocol remove", 0): .ownDefinitions
    case ("protocol add", 0), ("import", 1), ("backup", 0), ("restore", 0),
      ("export csv", 0), ("export sqlite", 0):
      .files
    case ("import", 0): .listed(ImportCommand.formats)
    case ("config", 0): .settings
    default: .free
    }
  }
}
