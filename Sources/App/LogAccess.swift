import Core
import Store

// How a use case comes to the log and to what every log has.

extension Context {
  /// The log, or nil when there is none yet. A log of an earlier version is brought up to date.
  package func existingLog() throws -> LogStore? {
    let log = try LogStore.open(logPath)
    log?.automaticBackups = AutomaticBackups(
      today: { try? commandRecord.moment.day }, report: note)
    if let upgrade = log?.upgrade {
      note(
        "brought the log from format \(upgrade.from) up to date; a copy from before is "
          + "'\(upgrade.copy)'")
    }
    return log
  }

  /// The log, or an error that says how to begin when there is none.
  package func requiredLog() throws -> LogStore {
    guard let log = try existingLog() else { throw noLog }
    return log
  }

  package var noLog: Failure {
    Failure(
      "there is no log at \(quotedPath(logPath)) yet",
      hint: "log something to begin, such as 'psoas pain 4', or run 'psoas init'")
  }

  /// The log that was found, or a new one, which is announced.
  package func log(_ found: LogStore?) throws -> LogStore {
    if let found { return found }
    let log = try LogStore.create(logPath, createFolder: isDefaultPlace)
    note("made a new log at \(quotedPath(logPath))")
    return log
  }

  /// Makes an empty log where there is none.
  ///
  /// - Returns: whether it was made now.
  package func createLog() throws -> Bool {
    if try existingLog() != nil { return false }
    _ = try LogStore.create(logPath, createFolder: isDefaultPlace)
    return true
  }

  /// The settings of a log, or the defaults without one.
  package func settings(_ log: LogStore?) throws -> Settings {
    Settings(try log?.settings() ?? [:])
  }

  /// The program's exercises, and the user's in a log.
  package func catalogue(_ log: LogStore?) throws -> Catalogue {
    Catalogue(own: try log?.ownExercises() ?? [])
  }

  /// The same with all routines and protocols, which most commands do not need.
  package func wholeCatalogue(_ log: LogStore?) throws -> Catalogue {
    let catalogue = try Catalogue.whole(log)
    for text in catalogue.unreadable { note(text) }
    return catalogue
  }
}

extension MeasurementKind {
  /// Those of the program and those that a log defines.
  package static func whole(_ log: LogStore?) throws -> [MeasurementKind] {
    builtIn + (try log?.ownKinds() ?? [])
  }
}

extension Catalogue {
  /// The program's catalogue with all that a log adds to it.
  package static func whole(_ log: LogStore?) throws -> Catalogue {
    Catalogue(
      own: try log?.ownExercises() ?? [],
      kinds: try MeasurementKind.whole(log),
      sources: try log?.ownDefinitions() ?? []
    ).withProtocols()
  }
}
