import Analytics
import Core
import Store

/// The settings in force.
package struct Settings: Sendable {
  private let stored: [String: String]

  /// The stored settings. An invalid value, which only another program can have written, counts as not set.
  package init(_ stored: [String: String]) {
    // Aliases and the numbers of criteria are checked where they are used: which ones exist depends on the
    // log.
    self.stored = stored.filter { key, value in
      key.hasPrefix("gate.") || key.hasPrefix("check.") || key.hasPrefix(Alias.prefix)
        || Setting.all.contains { $0.key == key && (try? $0.normalise(value)) == value }
    }
  }

  /// The same settings with one value changed, or removed.
  func with(_ key: String, set value: String?) -> Settings {
    var changed = stored
    changed[key] = value
    return Settings(changed)
  }

  /// Refuses values that contradict each other.
  ///
  /// - Throws: ``Failure``.
  func check() throws { _ = try responseThresholds() }

  /// The value of a setting: what the user set, or its default.
  package func value(_ setting: Setting) -> String { stored[setting.key] ?? setting.standard }

  /// Whether the user set it.
  package func isSet(_ setting: Setting) -> Bool { stored[setting.key] != nil }

  /// How many automatic backups to keep.
  package var rotation: BackupRotation {
    stored["backup.keep"].flatMap { BackupRotation($0) } ?? .standard
  }

  /// When the user's day begins.
  var dayStart: ClockTime { stored["day.start"].flatMap { ClockTime($0) } ?? .defaultDayStart }

  /// How many weeks the weekly report shows.
  var reportWeeks: Int { stored["report.weeks"].flatMap { Int($0) } ?? 12 }

  /// The share of a routine's exercises that must be done for a day to count.
  var practisedShare: Double {
    Double(stored["adherence.share"].flatMap { Int($0) } ?? 50) / 100
  }

  /// The name shown on the clinician page; nil unless the user set one.
  var clinicianName: String? { stored["clinician.name"] }

  /// A criterion with the user's numbers. Numbers that contradict each other, which only another program can
  /// have written, count as not set.
  func adjusted(_ criterion: Criterion, prefix: String) -> Criterion {
    var numbers: [String: Int] = [:]
    for name in criterion.numberNames {
      guard let text = stored[Setting.key(of: criterion, number: name, prefix: prefix)] else {
        continue
      }
      numbers[name] = Decimal(text, places: 1)?.scaled
    }
    let adjusted = criterion.with(numbers)
    return adjusted.contradiction == nil ? adjusted : criterion
  }

  /// The thresholds of the 24-hour response.
  ///
  /// - Throws: ``Failure`` where a lower threshold is not below its upper one.
  func responseThresholds() throws -> ResponseThresholds {
    let standard = ResponseThresholds.standard
    let fine = tenths("response.fine") ?? standard.fine
    let tooMuch = tenths("response.toomuch") ?? standard.tooMuch
    let morning = tenths("response.morning") ?? standard.morning
    let morningRed = tenths("response.morning.red") ?? standard.morningRed
    let thresholds = ResponseThresholds(
      fine: fine, tooMuch: tooMuch, morning: morning, morningRed: morningRed)
    if let thresholds { return thresholds }
    let (lower, upper) =
      fine < tooMuch
      ? (("response.morning", morning), ("response.morning.red", morningRed))
      : (("response.fine", fine), ("response.toomuch", tooMuch))
    throw Failure(
      "'\(lower.0)' (\(Decimal.text(tenths: lower.1))) is not below '\(upper.0)' (\(Decimal.text(tenths: upper.1)))",
      hint: "change one of them with 'psoas config', such as 'psoas config \(lower.0) --unset'")
  }

  private func tenths(_ key: String) -> Int? {
    stored[key].flatMap { try? NPRSScore($0) }?.tenths
  }
}
