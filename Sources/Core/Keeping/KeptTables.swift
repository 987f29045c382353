// The tables of a log, those that others refer to first.

extension KeptTable {
  /// All tables that hold what the user entered: not the history, nor the seals, which are made anew.
  package static let all: [KeptTable] =
    [settings, exercises, aliases, kinds, definitions, mappings]
    + [sessions, pain, measurements, days, stages, flares, checks]

  /// All of them with their parts, each behind the table that it belongs to.
  package static let flat: [KeptTable] = all.flatMap { [$0] + $0.parts }

  private static let scale = 0...100
  private static let sides = ["left", "right", "both"]
  private static let anyNumber = -1_000_000...1_000_000

  private static func moment() -> [KeptColumn] {
    [
      KeptColumn("at", .moment, sql: "at", "utc_offset"), KeptColumn("zone", .text),
      KeptColumn("day", .day),
    ]
  }

  private static let id = KeptColumn("id", .key, isKey: true)
  private static let note = KeptColumn("note", .text, optional: true, redacted: .goes)

  /// What the user has set.
  package static let settings = KeptTable(
    "setting", "settings", "setting",
    [KeptColumn("key", .text, isKey: true), KeptColumn("value", .text)])

  static let exercises = KeptTable(
    "exercise", "exercises", "exercise",
    [
      KeptColumn("slug", .slug, isKey: true), KeptColumn("name", .text, redacted: .slugIfOwn),
      KeptColumn("oneSided", .flag, titled: "one-sided", sql: "one_sided"),
      KeptColumn("dose", .choice(DoseKind.allCases.map(\.rawValue))),
      KeptColumn("aim", .text, optional: true, redacted: .goesIfOwn),
      KeptColumn("cue", .text, optional: true, redacted: .goesIfOwn), KeptColumn("own", .flag),
      KeptColumn("variantOf", .slug, titled: "variant of", sql: "variant_of", optional: true),
      KeptColumn("easier", .text, optional: true), KeptColumn("harder", .text, optional: true),
    ])

  static let aliases = KeptTable(
    "exercise_alias", "aliases", "alias", isPrivate: true,
    [
      KeptColumn("alias", .text, isKey: true),
      KeptColumn("exercise", .slug, of: ("exercise", "slug", "exercise")),
    ])

  static let kinds = KeptTable(
    "measurement_kind", "kinds", "kind of measurement",
    [
      KeptColumn("slug", .slug, isKey: true), KeptColumn("title", .text, redacted: .slugIfOwn),
      KeptColumn("unit", .choice(MeasurementKind.Unit.allCases.map(\.rawValue))),
      KeptColumn("better", .choice(["higher", "lower"])), KeptColumn("sided", .flag),
      KeptColumn("lowest", .integer(anyNumber)), KeptColumn("highest", .integer(anyNumber)),
      KeptColumn("own", .flag),
    ])

  static let definitions = KeptTable(
    "own_definition", "definitions", "definition", isPrivate: true,
    [
      KeptColumn("kind", .choice(["routine", "protocol"]), isKey: true),
      KeptColumn("slug", .slug, isKey: true), KeptColumn("text", .text),
    ])

  static let mappings = KeptTable(
    "import_mapping", "mappings", "mapping of names", isPrivate: true,
    [KeptColumn("form", .text, isKey: true), KeptColumn("text", .text)])

  static let sessions = KeptTable(
    "session", "sessions", "session", entry: .session, count: ("set_count", "exercise_set"),
    [id] + moment() + [
      KeptColumn("routine", .slug, optional: true),
      KeptColumn(
        "durationSeconds", .integer(1...86_400), titled: "duration (s)", sql: "duration_seconds",
        optional: true),
      KeptColumn(
        "effort", .tenths(scale), titled: "effort (CR10)", sql: "effort_tenths", optional: true),
      note,
    ],
    parts: [
      KeptTable(
        "exercise_set", "sets", "set",
        [
          KeptColumn("session", .key, sql: "session_id", isKey: true),
          KeptColumn("entry", .integer(1...1000), isKey: true),
          KeptColumn("number", .integer(1...1000), isKey: true),
          KeptColumn("exercise", .slug, of: ("exercise", "slug", "exercise")),
          KeptColumn("reps", .integer(1...9999), titled: "reps", optional: true),
          KeptColumn(
            "holdSeconds", .integer(1...86_400), titled: "hold (s)", sql: "hold_seconds",
            optional: true),
          KeptColumn("side", .choice(sides), optional: true),
          KeptColumn(
            "load", .hundredths(0...100_000), titled: "load (kg or lb)", sql: "load_hundredths",
            optional: true),
          KeptColumn(
            "loadUnit", .choice(["kg", "lb"]), titled: "load unit", sql: "load_unit", optional: true
          ),
          KeptColumn(
            "pain", .tenths(scale), titled: "pain during it (0-10)", sql: "pain_tenths",
            optional: true),
        ]),
      KeptTable(
        "planned_exercise", "planned", "planned exercise",
        [
          KeptColumn("session", .key, sql: "session_id", isKey: true),
          KeptColumn("position", .integer(1...1000), isKey: true), KeptColumn("entry", .text),
        ]),
    ])

