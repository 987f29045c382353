import Core

/// A row of a table with the rows of its parts, read from one of our exports.
package struct ExportRecord: Sendable {
  package let table: ExportTable
  /// Its values, in the order of the table's columns.
  package let row: [ExportValue]
  /// The rows of each part, in the order of the table's parts.
  package let parts: [[[ExportValue]]]
  /// Its position, as the start of a message: `line 12`.
  package let place: String
}

/// What an export says about itself.
package struct ExportHeader: Sendable, Equatable {
  /// The version of the format that this program writes and reads.
  package static let version = 1

  /// When it was written, ISO 8601 with offset.
  package let exportedAt: String
  /// Whether the user's free text was left out.
  package let isRedacted: Bool

  package init(exportedAt: String, isRedacted: Bool) {
    self.exportedAt = exportedAt
    self.isRedacted = isRedacted
  }

  /// The fields of the header in order; the text, and whether JSON has it without quotes.
  var fields: [(key: String, text: String, isBare: Bool)] {
    [
      ("format", "psoas", false), ("version", String(ExportHeader.version), true),
      ("exportedAt", exportedAt, false), ("redacted", isRedacted ? "true" : "false", true),
    ]
  }

  /// Parses the fields of a header.
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

  /// The error for a file that is not a psoas export.
  static func foreign(_ what: String) -> ImportFailure {
    ImportFailure("\(what) is no export of psoas", hint: "give what 'psoas export' wrote")
  }
}

/// An impossible row, as words that follow its position.
struct RowMisfit: Error {
  let reason: String
}
