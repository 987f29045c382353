/// A line of an entry in text form: `field: value`.
package struct FieldLine: Sendable, Equatable {
  package let field: EntryField
  /// The value; empty to remove the field.
  package let value: String
  /// The line number from 1; 0 for a value from elsewhere.
  package let number: Int

  package init(_ field: EntryField, value: String, number: Int = 0) {
    self.field = field
    self.value = value
    self.number = number
  }
}

/// What is wrong with a line of an entry in text form.
package struct LineError: Error, Equatable {
  /// The line number from 1; nil where the error is about the whole text.
  package let line: Int?
  /// What is wrong, and what would work.
  package let error: InputError

  package init(line: Int?, _ error: InputError) {
    self.line = line
    self.error = error
  }
}

/// An entry in text form for editing, one line per value.
package struct EntryText: Sendable {
  /// The lines, in display order.
  package let lines: [FieldLine]

  package init(_ lines: [FieldLine]) { self.lines = lines }

  /// The lines of a field in order, without empty ones; blank lines of a note count if others have text.
  func lines(_ field: EntryField) -> [FieldLine] {
    let all = lines.filter { $0.field == field }
    let filled = all.filter { !$0.value.trimmed.isEmpty }
    return field.isText ? filled.isEmpty ? [] : all : filled
  }

  /// The values of a field, in order.
  package func values(_ field: EntryField) -> [String] { lines(field).map(\.value) }

  /// Parses the lines of an entry. Blank lines and lines starting with `#` are ignored; a field without a
  /// value is absent.
  ///
  /// - Throws: ``LineError`` for the first invalid line.
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
      // A note keeps its leading and trailing spaces.
      var value = bare[bare.index(after: colon)...]
      if value.first == " " { value = value.dropFirst() }
      let kept = field.isText ? String(value) : value.trimmed
      lines.append(FieldLine(field, value: kept, number: index + 1))
    }
    self.lines = lines
  }

  /// The error for a field that this kind of entry does not have.
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
          ? EntryText.lines(of: value).map { FieldLine(field, value: $0) }
          : [FieldLine(field, value: value)]
      }
    }
    return EntryText(lines)
  }

  /// The lines as text, with every field of this kind of entry, so that empty ones can be filled in.
  package func text(of kind: EntryKind) -> String {
    EntryField.fields(of: kind).map { field in
      let values = values(field)
      let shown = values.isEmpty ? [""] : values
      return shown.map { "\(field.name):" + ($0.isEmpty ? "" : " \($0)") + "\n" }.joined()
    }.joined()
  }

  /// The lines of a text such as a note; one empty line for nil.
  static func lines(of text: String?) -> [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A field of an entry that can be edited. Each kind of entry declares its own.
package struct EntryField: Hashable, Sendable {
  /// Its name before the colon, and as an option of `psoas edit`.
  package let name: String
  /// Whether its lines form one text.
  let isText: Bool

  init(_ name: String, isText: Bool = false) {
    self.name = name
    self.isText = isText
  }

  package static let at = EntryField("at")
  package static let note = EntryField("note", isText: true)

  /// The fields of a kind of entry, in display order.
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
  /// In display order.
  static var fields: [EntryField] { get }

  /// The values of each field as text; nil for an empty field.
  var lines: [(EntryField, [String?])] { get }

  /// The entry with the edited fields.
  ///
  /// - Throws: ``LineError`` for the first line that cannot be parsed.
  func read(_ edit: FieldReader, by reader: EntryReader) throws -> Self
}

extension LogEntry {
  /// The entry in text form.
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
        values.compactMap { value in value.map { FieldLine(field, value: $0) } }
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
  /// The lines of a text saved by an editor, with any line ending. Other line separators may be part of a
  /// note.
  package var editorLines: [Substring] {
    // Swift treats CR LF as one `Character`.
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
