import Core
import Glibc
import Render
import Store

/// All that a command knows of the world around it. It is read here and nowhere else, so that every
/// output can be repeated.
struct Context {
  /// Seconds since 1970-01-01T00:00Z.
  let now: Int
  /// The user's zone.
  let zone: Zone
  /// Where the log is.
  let logPath: String
  /// Whether that is the default place, whose folders are made when they are missing.
  let isDefaultPlace: Bool
  /// Whether messages and confirmations are left out.
  let quiet: Bool
  /// How text is drawn.
  var style: Style
  /// The command as it was typed, for the history.
  let command: String

  /// The world as the environment and the options of the command describe it.
  ///
  /// - Throws: ``InputError``.
  init(_ options: GlobalOptions, environment: [String: String], words: [String]) throws {
    let systemZone = try SystemZone.current(environment)
    if let fixed = options.now ?? environment["PSOAS_NOW"] {
      let clock = try parseFixedClock(fixed)
      now = clock.utc
      // Where TZ says nothing, the offset of a fixed clock says where the user is.
      let agrees = clock.offsetMinutes.map { systemZone.offset(clock.utc) == $0 * 60 } ?? true
      zone =
        agrees || environment["TZ"] != nil
        ? systemZone : Zone.fixed(minutes: clock.offsetMinutes ?? 0)
    } else {
      now = Context.realTime.tv_sec
      zone = systemZone
    }
    let place = try Context.place(options.db, environment)
    logPath = place.path
    isDefaultPlace = place.isDefault
    quiet = options.quiet
    command = RecordedCommand.text(words)
    style = Style(
      width: Context.width(environment), unicode: Context.showsUnicode(environment),
      colour: try Context.wantsColour(options, environment))
  }

  private static var realTime: timespec {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    return clock
  }

  /// The variables of the process.
  static func processEnvironment() -> [String: String] {
    let names = [
      "PSOAS_DB", "PSOAS_NOW", "XDG_DATA_HOME", "HOME", "TZ", "NO_COLOR", "TERM", "COLUMNS",
      "LC_ALL",
      "LC_CTYPE", "LANG", "PATH", "TZDIR", "VISUAL", "EDITOR", "PSOAS_PAGER", "PAGER",
    ]
    var environment: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }

  /// The path of the log, and whether it is the default place.
  ///
  /// - Parameter given: the path on the command line.
  /// - Throws: ``InputError``.
  static func place(
    _ given: String?, _ environment: [String: String]
  ) throws -> (path: String, isDefault: Bool) {
    if let path = given ?? environment["PSOAS_DB"] { return (path, false) }
    // The XDG specification says to ignore a relative path.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return ("\(data)/psoas/log.db", true)
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw InputError(
        "there is no place for the log: HOME is not set", hint: "name a file with --db or PSOAS_DB")
    }
    return ("\(home)/.local/share/psoas/log.db", true)
  }

  private static func width(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return min(columns, 1000)
    }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }

  private static func showsUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    // The part behind the point of en_GB.UTF-8@euro.
    let encoding = locale.split(separator: "@").first?.split(separator: ".").last ?? ""
    return ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  private static func wantsColour(
    _ options: GlobalOptions, _ environment: [String: String]
  ) throws -> Bool {
    switch try options.color.map({ try ColorChoice(named: $0) }) ?? .auto {
    case .always: true
    case .never: false
    case .auto:
      isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}

extension Context {
  /// A message beside the result, unless the user wants none.
  func note(_ text: String) {
    if !quiet { try? OutputStream.messages.write(style.plain(text) + "\n") }
  }

  /// A key for a new entry. It follows the real clock, also where `--now` fixes the present: keys
  /// tell in which order entries were made.
  func newID() -> EntryID {
    var random = SystemRandomNumberGenerator()
    let clock = Context.realTime
    return EntryID(nanoseconds: clock.tv_sec * 1_000_000_000 + clock.tv_nsec, using: &random)
  }

  /// What is done now, for the history. Its day begins when days usually do, whatever the user has set.
  var commandRecord: CommandRecord {
    get throws {
      CommandRecord(moment: try checked(whenParser(Settings([:])).present), command: command)
    }
  }

  /// The log, or nil when there is none yet.
  func existingLog() throws -> LogStore? {
    let log = try LogStore.open(logPath)
    log?.automaticBackups = automaticBackups
    if let upgrade = log?.upgrade {
      note(
        "brought the log from format \(upgrade.from) up to date; as it was it lies at "
          + "'\(upgrade.copy)'")
    }
    return log
  }

  /// The log, or the way to begin when there is none.
  func requiredLog() throws -> LogStore {
    if let log = try existingLog() { return log }
    throw noLog
  }

  /// That there is nothing to read yet, and how to begin.
  var noLog: Failure {
    Failure(
      "there is no log at \(quotedPath(logPath)) yet",
      hint: "log something to begin, such as 'psoas pain 4', or run 'psoas init'")
  }

  /// The log that was found, or a new one, which is announced.
  func log(_ found: LogStore?) throws -> LogStore {
    if let found { return found }
    let log = try LogStore.create(logPath, createFolder: isDefaultPlace)
    note("made a new log at \(quotedPath(logPath))")
    return log
  }

  /// The settings of a log, or the defaults without one.
  func settings(_ log: LogStore?) throws -> Settings { Settings(try log?.settings() ?? [:]) }

  /// The program's exercises, and the user's in a log.
  func catalogue(_ log: LogStore?) throws -> Catalogue {
    try Catalogue(own: try log?.ownExercises() ?? [])
  }

  /// The same with all routines and protocols, which most commands do not need.
  func wholeCatalogue(_ log: LogStore?) throws -> Catalogue {
    let catalogue = try Catalogue.whole(log)
    for text in catalogue.unreadable { note(text) }
    return catalogue
  }

  /// Reads moments and days as the user here and now means them.
  func whenParser(_ settings: Settings) -> WhenParser {
    WhenParser(now: now, zone: zone, dayStart: settings.dayStart)
  }

  /// Reads WHEN, or takes the present; a notice about how it was read goes to the user.
  func moment(_ text: String?, _ settings: Settings) throws -> Moment {
    let parser = whenParser(settings)
    guard let text else { return try checked(parser.present) }
    let when = try parser.parse(text)
    if let notice = when.notice { note(notice) }
    return try checked(when.moment)
  }

  /// Refuses a moment that no log can hold: a clock or a zone that is far off.
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

extension MeasurementKind {
  /// Those of the program and those that a log defines.
  static func whole(_ log: LogStore?) throws -> [MeasurementKind] {
    builtIn + (try log?.ownKinds() ?? [])
  }
}

extension Catalogue {
  /// The program's catalogue with all that a log adds to it.
  static func whole(_ log: LogStore?) throws -> Catalogue {
    try Catalogue(
      own: try log?.ownExercises() ?? [],
      kinds: try MeasurementKind.whole(log),
      sources: try log?.ownDefinitions() ?? []
    ).withProtocols()
  }
}
