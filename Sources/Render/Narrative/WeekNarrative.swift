import Analytics
import Core

extension WeekSoFar {
  /// `week 47: 3 sessions, pain median 4 (5 the week before)`.
  package var sentence: String { "\(name): \(text)" }

  /// The same without the week.
  var text: String { "\(Phrase.count(now.sessions, noun: "session")), \(painText)" }

  /// `week 47: glute-bridge 128° (124° the week before)`.
  package func sentence(for measurement: Measurement) -> String {
    guard let key = key(of: measurement), let value = now.measures[key] else { return sentence }
    func shown(_ measure: WeeklyReport.Measure) -> String {
      measure.value.text(places: 1) + measurement.kind.unit.suffix
    }
    let earlier = before.measures[key].map { " (\(shown($0)) the week before)" }
    return "\(name): \(key) \(shown(value))\(earlier ?? "")"
      + (value.n > 1 ? ", \(value.n) visits" : "")
  }

  var name: String { "week \(now.week.yearAndWeek.week)" }

  private var painText: String {
    let earlier = before.pain.median.map { " (\($0.text()) the week before)" } ?? ""
    guard let median = now.pain.median else { return "pain now not rated yet" + earlier }
    return "pain median \(median.text())" + earlier
  }
}
