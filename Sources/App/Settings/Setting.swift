import Analytics
import Core
import Store

/// A setting of `psoas config`: its key, what it does, and how its value is parsed.
package struct Setting {
  package let key: String
  package let standard: String
  package let help: String
  /// The value in the form that is stored.
  package let normalise: @Sendable (String) throws -> String

  /// All fixed settings.
  package static let all: [Setting] = [
    Setting(
      key: "day.start", standard: ClockTime.defaultDayStart.description,
      help: "when your day begins; what is logged before it counts for the day before",
      normalise: { text in
        guard let time = ClockTime(text), time.secondOfDay <= 43_200 else {
          throw InputError(
            "'day.start' cannot be \(text.quoted)", hint: "use a time from 00:00 to 12:00")
        }
        return time.description
      }),
    Setting(
      key: "report.weeks", standard: "12",
      help: "how many weeks a report shows",
      normalise: { text in
        guard let weeks = Int(text), (1...ReportWindow.mostWeeks).contains(weeks) else {
          throw InputError(
            "'report.weeks' cannot be \(text.quoted)",
            hint: "use a whole number from 1 to \(ReportWindow.mostWeeks)")
        }
        return String(weeks)
      }),
    Setting(
      key: "history.keep", standard: String(LogStore.usualHistory),
      help: "how many commands can be undone; older ones leave the history",
      normalise: { text in
        guard text.utf8.count <= 6, let count = Int(text), (1...100_000).contains(count) else {
          throw InputError(
            "'history.keep' cannot be \(text.quoted)",
            hint: "use a whole number from 1 to 100000")
        }
        return String(count)
      }),
    Setting(
      key: "adherence.share", standard: "50",
      help:
        "per cent of a routine's exercises that make a day count as one of it (our default)",
      normalise: { text in
        guard let share = Int(text), (1...100).contains(share) else {
          throw InputError(
            "'adherence.share' cannot be \(text.quoted)", hint: "use a whole number from 1 to 100")
        }
        return String(share)
      }),
    Setting(
      key: "backup.auto", standard: "on",
      help: "whether the log is copied before the first entry of a day, on or off",
      normalise: { text in
        guard ["on", "off"].contains(text) else {
          throw InputError("'backup.auto' cannot be \(text.quoted)", hint: "use on or off")
        }
        return text
      }),
    Setting(
      key: "backup.keep", standard: BackupRotation.standard.description,
      help: "how many automatic backups to keep: of the latest days, one a week, one a month",
      normalise: { text in
        guard let rotation = BackupRotation(text) else {
          throw InputError(
            "'backup.keep' cannot be \(text.quoted)",
            hint: "use numbers of days (1 or more), weeks and months, such as '7d 5w 12m'")
        }
        return rotation.description
      }),
    Setting(
      key: "clinician.name", standard: "",
      help: "your name, as 'psoas report clinician' prints it; nothing unless set",
      normalise: { try FreeText.title($0, as: "name") }),
    points(
      "response.fine", tenths: ResponseThresholds.standard.fine,
      help:
        "the highest pain during or after a session that 'psoas report response' shows as green "
        + "(pain-monitoring rule, Silbernagel; tested in tendinopathy, not in low-back pain)"),
    points(
      "response.toomuch", tenths: ResponseThresholds.standard.tooMuch,
      help: "the highest that it shows as amber; more is red (the same rule)"),
    points(
      "response.morning", tenths: ResponseThresholds.standard.morning, from: 1,
      help: "by how much more pain than before the session the next morning is amber (our "
        + "default)"),
    points(
      "response.morning.red", tenths: ResponseThresholds.standard.morningRed, from: 1,
      help: "by how much more it is red (our default)"),
  ]

  /// A setting in points of pain, from the given tenths up to 10, with at most one decimal.
  private static func points(
    _ key: String, tenths: Int, from least: Int = 0, help: String
  ) -> Setting {
    Setting(
      key: key, standard: NPRSScore(tenths: tenths)?.description ?? "", help: help,
      normalise: { text in
        guard let score = try? NPRSScore(text), score.tenths >= least else {
          let lowest = NPRSScore(tenths: least)?.description ?? "0"
          throw InputError(
            "'\(key)' cannot be \(text.quoted)",
            hint: "use a number from \(lowest) to 10, with at most one decimal, such as 3 or 2.5")
        }
        return score.description
      })
  }

  /// The numbers of criteria as settings: `gate.big-three-days`, `gate.big-three-days.days`.
  static func numbers(
    of criteria: [Criterion], prefix: String, _ current: Settings
  ) -> [Setting] {
    criteria.flatMap { criterion in
      criterion.numberNames.map { name in
        let now = current.adjusted(criterion, prefix: prefix)
        let key = Setting.key(of: criterion, number: name, prefix: prefix)
        return Setting(
          key: key, standard: Decimal.text(tenths: criterion.tenths[name] ?? 0),
          help: "\(now.statement) (\(Citation.text(criterion.source)))",
          normalise: { text in
            guard let number = Decimal(text, places: 1) else {
              throw InputError(
                "'\(key)' cannot be \(text.quoted)",
                hint: "use a number with at most one decimal, such as 10")
            }
            if let problem = now.with([name: number.scaled]).contradiction {
              throw InputError(
                "'\(key)' cannot be \(text.quoted): \(problem)", hint: now.statement)
            }
            return Decimal.text(tenths: number.scaled)
          })
      }
    }
  }

  /// The fixed settings, the numbers of all protocols' criteria and of the safety rules, and the aliases that
  /// are set.
  package static func every(
    _ current: Settings, catalogue: Catalogue, stored: [String: String], names: CommandNames
  ) throws -> [Setting] {
    let aliases = Alias.all(in: stored).compactMap {
      try? Alias.setting($0.key, stored: stored, names: names)
    }
    return all + numbers(of: catalogue.protocols.flatMap(\.criteria), prefix: "gate", current)
      + numbers(of: Safety().rules, prefix: "check", current) + aliases
  }

  /// The key for a criterion's number.
  static func key(of criterion: Criterion, number name: String, prefix: String) -> String {
    "\(prefix).\(criterion.id)" + (name == "threshold" ? "" : ".\(name)")
  }

  /// The setting with this key, fixed or of a criterion.
  ///
  /// - Throws: ``InputError`` that lists the most similar keys.
  static func named(_ key: String, among settings: [Setting]) throws -> Setting {
    if let setting = settings.first(where: { $0.key == key }) { return setting }
    let nearest = settings.map(\.key).filter {
      $0.hasPrefix(key) || $0.editDistance(to: key) <= max(2, key.utf8.count / 3)
    }
    throw InputError(
      "there is no setting \(key.quoted)",
      hint: nearest.isEmpty
        ? "'psoas config' shows all"
        : "the nearest are \(nearest.prefix(5).joined(separator: ", "))")
  }
}
