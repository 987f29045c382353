import App
import Core
import Render
import System

// The one place where a command reads the clock, the environment and the terminal.

extension Context {
  /// The surroundings, from the environment and the common options.
  ///
  /// - Parameters:
  ///   - command: what was typed, as stored in the history.
  ///   - note: receives a message for the user in addition to the result.
  /// - Throws: ``InputError``.
  init(
    _ options: CommonOptions, environment: [String: String], command: String,
    wantsRemarks: Bool, note: @escaping (String) -> Void
  ) throws {
    let systemZone = try SystemZone.current(environment)
    var (now, zone) = (SystemClock.seconds, systemZone)
    if let fixed = options.now ?? environment["PSOAS_NOW"] {
      let clock = try FixedClock(fixed)
      now = clock.utc
      // Where TZ is not set, the offset of a fixed clock gives the user's zone.
      let agrees = clock.offsetMinutes.map { systemZone.offset(clock.utc) == $0 * 60 } ?? true
      if !agrees, environment["TZ"] == nil { zone = Zone.fixed(minutes: clock.offsetMinutes ?? 0) }
    }
    let place = try Context.place(options.db, environment: environment)
    self.init(
      now: now, zone: zone, logPath: place.path, isDefaultPlace: place.isDefault,
      command: command, wantsRemarks: wantsRemarks, note: note,
      findProgram: ExternalCommand.companion(_:), commandNames: Psoas.commandNames)
  }

  /// The variables of the process.
  static func processEnvironment() -> [String: String] {
    let names = [
      "PSOAS_DB", "PSOAS_NOW", "XDG_DATA_HOME", "HOME", "TZ", "NO_COLOR", "TERM", "COLUMNS",
      "LC_ALL", "LC_CTYPE", "LANG", "PATH", "TZDIR", "VISUAL", "EDITOR", "PSOAS_PAGER", "PAGER",
    ]
    var environment: [String: String] = [:]
    for name in names { environment[name] = CurrentProcess.environment(name) }
    return environment
  }

  /// The path of the log, and whether it is the default path.
  ///
  /// - Parameter given: the path on the command line.
  /// - Throws: ``InputError``.
  static func place(
    _ given: String?, environment: [String: String]
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
}

extension Style {
  /// How text is formatted for this terminal.
  init(_ options: CommonOptions, environment: [String: String]) {
    self.init(
      width: Style.width(environment), unicode: Style.showsUnicode(environment),
      colour: Style.wantsColour(options, environment: environment))
  }

  private static func width(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return min(columns, 1000)
    }
    return Descriptor.standardOutput.terminalSize?.columns ?? 80
  }

  private static func showsUnicode(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    // The part after the dot in en_GB.UTF-8@euro.
    let encoding = locale.split(separator: "@").first?.split(separator: ".").last ?? ""
    return ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  private static func wantsColour(
    _ options: CommonOptions, environment: [String: String]
  ) -> Bool {
    switch options.color ?? .auto {
    case .always: true
    case .never: false
    case .auto:
      Descriptor.standardOutput.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb"
    }
  }
}
