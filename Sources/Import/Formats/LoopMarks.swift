import Core

extension LoopReader {
  /// Reads the mark of one habit on the day of a row.
  mutating func mark(
    _ record: CSVRecord, column: Int, habit: Habit, note: String?, file: String
  ) throws {
    guard case .date(let date) = DateText.read(record.text(0), order: nil) else {
      // A row of the file for all habits is reported once, not for each of them.
      let isTold = output.values.contains { value in
        if case .rejected(let row) = value { return row.line == record.line && row.file == file }
        return false
      }
      let reason = "has no date that can be read: \(record.text(0).trimmed.quoted)"
      if !isTold { reject(record.line, reason: reason, file: file) }
      return
    }
    let text = record.words(column) ?? ""
    switch LoopReader.meaning(text, counts: habit.counts) {
    case .done: try add(nil)
    case .amount(let hundredths): try add(hundredths)
    case .left(let what):
      if !what.isEmpty { output.leaveOut(what) }
      if note != nil { output.leaveOut("notes of days that are left out") }
    case .none:
      reject(
        record.line, reason: "has the mark \(text.trimmed.quoted), which is unknown", file: file)
    }

    func add(_ hundredths: Int?) throws {
      let when = CivilTime(day: date.time.day)
      let key = try makeKey(when, name: habit.name)
      output.values.append(
        .habit(
          ImportedHabit(
            key: key, day: when.day, name: habit.name, hundredths: hundredths,
            unit: hundredths == nil ? nil : habit.unit, note: note, file: file,
            line: record.line)))
    }
  }

  /// What a mark means.
  enum Meaning: Equatable {
    case done
    case amount(Int)
    case left(String)
    case none
  }

  /// Parses a mark: a number or, in newer versions, a word for some. Amounts are in thousandths; if the list
  /// of habits does not say whether one counts, the size decides.
  static func meaning(_ text: String, counts: Bool?) -> Meaning {
    let number: Int
    switch text {
    case "": return .left("")
    case "UNKNOWN": return .left("days left open")
    case "SKIP": return .left("days skipped")
    case "NO": number = 0
    case "YES_AUTO": number = 1
    case "YES_MANUAL": number = 2
    default:
      guard let value = Decimal.scaled(text.utf8, places: 0),
        Decimal.scaled(text.utf8, places: 3) == value * 1000
      else { return .none }
      number = value
    }
    if number == -1 { return .left("days left open") }
    if number == -3 { return .left("days skipped") }
    guard number >= 0 else { return .none }
    if counts ?? (number > 3) { return .amount((number + 5) / 10) }
    switch number {
    case 0: return .left("days marked as not done")
    case 1: return .left("days that the app filled in")
    case 2: return .done
    case 3: return .left("days skipped")
    default: return .none
    }
  }
}
