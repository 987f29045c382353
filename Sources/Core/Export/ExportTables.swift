// The tables of a log, those that others refer to first.

extension ExportTable {
  /// All tables that hold what the user entered: not the history, nor the seals, which are made anew.
  package static let all: [ExportTable] =
    [settings, exercises, aliases, kinds, definitions, mappings]
    + [sessions, pain, measurements, days, stages, flares, checks]

  /// All of them with their parts, each behind the table that it belongs to.
  package static let flat: [ExportTable] = all.flatMap { [$0] + $0.parts }

  private static let scale = 0...100
  private static let sides = ["left", "right", "both"]
  private static let anyNumber = -1_000_000...1_000_000

  private static func moment() -> [ExportColumn] {
    [
      ExportColumn("at", .moment, sql: "at", "utc_offset"), ExportColumn("zone", .text),
      ExportColumn("day", .day),
    ]
  }

  private static let id = ExportColumn("id", .key, isKey: true)
  private static let note = ExportColumn("note", .text, optional: true, redacted: .goes)

  /// What the user has set.
  package static let settings = ExportTable(
    "setting", "settings", "setting",
    [ExportColumn("key", .text, isKey: true), ExportColumn("value", .text)])

  static let exercises = ExportTable(
    "exercise", "exercises", "exercise",
    [
      ExportColumn("slug", .slug, isKey: true), ExportColumn("name", .text, redacted: .slugIfOwn),
      ExportColumn("oneSided", .flag, titled: "one-sided", sql: "one_sided"),
      ExportColumn("dose", .choice(DoseKind.allCases.map(\.rawValue))),
      ExportColumn("aim", .text, optional: true, redacted: .goesIfOwn),
      ExportColumn("cue", .text, optional: true, redacted: .goesIfOwn), ExportColumn("own", .flag),
      ExportColumn("variantOf", .slug, titled: "variant of", sql: "variant_of", optional: true),
      ExportColumn("easier", .text, optional: true), ExportColumn("harder", .text, optional: true),
    ])

  static let aliases = ExportTable(
    "exercise_alias", "aliases", "alias", isPrivate: true,
    [
      ExportColumn("alias", .text, isKey: true),
      ExportColumn("exercise", .slug, of: ("exercise", "slug", "exercise")),
    ])

  static let kinds = ExportTable(
    "measurement_kind", "kinds", "kind of measurement",
    [
      ExportColumn("slug", .slug, isKey: true), ExportColumn("title", .text, redacted: .slugIfOwn),
      ExportColumn("unit", .choice(MeasurementKind.Unit.allCases.map(\.rawValue))),
      ExportColumn("better", .choice(["higher", "lower"])), ExportColumn("sided", .flag),
      ExportColumn("lowest", .integer(anyNumber)), ExportColumn("highest", .integer(anyNumber)),
      ExportColumn("own", .flag),
    ])

  static let definitions = ExportTable(
    "own_definition", "definitions", "definition", isPrivate: true,
    [
      ExportColumn("kind", .choice(["routine", "protocol"]), isKey: true),
      ExportColumn("slug", .slug, isKey: true), ExportColumn("text", .text),
    ])

  static let mappings = ExportTable(
    "import_mapping", "mappings", "mapping of names", isPrivate: true,
    [ExportColumn("form", .text, isKey: true), ExportColumn("text", .text)])

  static let sessions = ExportTable(
    "session", "sessions", "session", entry: .session, count: ("set_count", "exercise_set"),
    [id] + moment() + [
      ExportColumn("routine", .slug, optional: true),
      ExportColumn(
        "durationSeconds", .integer(1...86_400), titled: "duration (s)", sql: "duration_seconds",
        optional: true),
      ExportColumn(
        "effort", .tenths(scale), titled: "effort (CR10)", sql: "effort_tenths", optional: true),
      note,
    ],
    parts: [
      ExportTable(
        "exercise_set", "sets", "set",
        [
          ExportColumn("session", .key, sql: "session_id", isKey: true),
          ExportColumn("entry", .integer(1...1000), isKey: true),
          ExportColumn("number", .integer(1...1000), isKey: true),
          ExportColumn("exercise", .slug, of: ("exercise", "slug", "exercise")),
          ExportColumn("reps", .integer(1...9999), titled: "reps", optional: true),
          ExportColumn(
            "holdSeconds", .integer(1...86_400), titled: "hold (s)", sql: "hold_seconds",
            optional: true),
          ExportColumn("side", .choice(sides), optional: true),
          ExportColumn(
            "load", .hundredths(0...100_000), titled: "load (kg or lb)", sql: "load_hundredths",
            optional: true),
          ExportColumn(
            "loadUnit", .choice(["kg", "lb"]), titled: "load unit", sql: "load_unit", optional: true
          ),
          ExportColumn(
            "pain", .tenths(scale), titled: "pain during it (0-10)", sql: "pain_tenths",
            optional: true),
        ]),
      ExportTable(
        "planned_exercise", "planned", "planned exercise",
        [
          ExportColumn("session", .key, sql: "session_id", isKey: true),
          ExportColumn("position", .integer(1...1000), isKey: true), ExportColumn("entry", .text),
        ]),
    ])

