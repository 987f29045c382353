import Core

/// Reads the files of one Loop Habit Tracker export.
struct LoopReader {
  /// A habit in the list of habits.
  struct Habit {
    let name: String
    /// Whether it counts; nil if the list does not say.
    let counts: Bool?
    let unit: String?
  }

  private let options: ImportOptions
  private var habits: [Int: Habit] = [:]
  private var keys = KeyMaker(format: .loop)
  var output = Output()

  init(options: ImportOptions) { self.options = options }

  /// The position at the start of a file's folder: `001 Meditate/Checkmarks.csv`.
  static func position(_ path: String) -> Int? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    return Int(digits: parts[parts.count - 2].prefix(while: \.isNumber), upTo: 6)
  }

  /// The list of habits.
  mutating func readHabits(_ file: NamedSource) throws {
    var csv = CSVReader(options.csv, source: try file.open())
    guard try csv.next() else { return }
    let header = Header(csv.record.texts)
    for name in ["position", "name"] where header[name] == nil {
      throw ImportFailure(
        "line \(csv.record.line) has no column \(name.quoted)",
        hint: "give the folder, or the zip, that Loop Habit Tracker exported", line: csv.record.line
      )
    }
    while try csv.next() {
      try csv.record.checkComplete(of: header.names.count)
      guard let column = header["position"], let position = csv.record.whole(column),
        let name = header["name"].flatMap({ csv.record.words($0) })
      else {
        reject(csv.record.line, reason: "is no habit with a position and a name", file: file.path)
        continue
      }
      let kind = header["type"].flatMap { csv.record.words($0) }
      habits[position] = Habit(
        name: name, counts: kind.map { $0 == "NUMERICAL" },
        unit: header["unit"].flatMap { csv.record.words($0) })
    }
  }

  /// The marks of one habit; older versions write no header.
  mutating func readOne(_ file: NamedSource, deliver: (ImportedValue) throws -> Void) throws {
    let position = LoopReader.position(file.path) ?? 0
    let folder = file.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    let habit =
      habits[position]
      ?? Habit(name: folder.drop(while: \.isNumber).trimmed, counts: nil, unit: nil)
    var csv = CSVReader(options.csv, source: try file.open())
    var isFirst = true
    var fields = 2
    while try csv.next() {
      defer { isFirst = false }
      if isFirst, csv.record.words(0)?.lowercased() == "date" {
        fields = max(fields, csv.record.count)
        continue
      }
      output.counts.rows += 1
      try csv.record.checkComplete(of: fields)
      guard csv.record.count >= 2 else {
        reject(csv.record.line, reason: "has no mark next to the date", file: file.path)
        continue
      }
      let note = csv.record.words(2).flatMap(\.asNote)
      try mark(csv.record, column: 1, habit: habit, note: note, file: file.path)
      try hand(deliver)
    }
  }

  /// The marks of all habits, one column each.
  mutating func readAll(_ file: NamedSource, deliver: (ImportedValue) throws -> Void) throws {
    var csv = CSVReader(options.csv, source: try file.open())
    guard try csv.next() else { return }
    let names = csv.record.texts.map { $0.trimmed }
    guard names.first?.lowercased() == "date" else {
      throw ImportFailure(
        "this is no Loop Habit Tracker file: line \(csv.record.line) has no column 'date'",
        hint: "give the folder that the app exported", line: csv.record.line)
    }
    guard names.map({ $0.lowercased() }) != ["date", "value", "notes"] else {
      throw ImportFailure(
        "this is the file of one habit, and the folder that names the habit is missing",
        hint: "give the folder, or the zip, that the app exported", line: csv.record.line)
    }
    let habits = names.enumerated().dropFirst().filter { !$0.element.isEmpty }.map { index, name in
      (
        index,
        self.habits.values.first { $0.name == name } ?? Habit(name: name, counts: nil, unit: nil)
      )
    }
    while try csv.next() {
      output.counts.rows += 1
      guard csv.record.count == names.count else {
        // The app does not quote names, so a comma in one shifts everything after it.
        throw ImportFailure(
          "line \(csv.record.line) has \(csv.record.count) fields and the header \(names.count)",
          hint: "give the whole folder that the app exported",
          line: csv.record.line)
      }
      for (column, habit) in habits {
        try mark(csv.record, column: column, habit: habit, note: nil, file: file.path)
      }
      try hand(deliver)
    }
  }

  mutating func reject(_ line: Int, reason: String, file: String) {
    output.values.append(.rejected(RejectedRow(file: file, line: line, reason: reason)))
  }

  mutating func makeKey(_ when: CivilTime, name: String) throws -> EntryID {
    try keys.key(.habit, at: when, title: name)
  }

  /// Passes on what was read.
  mutating func hand(_ deliver: (ImportedValue) throws -> Void) throws {
    for value in output.values { try deliver(value) }
    output.values.removeAll(keepingCapacity: true)
  }
}
