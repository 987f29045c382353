import Core

// An entry on one line.

extension LogEntry {
  /// The content of the entry, on one line.
  package var summary: String {
    switch self {
    case .session(let session, let pain): session.summary(pain)
    case .pain(let rating, _): rating.summary
    case .measurement(let measurement): measurement.summary
    case .day(let record): record.summary
    case .flare(let flare): flare.summary
    case .stage(let change): change.summary
    case .check(let check): check.summary
    }
  }
}

extension Session {
  func summary(_ pain: PainAround) -> String {
    var parts = entries.map(\.text)
    if let routine { parts.insert("routine \(routine)", at: 0) }
    if let duration { parts.append("\(duration) min") }
    if let effort { parts.append("effort \(effort)") }
    if let before = pain.before { parts.append("pain before \(before)") }
    if let after = pain.after { parts.append("pain after \(after)") }
    if let morning = pain.nextMorning { parts.append("next morning \(morning)") }
    return parts.isEmpty ? "session" : parts.joined(separator: ", ")
  }
}

extension PainRating {
  var summary: String {
    var parts = ["pain \(score)" + (recall == .now ? "" : " (\(recall.rawValue))")]
    parts += sites.map(\.description)
    if !triggers.isEmpty { parts.append("trigger " + triggers.joined(separator: ", ")) }
    if woke { parts.append("woke you") }
    if let session { parts.append("\(session.tie.rawValue) session \(session.id.short)") }
    return parts.joined(separator: ", ")
  }
}

extension Measurement {
  var summary: String {
    var parts = ["\(kind.slug)" + (side.map { " \($0.rawValue)" } ?? "") + " \(valueText)"]
    if trials.count > 1 {
      let list = trials.map { Decimal.text(hundredths: $0) }.joined(separator: " ")
      parts.append("\(kind.unit == .seconds ? "best" : "mean") of \(list)")
    }
    if let instrument { parts.append(instrument.rawValue) }
    if let motion { parts.append(motion.rawValue) }
    if let painText { parts.append(painText) }
    return parts.joined(separator: ", ")
  }

  /// `pain-free`, `pain 3`.
  var painText: String? { pain.map { $0.tenths == 0 ? "pain-free" : "pain \($0)" } }

  var valueText: String { value.text(places: 1) + kind.unit.suffix }
}

extension DayRecord {
  var summary: String {
    factors.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }
}

extension Flare {
  var summary: String {
    "flare" + (end.map { ", over on \($0.label)" } ?? ", going on")
  }
}

extension StageTransition {
  var summary: String {
    let place = stage.map { ", stage \($0)" } ?? ""
    let what =
      switch kind {
      case .start: "started \(rehabProtocol)\(place)"
      case .advance: "went on in \(rehabProtocol)\(place)"
      case .back: "went back in \(rehabProtocol)\(place)"
      case .stop: "stopped \(rehabProtocol)"
      }
    return what + (unmet.isEmpty ? "" : ", criteria not met: \(unmet.joinedNames)")
  }
}

extension SafetyCheck {
  var summary: String {
    if let resolution { return "check: dealt with, \(resolution)" }
    if findings.isEmpty { return "check: nothing found" }
    return "check: " + findings.map(\.rule.text).joined(separator: ", ")
  }
}

extension [Slug] {
  var joinedNames: String { map(\.text).joined(separator: ", ") }
}
