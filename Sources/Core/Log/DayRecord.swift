/// The unit of a daily factor.
package enum FactorUnit: String, Sendable {
  /// A duration, stored in minutes.
  case time
  /// A plain number, such as a rating or a step count.
  case number

  /// The symbol in reports: `h`, or empty for a number.
  package var symbol: String { self == .time ? "h" : "" }

  /// How many stored hundredths make one reported unit: an hour, or one.
  package var hundredthsPerReported: Double { self == .time ? 6000 : 100 }
}

/// The amount of one daily factor.
package struct FactorValue: Hashable, Sendable, CustomStringConvertible {
  package let unit: FactorUnit
  /// Hundredths: of a minute for a time, of one for a number.
  package let hundredths: Int

  package init(unit: FactorUnit, hundredths: Int) {
    self.unit = unit
    self.hundredths = hundredths
  }

  /// Parses `9h`, `6.5h`, `30m`, `1h30m`, `90min` as a duration and `2` or `6418` as a number.
  ///
  /// - Throws: ``InputError`` for anything else, a negative number, or more than 24 hours.
  package init(_ text: String, of factor: Slug) throws {
    if let number = Decimal(text, places: 2) {
      guard number.scaled >= 0 else {
        throw InputError(
          "'\(factor)' cannot be less than nothing: \(text.quoted)", hint: FactorValue.forms)
      }
      self.init(unit: .number, hundredths: number.scaled)
      return
    }
    guard let minutes = FactorValue.hundredthsOfMinutes(text.lowercased()) else {
      throw InputError("cannot read \(text.quoted) for '\(factor)'", hint: FactorValue.forms)
    }
    guard minutes <= 144_000 else {
      throw InputError("'\(factor)' of \(text.quoted) is more than a day", hint: FactorValue.forms)
    }
    self.init(unit: .time, hundredths: minutes)
  }

  private static let forms = "use a time such as 6.5h, 30m or 1h30m, or a number such as 2"

  private static func hundredthsOfMinutes(_ text: String) -> Int? {
    var rest = Substring(text)
    var total = 0
    if let cut = rest.firstIndex(of: "h") {
      guard let hours = Decimal(rest[..<cut], places: 2), (0...2400).contains(hours.scaled) else {
        return nil
      }
      total = hours.scaled * 60
      rest = rest[rest.index(after: cut)...]
      if rest.isEmpty { return total }
    }
    for unit in ["min", "m"] where rest.hasSuffix(unit) {
      let digits = rest.dropLast(unit.utf8.count)
      guard let minutes = Decimal(digits, places: 0), (0...1440).contains(minutes.scaled) else {
        return nil
      }
      return total + minutes.scaled * 100
    }
    return nil
  }

  /// The amount in the reported unit: hours for a duration, otherwise the number.
  package var value: Double { Double(hundredths) / unit.hundredthsPerReported }

  /// The amount in a form that can be typed: `6.5h`, `20m`, `6418`.
  package var description: String {
    guard unit == .time else { return Decimal.text(hundredths: hundredths) }
    let hoursTimesHundred = hundredths / 60
    let isWholeMinutes = hundredths % 100 == 0
    if hundredths % 60 == 0, hoursTimesHundred >= 100 || hundredths == 0 || !isWholeMinutes {
      return "\(Decimal.text(hundredths: hoursTimesHundred))h"
    }
    let minutes = (hundredths + 50) / 100
    return minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h\(minutes % 60)m"
  }
}

/// A daily factor and its amount: `sitting=9h`.
package struct Factor: Hashable, Sendable {
  package let name: Slug
  package let value: FactorValue

  package init(name: Slug, value: FactorValue) {
    self.name = name
    self.value = value
  }

  /// Parses `FACTOR=VALUE`.
  ///
  /// - Throws: ``InputError`` for a missing `=`, an invalid name, or an unreadable value.
  package init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw InputError(
        "\(text.quoted) has no '='", hint: "use FACTOR=VALUE, such as sitting=9h or sleep=6.5h")
    }
    name = try Slug(String(parts[0]), for: "a factor")
    value = try FactorValue(String(parts[1]), of: name)
  }
}

/// Factors of one of the user's days, entered at one time.
package struct DayRecord: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// The moment it was entered for; `moment.day` is the day it is about.
  package let moment: Moment
  /// The factors, sorted by name.
  package let factors: [Factor]

  package init(id: EntryID, moment: Moment, factors: [Factor]) {
    self.id = id
    self.moment = moment
    self.factors = factors.sorted { $0.name < $1.name }
  }
}

extension EntryField {
  package static let factor = EntryField("factor")
}

extension DayRecord: EditableEntry {
  static let fields: [EntryField] = [.at, .factor]

  var lines: [(EntryField, [String?])] {
    [
      (.at, [moment.iso8601]), (.factor, factors.map { "\($0.name)=\($0.value)" }),
    ]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> DayRecord {
    let factors = try edit.all(.factor, values: self.factors) { try Factor($0) }
    let names = factors.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw edit.error(
        .factor, message: "'\(twice)' was given twice", hint: "give each factor once")
    }
    guard !factors.isEmpty else {
      throw edit.error(
        .factor, message: "no factor is left", hint: "'psoas rm' removes the whole entry")
    }
    return DayRecord(id: id, moment: try reader.at(edit, before: moment), factors: factors)
  }
}
