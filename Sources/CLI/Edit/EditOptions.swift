import ArgumentParser
import Core

/// New values for fields of an entry; an empty value removes the field.
struct FieldOptions: ParsableArguments {
  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("When it was.", valueName: "when"),
    completion: .moments)
  var at: String?

  @Option(
    name: .customLong("note"), parsing: .unconditional,
    help: ArgumentHelp("The note.", valueName: "text"))
  var note: String?

  @Option(
    name: .customLong("exercise"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Of a session: an exercise with its dose, once for each.", valueName: "entry"),
    completion: .exercises)
  var exercise: [String] = []

  @Option(
    name: .customLong("routine"), parsing: .unconditional,
    help: ArgumentHelp("Of a session: the routine that it followed.", valueName: "name"),
    completion: .routines)
  var routine: String?

  @Option(
    name: .customLong("minutes"), parsing: .unconditional,
    help: ArgumentHelp("Of a session: how long it took.", valueName: "n"))
  var minutes: String?

  @Option(
    name: .customLong("effort"), parsing: .unconditional,
    help: ArgumentHelp("Of a session: how hard it felt, 0-10.", valueName: "n"))
  var effort: String?

  @Option(
    name: .customLong("before"), parsing: .unconditional,
    help: ArgumentHelp("Of a session: pain before it.", valueName: "score"))
  var before: String?

  @Option(
    name: .customLong("after"), parsing: .unconditional,
    help: ArgumentHelp("Of a session: pain after it.", valueName: "score"))
  var after: String?

  @Option(
    name: .customLong("score"), parsing: .unconditional,
    help: ArgumentHelp("Of a rating: the score.", valueName: "score"))
  var score: String?

  @Option(
    name: .customLong("recall"),
    help: ArgumentHelp("Of a rating: now, average, worst or morning.", valueName: "window"),
    completion: .list(Recall.names))
  var recall: String?

  @Option(
    name: .customLong("site"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Of a rating: where, once for each.", valueName: "site"),
    completion: .sites)
  var site: [String] = []

  @Option(
    name: .customLong("trigger"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Of a rating: what brought it on, once for each.", valueName: "words"))
  var trigger: [String] = []

  @Option(
    name: .customLong("woke"), help: ArgumentHelp("Of a rating: yes or no.", valueName: "answer"),
    completion: .list(["yes", "no"]))
  var woke: String?

  @Option(
    name: .customLong("kind"), help: ArgumentHelp("Of a measurement: its kind.", valueName: "kind"),
    completion: .kinds)
  var kind: String?

  @Option(
    name: .customLong("side"), help: ArgumentHelp("Of a measurement: the side.", valueName: "side"),
    completion: .list(Side.allCases.map(\.rawValue)))
  var side: String?

  @Option(
    name: .customLong("value"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Of a measurement: a trial, once for each.", valueName: "value"))
  var value: [String] = []

  @Option(
    name: .customLong("method"),
    help: ArgumentHelp("Of a measurement: how it was taken.", valueName: "method"),
    completion: .list(Instrument.allCases.map(\.rawValue)))
  var instrument: String?

  @Option(
    name: .customLong("motion"),
    help: ArgumentHelp("Of a measurement: active or passive.", valueName: "motion"),
    completion: .list(["active", "passive"]))
  var motion: String?

  @Option(
    name: .customLong("pain"), parsing: .unconditional,
    help: ArgumentHelp("Of a measurement: pain during it, 0 for none.", valueName: "score"))
  var pain: String?

  @Option(
    name: .customLong("photo"), parsing: .unconditional,
    help: ArgumentHelp("Of a measurement: where a picture of it is.", valueName: "path"),
    completion: .file())
  var photo: String?

  @Option(
    name: .customLong("factor"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Of a day: factor=value, once for each.", valueName: "factor"),
    completion: .factors)
  var factor: [String] = []

  @Option(
    name: .customLong("end"), parsing: .unconditional,
    help: ArgumentHelp("Of a flare: when it ended.", valueName: "when"),
    completion: .moments)
  var end: String?

  @Option(
    name: .customLong("resolution"), parsing: .unconditional,
    help: ArgumentHelp("Of a check: how what it found was dealt with.", valueName: "text"))
  var resolution: String?

  /// Splits `--note=` into two words; the argument parser would take it for an option without a value.
  static func separatingEmptyValues(_ words: [String]) -> [String] {
    let names = EntryKind.allCases.flatMap { EntryField.fields(of: $0) }.map { "--" + $0.name }
    var separate: [String] = []
    for (index, word) in words.enumerated() {
      // The word after an option is its value, whatever it looks like.
      let isValue = index > 0 && names.contains(words[index - 1])
      if !isValue, word.hasSuffix("="), names.contains(String(word.dropLast())) {
        separate += [String(word.dropLast()), ""]
      } else {
        separate.append(word)
      }
    }
    return separate
  }

  /// The fields that were given, with their values.
  var given: [(field: EntryField, values: [String])] {
    let single: [(EntryField, String?)] = [
      (.at, at), (.note, note), (.routine, routine), (.minutes, minutes), (.effort, effort),
      (.before, before), (.after, after), (.score, score), (.recall, recall), (.woke, woke),
      (.kind, kind), (.side, side), (.method, instrument), (.motion, motion), (.pain, pain),
      (.photo, photo), (.end, end), (.resolution, resolution),
    ]
    let repeated: [(EntryField, [String])] = [
      (.exercise, exercise), (.site, site), (.trigger, trigger), (.value, value),
      (.factor, factor),
    ]
    return single.compactMap { field, value in value.map { (field, [$0]) } }
      + repeated.filter { !$0.1.isEmpty }
  }
}
