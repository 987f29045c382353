/// Digits of five lines, to be read from the floor.
enum BigDigits {
  /// Three dots by five for each digit, a row in three bits, from the top.
  private static let shapes: [Character: [Int]] = [
    "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7],
    "4": [5, 5, 7, 1, 1], "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 1, 1, 1],
    "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7], ":": [0, 2, 0, 2, 0],
  ]

  /// The lines of a number; each dot is two columns wide, since a column is about half a line high.
  static func rows(_ number: String, _ style: Style) -> [String] {
    let dot = style.pick("██", "##")
    return (0..<5).map { row in
      var line = number.map { digit in
        let bits = shapes[digit]?[row] ?? 0
        return [4, 2, 1].map { bits & $0 == 0 ? "  " : dot }.joined()
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}

/// What the keys of a guided session do.
enum GuideKeyList {
  /// The keys, as a terminal can show them, and their meaning.
  static let all: [(keys: @Sendable (Style) -> String, meaning: String)] = [
    ({ _ in "space" }, "pause, or the set is done"),
    ({ _ in "Enter" }, "begin, or the set is done"),
    ({ _ in "+ -" }, "one repetition more, less"),
    ({ $0.pick("n →", "n right") }, "skip this rest or this set"),
    ({ _ in "x" }, "skip this exercise"),
    ({ $0.pick("b ←", "b left") }, "back"),
    ({ _ in "q" }, "end, as Ctrl-C does"),
    ({ _ in "?" }, "these keys"),
  ]
}
