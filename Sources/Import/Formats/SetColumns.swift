import Core

/// The columns with the numbers of a set.
struct SetColumns {
  /// Repetitions.
  var reps: Int?
  /// Seconds as a number.
  var seconds: Int?
  /// A duration as `1:30`.
  var clock: Int?
  /// Weights with the unit in the column's name.
  var loads: [(column: Int, unit: Load.Unit?)] = []
  /// Whether a negative weight is assistance, which the log cannot store.
  var countsHelp = false
  /// The unit of a weight.
  var loadUnit: Int?
  /// The unit of weights, if the file has none.
  var unit: Load.Unit?
  /// Distances with the unit in the column's name.
  var distances: [(column: Int, unit: ImportedDistance.Unit?)] = []
  var distanceUnit: Int?
  /// The rating of perceived exertion.
  var rpe: Int?

  /// Reads the set in a row.
  ///
  /// - Throws: ``RowProblem`` for an invalid number, ``ImportFailure`` for a weight without a known unit.
  func read(
    _ record: CSVRecord, exercise: String, into output: inout Output
  ) throws -> ImportedSet {
    let reps = try record.count(self.reps, of: "repetitions", most: 9999)
    let hold = try time(record)
    var set = ImportedSet(
      exercise: exercise, done: SetDone(reps: reps, hold: hold), line: record.line)
    set.load = try load(record, into: &output)
    set.distance = try distance(record)
    if reps == nil, hold == nil, set.load != nil, set.distance == nil,
      let column = self.reps, !record.isBlank(column)
    {
      throw RowProblem(reason: "has a weight and 0 repetitions")
    }
    if let column = rpe, !record.isBlank(column) {
      // An invalid mark loses the mark, not the set.
      let tenths = record.decimal(column, places: 1)
      if let tenths, (1...100).contains(tenths) { set.rpeTenths = tenths }
      if set.rpeTenths == nil, tenths != 0 { output.leaveOut("ratings of exertion outside 0-10") }
    }
    return set
  }

  private func time(_ record: CSVRecord) throws -> Int? {
    if let clock, !record.isBlank(clock) {
      let text = record.text(clock)
      guard let value = SpanText.clock(text) ?? SpanText.seconds(text), value <= 86_400 else {
        throw RowProblem(reason: "has the time \(text.trimmed.quoted), which cannot be read")
      }
      if value > 0 { return value }
    }
    guard let seconds, !record.isBlank(seconds) else { return nil }
    guard let value = record.decimal(seconds, places: 0), (0...86_400).contains(value) else {
      let text = record.text(seconds)
      throw RowProblem(
        reason: "has \(text.trimmed.quoted) seconds, which cannot be read or is over a day")
    }
    return value == 0 ? nil : value
  }

  private func load(_ record: CSVRecord, into output: inout Output) throws -> Load? {
    guard let (column, named) = loads.first(where: { !record.isBlank($0.column) }) else {
      return nil
    }
    guard let hundredths = record.decimal(column, places: 2) else {
      throw RowProblem(
        reason: "has the weight \(record.text(column).trimmed.quoted), which is no number")
    }
    if hundredths == 0 { return nil }
    if countsHelp, hundredths < 0 {
      output.leaveOut("weights below 0, for help with an exercise")
      return nil
    }
    guard let unit = try named ?? unitField(record) ?? unit else {
      throw ImportFailure(
        "line \(record.line) has a weight, and the file does not say its unit",
        hint: "say it with '--unit kg' or '--unit lb'", line: record.line)
    }
    guard let load = Load(hundredths: hundredths, unit: unit) else {
      throw RowProblem(
        reason: "has the weight \(record.text(column).trimmed.quoted), which is not 0 to 1000")
    }
    return load
  }

  private func unitField(_ record: CSVRecord) throws -> Load.Unit? {
    guard let loadUnit, let text = record.words(loadUnit) else { return nil }
    guard let unit = Load.Unit(word: text) else {
      throw RowProblem(reason: "has a weight in \(text.trimmed.quoted), which is neither kg nor lb")
    }
    return unit
  }

  private func distance(_ record: CSVRecord) throws -> ImportedDistance? {
    guard let (column, named) = distances.first(where: { !record.isBlank($0.column) }) else {
      return nil
    }
    guard let value = record.decimal(column, places: 3), value >= 0 else {
      throw RowProblem(
        reason: "has the distance \(record.text(column).trimmed.quoted), which is no number")
    }
    if value == 0 { return nil }
    let unit = distanceUnit.flatMap { record.words($0) }.flatMap(ImportedDistance.Unit.init(word:))
    return ImportedDistance(thousandths: value, unit: named ?? unit)
  }
}

extension Load.Unit {
  /// The unit with this name in a file, or nil.
  init?(word: String) {
    switch word.lowercased() {
    case "kg", "kgs", "kilograms": self = .kg
    case "lb", "lbs", "pounds": self = .lb
    default: return nil
    }
  }
}

extension ImportedDistance.Unit {
  /// The unit with this name in a file, or nil.
  init?(word: String) {
    switch word.lowercased() {
    case "m", "meters", "metres": self = .metres
    case "km", "kilometers", "kilometres": self = .kilometres
    case "mi", "mi.", "miles": self = .miles
    case "yd", "yards": self = .yards
    case "ft", "feet": self = .feet
    default: return nil
    }
  }
}
