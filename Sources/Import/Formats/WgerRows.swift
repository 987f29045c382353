import Core

/// The body weights exported by wger, `Date,Weight`, in the unit of the user's account, which the file does
/// not name.
struct WgerRows: RowReader {
  private var dates: DateColumn
  private let weight: Int
  private let unit: Load.Unit?
  private var keys = KeyMaker(format: .wger)

  init(_ header: Header, options: ImportOptions, dates finder: DateColumn.Finder) {
    dates = DateColumn(header["date"] ?? 0, finder: finder)
    weight = header["weight"] ?? 1
    unit = options.unit
  }

  mutating func read(_ record: CSVRecord, into output: inout Output) throws {
    let when = try dates.read(record, into: &output)
    guard let value = record.decimal(weight, places: 2), value > 0 else {
      throw RowProblem(
        reason: "has the weight \(record.text(weight).trimmed.quoted), which is no number")
    }
    guard let unit else {
      throw ImportFailure(
        "the file does not say the unit of its weights",
        hint: "say it with '--unit kg' or '--unit lb'", line: record.line)
    }
    let key = try keys.key(.measurement, at: when, title: "Weight", value: value)
    output.values.append(
      .measurement(
        ImportedMeasurement(
          key: key, when: when, name: "Weight", hundredths: value, unit: unit.rawValue,
          line: record.line)))
  }
}
