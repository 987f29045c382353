import RehabLog

/// A setting of `psoas config`: its key, what it does, and how its value is read.
struct Setting {
  let key: String
  let standard: String
  let help: String
  /// The value in the form in which it is kept.
  let normalise: @Sendable (String) throws -> String

  /// All settings there are.
  static let all: [Setting] = [
    Setting(
      key: "day.start", standard: ClockTime.defaultDayStart.description,
      help: "when your day begins; what is logged before it counts for the day before",
      normalise: { text in
        guard let time = ClockTime(text), time.secondOfDay <= 43_200 else {
          throw InputError(
            "'day.start' cannot be \(quoted(text))", hint: "use a time from 00:00 to 12:00")
        }
        return time.description
      }),
    Setting(
      key: "report.weeks", standard: "12",
      help: "how many weeks 'psoas report weekly' shows",
      normalise: { text in
        guard let weeks = Int(text), (1...WindowOptions.mostWeeks).contains(weeks) else {
          throw InputError(
            "'report.weeks' cannot be \(quoted(text))",
            hint: "use a whole number from 1 to \(WindowOptions.mostWeeks)")
        }
        return String(weeks)
      }),
  ]

  /// The setting with this key.
  ///
  /// - Throws: ``InputError`` that lists the keys.
  static func named(_ key: String) throws -> Setting {
    if let setting = all.first(where: { $0.key == key }) { return setting }
    throw InputError(
      "there is no setting \(quoted(key))",
      hint: "the settings are \(all.map(\.key).joined(separator: ", "))")
  }
}

/// The settings in force.
struct Settings {
  private let stored: [String: String]

  /// The settings that were stored. A value that is none, which only another program can have
  /// written, counts as not set.
  init(_ stored: [String: String]) {
    self.stored = stored.filter { key, value in
      Setting.all.contains { $0.key == key && (try? $0.normalise(value)) == value }
    }
  }

  /// The value of a setting: what the user set, or its default.
  func value(_ setting: Setting) -> String { stored[setting.key] ?? setting.standard }

  /// Whether the user set it.
  func isSet(_ setting: Setting) -> Bool { stored[setting.key] != nil }

  /// When the user's day begins.
  var dayStart: ClockTime { stored["day.start"].flatMap { ClockTime($0) } ?? .defaultDayStart }

  /// How many weeks the weekly report shows.
  var reportWeeks: Int { stored["report.weeks"].flatMap { Int($0) } ?? 12 }
}
