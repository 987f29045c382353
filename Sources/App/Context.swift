import Core
import Store
import System

/// Everything a use case knows about its surroundings. The entry point reads it once and passes it down, so
/// results can be repeated and tests can set all of it.
package struct Context {
  /// Seconds since 1970-01-01T00:00Z.
  package let now: Int
  /// The user's zone.
  package let zone: Zone
  package let logPath: String
  /// Whether that is the default path, whose missing folders are created.
  package let isDefaultPlace: Bool
  /// The command as typed, for the history.
  package let command: String
  /// Whether the confirmation of an entry will be read. If not, less is read from the log.
  package let wantsRemarks: Bool
  /// Receives a message for the user in addition to the result.
  package let note: (String) -> Void
  /// The path of another program by its name; nil where it is not installed.
  package let findProgram: (String) -> String?
  package let commandNames: CommandNames
  /// Makes a key for a new entry. It follows the real clock even where `now` is fixed, because keys give the
  /// order in which entries were made.
  package let newID: () -> EntryID

  package init(
    now: Int, zone: Zone, logPath: String, isDefaultPlace: Bool = false, command: String,
    wantsRemarks: Bool = true, note: @escaping (String) -> Void = { _ in },
    findProgram: @escaping (String) -> String? = { _ in nil },
    commandNames: CommandNames = CommandNames(),
    newID: @escaping () -> EntryID = Context.nextID
  ) {
    (self.now, self.zone, self.command) = (now, zone, command)
    (self.logPath, self.isDefaultPlace) = (logPath, isDefaultPlace)
    (self.wantsRemarks, self.note, self.newID) = (wantsRemarks, note, newID)
    (self.findProgram, self.commandNames) = (findProgram, commandNames)
  }

  /// A key from the real clock and randomness.
  package static func nextID() -> EntryID {
    var random = SystemRandomNumberGenerator()
    return EntryID(nanoseconds: SystemClock.nanoseconds, using: &random)
  }
}

extension Context {
  /// The present command, for the history. Its day starts at the default time, whatever the user has set.
  package var commandRecord: CommandRecord {
    get throws {
      CommandRecord(moment: try checked(whenParser(Settings([:])).present), command: command)
    }
  }

  /// Reads moments and days as the user means them here and now.
  package func whenParser(_ settings: Settings) -> WhenParser {
    WhenParser(now: now, zone: zone, dayStart: settings.dayStart)
  }

  /// The user's present day.
  package func today(_ settings: Settings) -> Day { whenParser(settings).present.day }

  /// Reads WHEN, or takes the present. A notice about how it was read goes to the user.
  package func moment(_ text: String?, settings: Settings) throws -> Moment {
    let parser = whenParser(settings)
    guard let text else { return try checked(parser.present) }
    let when = try parser.parse(text)
    if let notice = when.notice { note(notice) }
    return try checked(when.moment)
  }

  /// Refuses a moment that no log can store, which means that a clock or zone is far off.
  private func checked(_ moment: Moment) throws -> Moment {
    guard (0...253_402_300_799).contains(moment.utc), (0...2_932_896).contains(moment.day.number),
      abs(moment.offsetMinutes) <= 18 * 60
    else {
      throw InputError(
        "the clock says \(moment.iso8601), which cannot be",
        hint: "check the clock, TZ, and --now or PSOAS_NOW")
    }
    return moment
  }
}