  static let pain = KeptTable(
    "pain", "pain", "pain rating", entry: .pain,
    [id] + moment() + [
      KeptColumn("score", .tenths(scale), titled: "score (0-10)", sql: "score_tenths"),
      KeptColumn("recall", .choice(Recall.allCases.map(\.rawValue))),
      KeptColumn("woke", .flag, titled: "woke from sleep", sql: "woke"),
      KeptColumn(
        "session", .key, sql: "session_id", optional: true, of: ("session", "id", "session")),
      KeptColumn(
        "tie", .choice(["before", "after"]), titled: "before or after the session", sql: "tie",
        optional: true),
      note,
    ],
    parts: [
      KeptTable(
        "pain_site", "sites", "site",
        [
          KeptColumn("rating", .key, sql: "pain_id", isKey: true),
          KeptColumn("site", .text, isKey: true),
          KeptColumn("side", .choice([""] + sides), isKey: true),
        ]),
      KeptTable(
        "pain_trigger", "triggers", "trigger", isPrivate: true,
        [
          KeptColumn("rating", .key, sql: "pain_id", isKey: true),
          KeptColumn("trigger", .text, isKey: true),
        ]),
    ])

  static let measurements = KeptTable(
    "measurement", "measurements", "measurement", entry: .measurement,
    [id] + moment() + [
      KeptColumn("kind", .slug, of: ("measurement_kind", "slug", "kind of measurement")),
      KeptColumn("side", .choice(["", "left", "right"])),
      KeptColumn("method", .choice(["", "inclinometer", "goniometer", "photo", "estimate"])),
      KeptColumn("motion", .choice(["", "active", "passive"])),
      KeptColumn(
        "pain", .tenths(scale), titled: "pain during it (0-10)", sql: "pain_tenths", optional: true),
      KeptColumn("photo", .text, optional: true, redacted: .goes), note,
    ],
    parts: [
      KeptTable(
        "measurement_trial", "trials", "trial",
        [
          KeptColumn("measurement", .key, sql: "measurement_id", isKey: true),
          KeptColumn("number", .integer(1...100), isKey: true),
          KeptColumn(
            "value", .hundredths(-100_000_000...100_000_000),
            titled: "value (in the unit of its kind)", sql: "value_hundredths"),
        ])
    ])

  static let days = KeptTable(
    "day_record", "days", "day record", entry: .day, [id] + moment(),
    parts: [
      KeptTable(
        "day_factor", "factors", "daily factor",
        [
          KeptColumn("record", .key, sql: "day_id", isKey: true),
          KeptColumn("factor", .slug, isKey: true),
          KeptColumn("unit", .choice(["time", "number"])),
          KeptColumn(
            "value", .hundredths(0...100_000_000_000), titled: "value (minutes, or a number)",
            sql: "value_hundredths"),
        ])
    ])

  static let stages = KeptTable(
    "course_change", "stages", "change of stage", entry: .stage,
    [id] + moment() + [
      KeptColumn("kind", .choice(CourseChange.Kind.allCases.map(\.rawValue))),
      KeptColumn("protocol", .slug), KeptColumn("stage", .slug, optional: true),
      KeptColumn("unmet", .text, optional: true), note,
    ],
    parts: [
      KeptTable(
        "course_answer", "answers", "answer",
        [
          KeptColumn("stage", .key, sql: "course_id", isKey: true),
          KeptColumn("question", .slug, isKey: true), KeptColumn("yes", .flag),
        ])
    ])

  static let flares = KeptTable(
    "flare", "flares", "flare", entry: .flare,
    [id] + moment() + [
      KeptColumn("endAt", .moment, titled: "end", sql: "end_at", "end_utc_offset", optional: true),
      KeptColumn("endZone", .text, titled: "zone of the end", sql: "end_zone", optional: true),
      KeptColumn("endDay", .day, titled: "day of the end", sql: "end_day", optional: true), note,
    ])

  static let checks = KeptTable(
    "safety_check", "checks", "check", entry: .check,
    [id] + moment() + [KeptColumn("resolution", .text, optional: true, redacted: .covered)],
    parts: [
      KeptTable(
        "check_answer", "answers", "answer",
        [
          KeptColumn("check", .key, sql: "check_id", isKey: true),
          KeptColumn("question", .slug, isKey: true), KeptColumn("yes", .flag),
        ]),
      KeptTable(
        "check_finding", "findings", "finding",
        [
          KeptColumn("check", .key, sql: "check_id", isKey: true),
          KeptColumn("rule", .slug, isKey: true), KeptColumn("evidence", .text),
        ]),
    ])
}
