import Core

/// Parses the dates and times that apps write.
///
/// - `2026-01-18`, `2026/01/18`
/// - `18 Jan 2026`, `8th Dec 2021`, `Sep 29, 2026`, `18 de ene. de 2026`, with ``MonthNames``, in full or
///   abbreviated, with or without a point
/// - `31/12/2026`, `12/31/2026` and the same with hyphens, if the order is known; `31.12.2026`, which
///   is always day first
///
/// A time may follow after a space, a comma or a `T`: `17:42`, `17:42:05`, `5:42 PM` (with any kind of space
/// before AM or PM, U+202F too), and after it an offset such as `Z` or `+01:00`.
struct DateText {
  /// The result.
  let time: CivilTime
  /// The order of a numeric date, if it is unambiguous.
  let shows: DateOrder?

  /// The outcome of parsing.
  enum Reading {
    case date(DateText)
    /// An ambiguous numeric date without a given order.
    case ambiguous
    /// Not a date.
    case none
  }

  static func read(_ text: String, order: DateOrder?) -> Reading {
    var words = DateText.words(text)
    guard !words.isEmpty else { return .none }
    let clock = ClockText.take(from: &words)
    if let clock, clock.isInvalid { return .none }
    let (day, shows): (Day?, DateOrder?)
    if words.count == 1 {
      switch numbers(words[0], order: order) {
      case .ambiguous: return .ambiguous
      case .day(let found, let seen): (day, shows) = (found, seen)
      case .none: return .none
      }
    } else {
      (day, shows) = (named(words), nil)
    }
    // The log starts in 1970, and a year such as 0026 is a typing error.
    guard let day, (1970...9999).contains(day.civil.year) else { return .none }
    let time = CivilTime(day: day, time: clock?.time, offsetMinutes: clock?.offset)
    return .date(DateText(time: time, shows: shows))
  }

  /// The words between commas and spaces of any kind, in lower case.
  private static func words(_ text: String) -> [Substring] {
    var text = text
    // A `T` between digits separates date and time; elsewhere it is a letter.
    if let cut = text.utf8.firstIndex(of: UInt8(ascii: "T")), cut > text.startIndex,
      text.utf8[text.utf8.index(before: cut)].isASCIIDigit
    {
      text.replaceSubrange(cut...cut, with: " ")
    }
    return text.lowercased().split {
      $0 == "," || $0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
  }

  private enum Numbers {
    case day(Day?, DateOrder?)
    case ambiguous
    case none
  }

  private static func numbers(_ word: Substring, order: DateOrder?) -> Numbers {
    guard let sign = word.first(where: { !$0.isASCII || !$0.isNumber }), "-/.".contains(sign)
    else { return .none }
    let parts = word.split(separator: sign, omittingEmptySubsequences: false)
    let values = parts.compactMap { Int(digits: $0, upTo: 4) }
    guard values.count == 3, parts.count == 3 else { return .none }
    if parts[0].count == 4 {
      return .day(Day(year: values[0], month: values[1], day: values[2]), nil)
    }
    guard parts[2].count == 4 else { return .none }
    let dayFirst = Day(year: values[2], month: values[1], day: values[0])
    let monthFirst = Day(year: values[2], month: values[0], day: values[1])
    if sign == "." { return .day(dayFirst, nil) }
    let shows: DateOrder? =
      switch (dayFirst, monthFirst) {
      case (.some, nil): .dmy
      case (nil, .some): .mdy
      default: nil
      }
    switch order {
    case .dmy: return .day(dayFirst, shows)
    case .mdy: return .day(monthFirst, shows)
    case nil where dayFirst != nil && dayFirst == monthFirst: return .day(dayFirst, nil)
    case nil: return dayFirst == nil && monthFirst == nil ? .none : .ambiguous
    }
  }

  /// A date of three words with the name of a month.
  private static func named(_ words: [Substring]) -> Day? {
    // Spanish and Portuguese: 18 de enero de 2026.
    if words.count == 5, words[1] == "de", words[3] == "de" {
      return named([words[0], words[2], words[4]])
    }
    guard words.count == 3, let year = Int(digits: words[2], upTo: 4), words[2].count == 4 else {
      return nil
    }
    for (dayWord, monthWord) in [(words[0], words[1]), (words[1], words[0])] {
      guard let month = MonthNames.month(monthWord) else { continue }
      var number = dayWord
      for ending in ["st", "nd", "rd", "th", "."] where number.hasSuffix(ending) {
        number = number.dropLast(ending.count)
        break
      }
      return Int(digits: number, upTo: 2).flatMap { Day(year: year, month: month, day: $0) }
    }
    return nil
  }
}

extension CivilTime {
  /// Exactly `2026-01-18 17:42:05` or `2026-01-18`, the form in most files, parsed directly from the bytes;
  /// nil for anything else, which ``DateText`` may still parse.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard bytes[index].isASCIIDigit else { return nil }
        value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      }
      return value
    }
    guard bytes.count == 10 || bytes.count == 19, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), let year = number(0..<4), year >= 1970,
      let month = number(5..<7), let date = number(8..<10),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    self.init(day: day)
    if bytes.count == 10 { return }
    guard bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = number(11..<13), let minute = number(14..<16),
      let second = number(17..<19), let time = ClockTime(hour: hour, minute: minute, second: second)
    else { return nil }
    self.time = time
  }
}
