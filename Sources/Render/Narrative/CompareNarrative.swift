import Analytics
import Core

extension CompareReport {
  /// One to three sentences: medians, numbers, conclusion.
  package var statements: [String] {
    guard let effect else {
      let need =
        "Too few weeks to say (\(CompareReport.fewestWeeks) needed in each phase, "
        + "\(a.n) and \(b.n) logged)"
      return [need, medians].compactMap(\.self).map { $0 + "." }
    }
    return [(medians ?? series.subject) + ".", sentence(effect), conclusion]
  }

  package var statement: String { statements.joined(separator: " ") }

  /// What was left out of the values.
  package var remarks: [String] { values.remarks }

  private var series: Series { values.series }

  private var medians: String? {
    let texts = [a, b].compactMap { part in
      part.median.map { median in
        "median \(series.shown(median)) in '\(part.phase.label)' "
          + "(\(Phrase.count(part.n, of: part.span, noun: "week")))"
      }
    }
    return texts.isEmpty ? nil : "\(series.subject): \(texts.joined(separator: " and "))"
  }

  private func sentence(_ effect: Effect) -> String {
    let overlap = effect.overlap
    let (level, bend) = (effect.segmented.level, effect.segmented.slopeChange)
    return "Of all pairs of a week from each, that of the second is the "
      + "\(series.better == nil ? "higher" : "better") one in "
      + "\((100 * overlap.nap).text(places: 0)) %\(isTied ? ", equal ones counted half" : "") (NAP "
      + "\(Phrase.correlation(overlap.nap)), Tau \(Phrase.correlation(overlap.tau)), "
      + "\(Phrase.pValue(overlap.p.value))); allowing for the trend in the first, the step where the "
      + "second begins is \(series.amount(level.value, places: level.value.usefulPlaces)) "
      + "(\(pText(level))) and the slope changes by "
      + "\(series.amount(bend.value, places: bend.value.usefulPlaces)) a week (\(pText(bend)); "
      + "segmented regression, Newey–West)."
  }

  private func pText(_ coefficient: Segmented.Coefficient) -> String {
    guard let robust = coefficient.neweyWest?.p, let ordinary = coefficient.ordinary?.p else {
      return "no error to test it by"
    }
    let disagree = Claim.isCarried(by: robust) != Claim.isCarried(by: ordinary)
    return Phrase.pValue(robust)
      + (disagree ? ", but \(Phrase.pValue(ordinary)) by least squares" : "")
  }

  private var conclusion: String {
    let unknown = "what else changed at that time, this log cannot tell."
    switch verdict {
    case .untestable(let isDifferent):
      return
        "\(isDifferent ? "The phases differ, but" : "No clear difference, and") all points lie on "
        + "the two lines, so that there is no scatter to test the step and the bend by; \(unknown)"
    case .beyondTrend:
      return "The phases differ by more than the trend of the first would make them; \(unknown)"
    case .againstTrend:
      return
        "The phases differ, but the line steps or bends the other way where the second begins, "
        + "so no effect of the second is claimed."
    case .maybeTrend:
      return "The phases differ, but a steady trend through both would look the same, so no effect "
        + "of the second is claimed."
    case .none, .tooFew: return "No clear difference, which does not rule one out."
    case .onlyBend:
      return "The line steps or bends where the second begins, yet the weeks of the two phases "
        + "overlap; \(unknown)"
    }
  }
}
