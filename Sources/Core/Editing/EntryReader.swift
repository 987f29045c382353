/// Parses edited lines back into an entry. Fields with unchanged lines keep their exact value; only changes
/// are parsed.
package struct EntryReader {
  let catalogue: Catalogue
  let measurements: MeasurementParser
  let moment: (String) throws -> Moment
  let photo: (String) throws -> String

  /// - Parameters:
  ///   - moment: parses WHEN.
  ///   - photo: checks the path of a picture.
  package init(
    _ catalogue: Catalogue, measurements: MeasurementParser,
    moment: @escaping (String) throws -> Moment, photo: @escaping (String) throws -> String
  ) {
    self.catalogue = catalogue
    self.measurements = measurements
    self.moment = moment
    self.photo = photo
  }

  /// The entry as edited.
  ///
  /// - Throws: ``LineError`` for the first line that cannot be parsed.
  package func read(_ text: EntryText, as entry: LogEntry) throws -> LogEntry {
    let edit = FieldReader(before: entry.editable, after: text)
    switch entry {
    case .session(let session, let pain):
      let edited = try EditedSession(session: session, pain: pain).read(edit, by: self)
      return .session(edited.session, pain: edited.pain)
    case .pain(let rating, let answers):
      return .pain(try rating.read(edit, by: self), answers: answers)
    case .measurement(let measurement): return .measurement(try measurement.read(edit, by: self))
    case .day(let record): return .day(try record.read(edit, by: self))
    case .flare(let flare): return .flare(try flare.read(edit, by: self))
    case .stage(let change): return .stage(try change.read(edit, by: self))
    case .check(let check): return .check(try check.read(edit, by: self))
    }
  }

  func at(_ edit: FieldReader, before: Moment) throws -> Moment {
    try edit.needed(.at, value: before, read: moment)
  }
}

/// The fields of an entry before and after an edit.
struct FieldReader {
  let before: EntryText
  let after: EntryText

  func isChanged(_ field: EntryField) -> Bool { before.values(field) != after.values(field) }

  /// A field with at most one value.
  func one<Value>(
    _ field: EntryField, value: Value?, read: (String) throws -> Value
  ) throws -> Value? {
    guard isChanged(field) else { return value }
    let lines = after.lines(field)
    guard lines.count <= 1 else {
      throw LineError(
        line: lines[1].place,
        InputError("'\(field.name)' was given twice", hint: "keep one of the lines"))
    }
    return try lines.first.map { line in try self.read(line, read: read) }
  }

  /// A required field.
  func needed<Value>(
    _ field: EntryField, value: Value, read: (String) throws -> Value
  ) throws -> Value {
    guard let value = try one(field, value: value, read: read) else {
      throw error(field, message: "'\(field.name)' cannot be empty", hint: "give it a value")
    }
    return value
  }

  /// A field with any number of values. Unchanged lines keep their values.
  func all<Value>(
    _ field: EntryField, values: [Value], read: (String) throws -> Value
  ) throws -> [Value] {
    guard isChanged(field) else { return values }
    let known = Dictionary(zip(before.values(field), values)) { first, _ in first }
    return try after.lines(field).map { line in
      if let value = known[line.value] { return value }
      return try self.read(line, read: read)
    }
  }

  /// A field whose lines form one text.
  func text(
    _ field: EntryField, value: String?, read: (String) throws -> String
  ) throws -> String? {
    guard isChanged(field) else { return value }
    let lines = after.lines(field)
    guard let first = lines.first else { return nil }
    let joined = lines.map(\.value).joined(separator: "\n")
    return try self.read(FieldLine(field, value: joined, number: first.number), read: read)
  }

  func note(_ before: String?) throws -> String? {
    try text(.note, value: before) { try FreeText.note($0) }
  }

  /// Parses all lines of a field at once.
  func on<Value>(_ field: EntryField, read: ([String]) throws -> Value) throws -> Value {
    let lines = after.lines(field)
    do { return try read(lines.map(\.value)) } catch let error as InputError {
      // The first line that is invalid by itself gets the error; otherwise it concerns all of them.
      let meant = lines.first { (try? read([$0.value])) == nil } ?? lines.first
      throw LineError(line: meant?.place, error)
    }
  }

  /// An error about a field.
  func error(_ field: EntryField, message: String, hint: String) -> LineError {
    LineError(line: after.lines(field).first?.place, InputError(message, hint: hint))
  }

  private func read<Value>(
    _ line: FieldLine, read: (String) throws -> Value
  ) throws -> Value {
    do { return try read(line.value) } catch let error as InputError {
      throw LineError(line: line.place, error)
    }
  }
}

extension FieldLine {
  /// The number of the line, nil where there is none.
  fileprivate var place: Int? { number > 0 ? number : nil }
}
