/// Digits five lines high, readable from the floor.
enum BigDigits {
  /// Three by five dots per digit, from the top row, three bits per row.
  private static let shapes: [Character: [Int]] = [
    "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7],
    "4": [5, 5, 7, 1, 1], "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 1, 1, 1],
    "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7], ":": [0, 2, 0, 2, 0],
  ]

  /// The lines of a number. Each dot is two columns wide, since a column is about half as wide as a line is
  /// high.
  static func rows(_ number: String, style: Style) -> [String] {
    let dot = style.pick("██", ascii: "##")
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

/// The keys of a guided session.
enum GuideKeyList {
  /// The keys, in characters the terminal can show, and what they do.
  static let all: [(keys: @Sendable (Style) -> String, meaning: String)] = [
    ({ _ in "space" }, "pause, or the set is done"),
    ({ _ in "Enter" }, "begin, or the set is done"),
    ({ _ in "+ -" }, "one repetition more, less"),
    ({ $0.pick("n →", ascii: "n right") }, "skip this rest or this set"),
    ({ _ in "x" }, "skip this exercise"),
    ({ $0.pick("b ←", ascii: "b left") }, "back"),
    ({ _ in "q" }, "end, as Ctrl-C does"),
    ({ _ in "?" }, "these keys"),
  ]
}
