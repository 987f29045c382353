import Core

extension BearableRows {
  /// A name and the text in brackets after it: `Neck pain (Moderate)`.
  static func parted(_ text: String) -> (name: String, rest: String?) {
    let text = text.trimmed
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return (text, nil)
    }
    let rest = text[text.index(after: open)...].dropLast().trimmed
    let name = text[..<open].trimmed
    return name.isEmpty ? (text, nil) : (name, rest.isEmpty ? nil : rest)
  }

  /// A factor's name and level: `Caffeine - A lot`.
  static func level(_ text: String) -> (name: String, level: Int) {
    for sign in [" - ", " – "] {
      for (word, level) in [("little", 1), ("moderate", 2), ("a lot", 3), ("none", 0)]
      where text.lowercased().hasSuffix(sign + word) {
        return (text.dropLast(sign.count + word.count).trimmed, level)
      }
    }
    return (text, 1)
  }

  /// A time, or the part of the day named by a word; neither for `all day`.
  static func time(_ text: String) -> (ClockTime?, DayPart?) {
    switch text.trimmed.lowercased() {
    case "pre": (nil, .night)
    case "am": (nil, .morning)
    case "mid": (nil, .midday)
    case "pm": (nil, .evening)
    case let other:
      (
        ClockText.time(other.filter { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }),
        nil
      )
    }
  }
}
