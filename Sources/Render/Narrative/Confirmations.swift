import Core

// Confirmations of commands that create, change or write something other than an entry.

extension Confirmation {
  /// A kind of measurement was added.
  package static func added(_ kind: MeasurementKind) -> Confirmation {
    let table = Table(
      columns: [
        Table.Column("kind", title: "Kind"), Table.Column("unit", title: "Unit"),
        Table.Column("better", title: "Better"), Table.Column("sided", title: "Sided"),
        Table.Column("title", title: "Title"),
      ],
      cells: [
        [
          .text(kind.slug.text), .text(kind.unit.rawValue), .text(kind.better.rawValue),
          .flag(kind.sided), .text(kind.title),
        ]
      ])
    let example = "psoas measure \(kind.slug) 12" + (kind.sided ? " --side left" : "")
    return Confirmation(
      "added the kind '\(kind.slug)'; measure with '\(example)'", table: table)
  }

  /// An exercise was added.
  package static func added(_ exercise: Exercise) -> Confirmation {
    let view = ExerciseDetailView(exercise)
    return Confirmation(
      "added '\(exercise.slug)'; log it with '\(view.example)'", table: view.table,
      json: view.json())
  }

  /// Exercises, routines and protocols were added from a file.
  package static func added(_ definitions: Definitions) -> Confirmation {
    let names =
      definitions.exercises.map { ("exercise", $0.slug.text) }
      + definitions.routines.map { ("routine", $0.slug.text) }
      + definitions.protocols.map { ("protocol", $0.slug.text) }
    return Confirmation(
      "added \(names.map { "\($0.0) '\($0.1)'" }.joined(separator: ", "))",
      table: kindsAndNames(names), isWrapped: true)
  }

  /// One of the user's routines or protocols was removed.
  package static func removed(kind: String, name: String) -> Confirmation {
    Confirmation("removed your \(kind) '\(name)'", table: kindsAndNames([(kind, name)]))
  }

  private static func kindsAndNames(_ names: [(kind: String, name: String)]) -> Table {
    Table(
      columns: [Table.Column("kind", title: "Kind"), Table.Column("name", title: "Name")],
      cells: names.map { [.text($0.kind), .text($0.name)] })
  }

  /// The log exists.
  ///
  /// - Parameter isNew: whether this command created it.
  package static func log(at path: String, isNew: Bool) -> Confirmation {
    Confirmation(
      isNew
        ? "created an empty log at \(path.quotedPath); start with 'psoas pain 4' or 'psoas log …'"
        : "there is a log at \(path.quotedPath) already; nothing was changed",
      table: Table(
        columns: [Table.Column("path", title: "Path"), Table.Column("created", title: "Made now")],
        cells: [[.text(path), .flag(isNew)]]),
      json: .object([("path", .string(path)), ("created", .bool(isNew))]))
  }

  /// A backup was made.
  package static func backup(at path: String, bytes: Int, _ content: Backup.Content) -> Confirmation
  {
    Confirmation(
      "copied \(content.summary), to '\(path)' (\(ByteCount.text(bytes)))",
      table: Table(
        columns: [
          Table.Column("path", title: "Path"), Table.Column("bytes", title: "Bytes"),
          Table.Column("entries", title: "Entries"), Table.Column("newestDay", title: "Newest day"),
        ],
        cells: [
          [
            .text(path), .integer(bytes), .integer(content.entries),
            .optional(content.newestDay?.description),
          ]
        ]))
  }

  /// The log was restored from a backup.
  ///
  /// - Parameter kept: the path of the log it replaced.
  package static func restored(_ content: Backup.Content, kept: String?) -> Confirmation {
    let before = kept.map { "\nthe log from before is '\($0)' · undo: psoas undo" }
    return Confirmation(
      "restored \(content.summary)" + (before ?? ""),
      table: Table(
        columns: [
          Table.Column("entries", title: "Entries"), Table.Column("newestDay", title: "Newest day"),
          Table.Column("kept", title: "The log from before"),
        ],
        cells: [
          [
            .integer(content.entries), .optional(content.newestDay?.description), .optional(kept),
          ]
        ]))
  }

  /// An export was written to a folder.
  package static func exported(_ count: Int, intoFolder folder: String) -> Confirmation {
    Confirmation(
      "wrote \(count) files into \(folder.quotedPath); only you can read them",
      table: Table(
        columns: [
          Table.Column("folder", title: "Folder"),
          Table.Column("files", title: "Files", right: true),
        ],
        cells: [[.text(folder), .integer(count)]]),
      json: .object([("folder", .string(folder)), ("files", .integer(count))]))
  }

  /// An export was written to a file.
  package static func exported(toFile file: String) -> Confirmation {
    Confirmation(
      "wrote \(file.quotedPath); only you can read it",
      table: Table(columns: [Table.Column("file", title: "File")], cells: [[.text(file)]]),
      json: .object([("file", .string(file))]))
  }
}
