/// A line of an entry's text: `field: value`.
package struct FieldLine: Sendable, Equatable {
  /// What the value is of.
  package let field: EntryField
  /// The value; empty to take the field away.
  package let value: String
  /// Where it stands, counted from 1; 0 for a value that came from elsewhere.
  package let number: Int

  package init(_ field: EntryField, _ value: String, number: Int = 0) {
    self.field = field
    self.value = value
    self.number = number
  }
}

/// What is wrong with a line of an entry's text.
package struct LineError: Error, Equatable {
  /// The line, counted from 1; nil where the whole is wrong.
  package let line: Int?
  /// What is wrong, and what would do.
  package let error: InputError

  /// An error on a line.
  package init(line: Int?, _ error: InputError) {
    self.line = line
    self.error = error
  }
}

/// An entry as lines that can be edited, one for each value.
package struct EntryText: Sendable {
  /// The lines, in the order in which they are shown.
  package let lines: [FieldLine]

  /// Lines as they are.
  package init(_ lines: [FieldLine]) { self.lines = lines }

  /// The lines of a field, in order, without those that say nothing; blank lines of a note count where
  /// others have words.
  func lines(_ field: EntryField) -> [FieldLine] {
    let all = lines.filter { $0.field == field }
    let filled = all.filter { !$0.value.trimmed.isEmpty }
    return field.isText ? filled.isEmpty ? [] : all : filled
  }

  /// The values of a field, in order.
  package func values(_ field: EntryField) -> [String] { lines(field).map(\.value) }

  /// Reads lines of an entry of a kind. Blank lines and lines that begin with `#` mean nothing; a
  /// field without a value is a field that is not there.
  ///
  /// - Throws: ``LineError`` for the first line that is none.
  package init(reading text: String, of kind: EntryKind) throws {
    let fields = EntryField.fields(of: kind)
    var lines: [FieldLine] = []
    for (index, line) in text.editorLines.enumerated() {
      let bare = line.drop { $0 == " " || $0 == "\t" }
      if bare.isEmpty || bare.hasPrefix("#") { continue }
      guard let colon = bare.firstIndex(of: ":") else {
        throw LineError(
          line: index + 1,
          InputError("there is no field in \(bare.quoted)", hint: "write FIELD: VALUE"))
      }
      let name = bare[..<colon].filter { $0 != " " && $0 != "\t" }
      guard let field = fields.first(where: { $0.name == name }) else {
        throw LineError(line: index + 1, EntryText.unknown(name, of: kind))
      }
      // A note keeps what is behind the blank, as it was written.
      var value = bare[bare.index(after: colon)...]
      if value.first == " " { value = value.dropFirst() }
      let kept = field.isText ? String(value) : value.trimmed
      lines.append(FieldLine(field, kept, number: index + 1))
    }
    self.lines = lines
  }

  /// That a kind of entry has no such field.
  static func unknown(_ name: String, of kind: EntryKind) -> InputError {
    let names = EntryField.fields(of: kind).map(\.name).joined(separator: ", ")
    return InputError(
      "\(kind.phrase) has no field \(name.quoted)", hint: "its fields are \(names)")
  }

  /// The same with other values for some fields.
  ///
  /// - Throws: ``InputError`` for a field that the kind does not have.
  package func replacing(
    _ values: [(field: EntryField, values: [String])], of kind: EntryKind
  ) throws -> EntryText {
    let fields = EntryField.fields(of: kind)
    var lines = lines
    for (field, values) in values {
      guard fields.contains(field) else { throw EntryText.unknown(field.name, of: kind) }
      lines.removeAll { $0.field == field }
      lines += values.flatMap { value in
        field.isText
          ? EntryText.lines(of: value).map { FieldLine(field, $0) } : [FieldLine(field, value)]
      }
    }
    return EntryText(lines)
  }

  /// The lines as text, with every field that the kind can have, so that one can be filled in.
  package func text(of kind: EntryKind) -> String {
    EntryField.fields(of: kind).map { field in
      let values = values(field)
      let shown = values.isEmpty ? [""] : values
      return shown.map { "\(field.name):" + ($0.isEmpty ? "" : " \($0)") + "\n" }.joined()
    }.joined()
  }

  /// The lines of a text such as a note; an empty one without any.
  static func lines(of text: String?) -> [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A field of an entry that can be edited. Each kind of entry has its fields where the kind is.
package struct EntryField: Hashable, Sendable {
  /// As it is written in front of the colon, and as an option of `psoas edit`.
  package let name: String
  /// Whether its lines are one text.
  let isText: Bool

  init(_ name: String, isText: Bool = false) {
    self.name = name
    self.isText = isText
  }

  package static let at = EntryField("at")
  package static let note = EntryField("note", isText: true)

  /// The fields of a kind of entry, in the order in which they are shown.
  package static func fields(of kind: EntryKind) -> [EntryField] {
    switch kind {
    case .session: EditedSession.fields
    case .pain: PainRating.fields
    case .measurement: Measurement.fields
    case .day: DayRecord.fields
    case .flare: Flare.fields
    case .stage: StageTransition.fields
    case .check: SafetyCheck.fields
    }
  }
}

/// An entry that can be edited as text.
protocol EditableEntry {
  /// In the order in which they are shown.
  static var fields: [EntryField] { get }

  /// The values of each field as text; nil for none.
  var lines: [(EntryField, [String?])] { get }

  /// The entry as its fields say that it is.
  ///
  /// - Throws: ``LineError`` for the first line that cannot be read.
  func read(_ edit: FieldReader, by reader: EntryReader) throws -> Self
}

extension LogEntry {
  /// The entry as lines that can be edited.
  package var editable: EntryText {
    let lines =
      switch self {
      case .session(let session, let pain): EditedSession(session: session, pain: pain).lines
      case .pain(let rating, _): rating.lines
      case .measurement(let measurement): measurement.lines
      case .day(let record): record.lines
      case .flare(let flare): flare.lines
      case .stage(let change): change.lines
      case .check(let check): check.lines
      }
    return EntryText(
      lines.flatMap { field, values in
        values.compactMap { value in value.map { FieldLine(field, $0) } }
      })
  }
}

extension EntryKind {
  /// The kind with its article, for messages.
  package var phrase: String {
    switch self {
    case .session: "a session"
    case .pain: "a pain rating"
    case .measurement: "a measurement"
    case .day: "a day's record"
    case .flare: "a flare"
    case .stage: "a change of stage"
    case .check: "a check"
    }
  }
}

extension String {
  /// The lines of a text as an editor saved it, whichever ends it gives them. Other characters that break
  /// a line may stand in a note.
  package var editorLines: [Substring] {
    // The two characters of a line end of DOS are one `Character`.
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