  static let pain = ExportTable(
    "pain", "pain", "pain rating", entry: .pain,
    [id] + moment() + [
      ExportColumn("score", .tenths(scale), titled: "score (0-10)", sql: "score_tenths"),
      ExportColumn("recall", .choice(Recall.allCases.map(\.rawValue))),
      ExportColumn("woke", .flag, titled: "woke from sleep", sql: "woke"),
      ExportColumn(
        "session", .key, sql: "session_id", optional: true, of: ("session", "id", "session")),
      ExportColumn(
        "tie", .choice(["before", "after"]), titled: "before or after the session", sql: "tie",
        optional: true),
      note,
    ],
    parts: [
      ExportTable(
        "pain_site", "sites", "site",
        [
          ExportColumn("rating", .key, sql: "pain_id", isKey: true),
          ExportColumn("site", .text, isKey: true),
          ExportColumn("side", .choice([""] + sides), isKey: true),
        ]),
      ExportTable(
        "pain_trigger", "triggers", "trigger", isPrivate: true,
        [
          ExportColumn("rating", .key, sql: "pain_id", isKey: true),
          ExportColumn("trigger", .text, isKey: true),
        ]),
    ])

  static let measurements = ExportTable(
    "measurement", "measurements", "measurement", entry: .measurement,
    [id] + moment() + [
      ExportColumn("kind", .slug, of: ("measurement_kind", "slug", "kind of measurement")),
      ExportColumn("side", .choice(["", "left", "right"])),
      ExportColumn("method", .choice(["", "inclinometer", "goniometer", "photo", "estimate"])),
      ExportColumn("motion", .choice(["", "active", "passive"])),
      ExportColumn(
        "pain", .tenths(scale), titled: "pain during it (0-10)", sql: "pain_tenths", optional: true),
      ExportColumn("photo", .text, optional: true, redacted: .goes), note,
    ],
    parts: [
      ExportTable(
        "measurement_trial", "trials", "trial",
        [
          ExportColumn("measurement", .key, sql: "measurement_id", isKey: true),
          ExportColumn("number", .integer(1...100), isKey: true),
          ExportColumn(
            "value", .hundredths(-100_000_000...100_000_000),
            titled: "value (in the unit of its kind)", sql: "value_hundredths"),
        ])
    ])

  static let days = ExportTable(
    "day_record", "days", "day record", entry: .day, [id] + moment(),
    parts: [
      ExportTable(
        "day_factor", "factors", "daily factor",
        [
          ExportColumn("record", .key, sql: "day_id", isKey: true),
          ExportColumn("factor", .slug, isKey: true),
          ExportColumn("unit", .choice(["time", "number"])),
          ExportColumn(
            "value", .hundredths(0...100_000_000_000), titled: "value (minutes, or a number)",
            sql: "value_hundredths"),
        ])
    ])

  static let stages = ExportTable(
    "course_change", "stages", "change of stage", entry: .stage,
    [id] + moment() + [
      ExportColumn("kind", .choice(StageTransition.Kind.allCases.map(\.rawValue))),
      ExportColumn("protocol", .slug), ExportColumn("stage", .slug, optional: true),
      ExportColumn("unmet", .text, optional: true), note,
    ],
    parts: [
      ExportTable(
        "course_answer", "answers", "answer",
        [
          ExportColumn("stage", .key, sql: "course_id", isKey: true),
          ExportColumn("question", .slug, isKey: true), ExportColumn("yes", .flag),
        ])
    ])

  static let flares = ExportTable(
    "flare", "flares", "flare", entry: .flare,
    [id] + moment() + [
      ExportColumn(
        "endAt", .moment, titled: "end", sql: "end_at", "end_utc_offset", optional: true),
      ExportColumn("endZone", .text, titled: "zone of the end", sql: "end_zone", optional: true),
      ExportColumn("endDay", .day, titled: "day of the end", sql: "end_day", optional: true), note,
    ])

  static let checks = ExportTable(
    "safety_check", "checks", "check", entry: .check,
    [id] + moment() + [ExportColumn("resolution", .text, optional: true, redacted: .covered)],
    parts: [
      ExportTable(
        "check_answer", "answers", "answer",
        [
          ExportColumn("check", .key, sql: "check_id", isKey: true),
          ExportColumn("question", .slug, isKey: true), ExportColumn("yes", .flag),
        ]),
      ExportTable(
        "check_finding", "findings", "finding",
        [
          ExportColumn("check", .key, sql: "check_id", isKey: true),
          ExportColumn("rule", .slug, isKey: true), ExportColumn("evidence", .text),
        ]),
    ])
}
