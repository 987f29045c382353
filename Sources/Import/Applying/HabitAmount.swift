import Core

/// The meaning of a habit's amount when the habit is an exercise.
enum HabitAmount {
  /// A set with that amount, and the amount in words where no set can have it.
  ///
  /// A number without a unit is a count. Anything that is neither a duration nor repetitions, or not whole,
  /// goes to the note.
  static func set(_ hundredths: Int?, unit: String?) -> (set: SetDone, rest: String?) {
    guard let hundredths else { return (SetDone(reps: nil, hold: nil), nil) }
    let word = (unit ?? "").lowercased()
    if repetitions.contains(word), hundredths % 100 == 0, (1...9999).contains(hundredths / 100) {
      return (SetDone(reps: hundredths / 100, hold: nil), nil)
    }
    if let seconds = seconds[word], hundredths * seconds % 100 == 0,
      (1...86_400).contains(hundredths * seconds / 100)
    {
      return (SetDone(reps: nil, hold: hundredths * seconds / 100), nil)
    }
    let words = [Decimal.text(hundredths: hundredths), unit].compactMap(\.self).joined(
      separator: " ")
    return (SetDone(reps: nil, hold: nil), words)
  }

  private static let repetitions: Set<String> = [
    "", "x", "rep", "reps", "repetition", "repetitions", "time", "times", "count",
  ]

  private static let seconds: [String: Int] = [
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60, "minute": 60,
    "minutes": 60, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
  ]
}
