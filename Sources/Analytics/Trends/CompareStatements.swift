import Core
import Statistics

extension CompareReport {
  /// Whether the weeks of the two phases are claimed to differ, whatever by.
  package var isDifferent: Bool { Claim.isCarried(by: effect?.overlap.p.value) }

  /// Whether the line is claimed to step or to bend where b begins, in the direction in which the phases
  /// differ.
  package var isBeyondTrend: Bool { bends.contains { ($0 > 0) == isHigher } }

  /// Whether it is claimed to do so in the other direction.
  package var isAgainstTrend: Bool { bends.contains { ($0 > 0) != isHigher } }

  /// Whether the values of b tend to be the higher ones.
  private var isHigher: Bool { ((effect?.overlap.tau ?? 0) > 0) == (series.better != .lower) }

  /// The step and the change of slope as far as they are claimed: by both kinds of errors, as those of
  /// Newey and West are too small in short series.
  private var bends: [Double] {
    guard let segmented = effect?.segmented else { return [] }
    return [segmented.level, segmented.slopeChange].filter {
      Claim.isCarried(by: $0.neweyWest?.p) && Claim.isCarried(by: $0.ordinary?.p)
    }.map(\.value)
  }

  /// Whether there is a step or a bend without any error to test it by, as all points lie on the lines.
  private var isUntestable: Bool {
    guard let segmented = effect?.segmented else { return false }
    return [segmented.level, segmented.slopeChange].contains {
      $0.value != 0 && ($0.neweyWest == nil || $0.ordinary == nil)
    }
  }

  /// One to three sentences: the medians, the numbers, what they come to.
  package var statements: [String] {
    guard let effect else {
      let fewest = CompareReport.fewestWeeks
      let counts = "\(a.n) and \(b.n) logged"
      let text = "Too few weeks to say (\(fewest) needed in each phase, \(counts))"
      return [text, medians].compactMap(\.self).map { $0 + "." }
    }
    return [(medians ?? series.subject) + ".", numbers(effect), conclusion]
  }

  /// What the values leave out.
  package var remarks: [String] { values.remarks }

  /// The sentences in one.
  package var statement: String { statements.joined(separator: " ") }

  private var medians: String? {
    let texts = [a, b].compactMap { part in
      part.median.map { median in
        let weeks =
          part.n == part.span
          ? counted(part.n, "week") : "\(part.n) of \(counted(part.span, "week"))"
        return "median \(series.shown(median)) in '\(part.phase.label)' (\(weeks))"
      }
    }
    return texts.isEmpty ? nil : "\(series.subject): \(texts.joined(separator: " and "))"
  }

  private func numbers(_ effect: Effect) -> String {
    let overlap = effect.overlap
    let word = series.better == nil ? "higher" : "better"
    let isTied = !Set(a.values).isDisjoint(with: b.values)
    let share =
      "Of all pairs of a week from each, that of the second is the \(word) one in "
      + "\(number(100 * overlap.nap, places: 0)) %\(isTied ? ", equal ones counted half" : "") (NAP \(correlationText(overlap.nap)), Tau "
      + "\(correlationText(overlap.tau)), \(probabilityText(overlap.p.value)))"
    let (level, bend) = (effect.segmented.level, effect.segmented.slopeChange)
    let step = series.amount(level.value, places: places(for: level.value))
    return share + "; allowing for the trend in the first, the step where the second begins is "
      + "\(step) (\(text(level))) and the slope changes by "
      + "\(series.amount(bend.value, places: places(for: bend.value))) a week (\(text(bend)); segmented "
      + "regression, Newey–West)."
  }

  private func text(_ coefficient: SegmentedRegression.Coefficient) -> String {
    guard let robust = coefficient.neweyWest?.p, let ordinary = coefficient.ordinary?.p else {
      return "no error to test it by"
    }
    let disagree = Claim.isCarried(by: robust) != Claim.isCarried(by: ordinary)
    return probabilityText(robust)
      + (disagree ? ", but \(probabilityText(ordinary)) by least squares" : "")
  }

  private var conclusion: String {
    let unknown = "what else changed at that time, this log cannot tell."
    if isUntestable {
      return
        "\(isDifferent ? "The phases differ, but" : "No clear difference, and") all points lie on "
        + "the two lines, so that there is no scatter to test the step and the bend by; \(unknown)"
    }
    switch (isDifferent, isBeyondTrend, isAgainstTrend) {
    case (true, true, false):
      return "The phases differ by more than the trend of the first would make them; \(unknown)"
    case (true, _, true):
      return
        "The phases differ, but the line steps or bends the other way where the second begins, "
        + "so no effect of the second is claimed."
    case (true, false, false):
      return "The phases differ, but a steady trend through both would look the same, so no effect "
        + "of the second is claimed."
    case (false, false, false):
      return "No clear difference, which is not the same as none."
    case (false, _, _):
      return "The line steps or bends where the second begins, yet the weeks of the two phases "
        + "overlap; \(unknown)"
    }
  }
}
