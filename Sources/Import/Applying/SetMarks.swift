import Core

/// Details of sets that the log cannot store, as lines of the session's note: `Goblet Squat: set 1 warm-up;
/// sets 2-3 RPE 8`.
struct SetMarks {
  private struct Run {
    var sets: ClosedRange<Int>
    let words: String
  }

  private var names: [String] = []
  private var counts: [String: Int] = [:]
  private var runs: [String: [Run]] = [:]

  /// Adds the next set of a session.
  mutating func add(_ set: ImportedSet) {
    let number = counts[set.exercise, default: 0] + 1
    counts[set.exercise] = number
    let words = SetMarks.words(set)
    guard !words.isEmpty else { return }
    if runs[set.exercise] == nil { names.append(set.exercise) }
    var done = runs[set.exercise] ?? []
    if let last = done.last, last.words == words, last.sets.upperBound == number - 1 {
      done[done.count - 1].sets = last.sets.lowerBound...number
    } else {
      done.append(Run(sets: number...number, words: words))
    }
    runs[set.exercise] = done
  }

  /// One line per exercise with details, in the order of the sets.
  var lines: [String] {
    names.map { name in
      let runs = (runs[name] ?? []).map { run in
        run.sets.count == 1
          ? "set \(run.sets.lowerBound) \(run.words)"
          : "sets \(run.sets.lowerBound)-\(run.sets.upperBound) \(run.words)"
      }
      return "\(name): \(runs.joined(separator: "; "))"
    }
  }

  private static func words(_ set: ImportedSet) -> String {
    var words: [String] = []
    switch set.kind {
    case .work: break
    case .warmUp: words.append("warm-up")
    case .drop: words.append("drop set")
    case .failure: words.append("to failure")
    }
    if let rpe = set.rpeTenths { words.append("RPE \(Decimal.text(tenths: rpe))") }
    if let distance = set.distance { words.append("\(distance)") }
    return words.joined(separator: ", ")
  }
}

extension ImportedDistance: CustomStringConvertible {
  /// The distance as in the file, `2.4 km`; `distance 2.4` without a unit.
  package var description: String {
    var text = "\(thousandths / 1000)"
    if thousandths % 1000 != 0 {
      var decimals = String(1000 + thousandths % 1000).dropFirst()
      while decimals.last == "0" { decimals.removeLast() }
      text += ".\(decimals)"
    }
    return unit.map { "\(text) \($0.rawValue)" } ?? "distance \(text)"
  }
}
