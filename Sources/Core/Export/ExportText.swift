// Exported values as text: exact, and in the form that people write.

extension ExportColumn {
  /// A value that is invalid for a column, as words that follow the column's name.
  package struct Misfit: Error {
    /// The reason: `is 'x', which is no day`.
    package let reason: String
  }

  /// Whether JSON has it without quotes: a number, true or false.
  package var isBare: Bool {
    switch form {
    case .integer, .tenths, .hundredths, .flag: true
    case .key, .slug, .text, .choice, .moment, .day: false
    }
  }

  /// A value as text; nil for an empty one.
  package func text(_ value: ExportValue) -> String? {
    switch (value, form) {
    case (.none, _): nil
    case (.text(let text), _): text
    case (.key(let id), _): id.description
    case (.moment(let utc, let offset), _):
      Moment(utc: utc, offsetMinutes: offset, zone: "", day: Day(number: 0)).iso8601
    case (.integer(let number), .tenths): Decimal.text(tenths: number)
    case (.integer(let number), .hundredths): Decimal.text(hundredths: number)
    case (.integer(let number), .flag): number == 0 ? "false" : "true"
    case (.integer(let number), .day): Day(number: number).description
    case (.integer(let number), _): String(number)
    }
  }

  /// Parses a value; empty for nil.
  ///
  /// - Throws: ``Misfit``.
  package func value(_ text: String?) throws -> ExportValue {
    guard let text else {
      guard isOptional else { throw Misfit(reason: "is missing") }
      return .none
    }
    guard let value = read(text) else {
      throw Misfit(reason: "is \(text.quoted), which is \(expected)")
    }
    return value
  }

  private func read(_ text: String) -> ExportValue? {
    switch form {
    case .key: return EntryID(text).map { .key($0) }
    case .slug: return Slug(text).flatMap { $0.text == text ? .text(text) : nil }
    case .text: return text.utf8.contains(0) ? nil : .text(text)
    case .integer(let range): return number(text, places: 0, range: range)
    case .tenths(let range): return number(text, places: 1, range: range)
    case .hundredths(let range): return number(text, places: 2, range: range)
    case .flag: return text == "true" ? .integer(1) : text == "false" ? .integer(0) : nil
    case .choice(let words): return words.contains(text) ? .text(text) : nil
    case .moment: return ExportColumn.moment(text)
    case .day: return Day(text).flatMap { $0.number >= 0 ? .integer($0.number) : nil }
    }
  }

  private var expected: String {
    switch form {
    case .key: "no key of 32 hexadecimal digits"
    case .slug: "no name of small letters, digits and hyphens"
    case .text: "no text"
    case .integer(let range): "no whole number from \(range.lowerBound) to \(range.upperBound)"
    case .tenths(let range):
      "no number from \(Decimal.text(tenths: range.lowerBound)) to \(Decimal.text(tenths: range.upperBound)) with at "
        + "most one decimal"
    case .hundredths(let range):
      "no number from \(Decimal.text(hundredths: range.lowerBound)) to "
        + "\(Decimal.text(hundredths: range.upperBound)) with at most two decimals"
    case .flag: "neither true nor false"
    case .choice(let words):
      "none of \(words.map { $0.isEmpty ? "nothing" : $0 }.joined(separator: ", "))"
    case .moment: "no moment such as 2026-11-20T07:30:00+01:00"
    case .day: "no day such as 2026-11-20"
    }
  }

  /// An exact decimal with at most `places` digits after the point.
  private func number(_ text: String, places: Int, range: ClosedRange<Int>) -> ExportValue? {
    var (value, digits, decimals) = (0, 0, -1)
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 15 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if decimals >= 0 { decimals += 1 }
      case UInt8(ascii: ".") where decimals < 0 && digits > 0: decimals = 0
      default: return nil
      }
    }
    guard digits > 0, decimals != 0, decimals <= places else { return nil }
    for _ in max(0, decimals)..<places { value *= 10 }
    value = isNegative ? -value : value
    return range.contains(value) ? .integer(value) : nil
  }

  /// Parses `2026-11-20T07:30:00+01:00`. The local year can be 1969 or 10000 at the limits of what a log
  /// stores.
  private static func moment(_ text: String) -> ExportValue? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, parts[1].utf8.count == 14, text.utf8.count <= 26 else { return nil }
    let clock = parts[1].prefix(8)
    let zone = parts[1].dropFirst(8)
    guard let time = ClockTime(clock), clock.utf8.count == 8, !clock.contains("."),
      let hours = Int(digits: zone.dropFirst().prefix(2)),
      let minutes = Int(digits: zone.suffix(2)),
      minutes < 60, zone.dropFirst(3).first == ":", let sign = zone.first, "+-".contains(sign),
      let day = localDay(parts[0])
    else { return nil }
    let offset = (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    let utc = day.number * 86_400 + time.secondOfDay - offset * 60
    guard (-1080...1080).contains(offset), (0...253_402_300_799).contains(utc) else { return nil }
    return .moment(utc: utc, offset: offset)
  }

  private static func localDay(_ text: Substring) -> Day? {
    if text.hasPrefix("10000-") {
      // The calendar repeats every 400 years of 146,097 days.
      return Day("9600-" + text.dropFirst(6)).map { $0.adding(146_097) }
    }
    return Day(text)
  }
}

extension EntryID {
  /// Parses a full key as printed; nil for anything but 32 hexadecimal digits.
  package init?(_ text: String) {
    guard text.utf8.count == 32 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16)
    for (place, byte) in text.utf8.enumerated() {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      // The text has the digits in reverse.
      bytes[15 - place / 2] |= place % 2 == 0 ? digit : digit << 4
    }
    self.init(bytes: bytes)
  }
}
