import Core

/// A row of a table with the rows that belong to it, read from a file that the program wrote.
package struct ExportRecord: Sendable {
  package let table: ExportTable
  /// Its values, in the order of the table's columns.
  package let row: [ExportValue]
  /// The rows of each part, in the order of the table's parts.
  package let parts: [[[ExportValue]]]
  /// Where it is, as the words that begin a message: `line 12`.
  package let place: String
}

/// What a file of the program's own says of itself.
package struct ExportHeader: Sendable, Equatable {
  /// The version of the form that this program writes and reads.
  package static let version = 1

  /// When it was written, ISO 8601 with offset.
  package let exportedAt: String
  /// Whether what the user wrote freely was left out.
  package let isRedacted: Bool

  package init(exportedAt: String, isRedacted: Bool) {
    self.exportedAt = exportedAt
    self.isRedacted = isRedacted
  }

  /// The fields that the header is made of, in order; text and whether JSON has it bare.
  var fields: [(key: String, text: String, isBare: Bool)] {
    [
      ("format", "psoas", false), ("version", String(ExportHeader.version), true),
      ("exportedAt", exportedAt, false), ("redacted", isRedacted ? "true" : "false", true),
    ]
  }

  /// Reads the fields of a header.
  init(_ fields: [String: String], what: String) throws {
    guard fields["format"] == "psoas", let version = fields["version"].flatMap({ Int($0) }) else {
      throw ExportHeader.foreign(what)
    }
    guard version == ExportHeader.version else {
      throw ImportFailure(
        "\(what) has version \(version) of the form, this psoas knows \(ExportHeader.version)",
        hint: "install the newer version")
    }
    exportedAt = fields["exportedAt"] ?? ""
    isRedacted = fields["redacted"] == "true"
  }

  /// What is not of the program's own.
  static func foreign(_ what: String) -> ImportFailure {
    ImportFailure("\(what) is no export of psoas", hint: "give what 'psoas export' wrote")
  }
}

/// What no row can be, as words that follow its place.
struct RowMisfit: Error {
  let reason: String
}
