import Core
import Store

// How a use case opens the log, its settings and its catalogue.

extension Context {
  /// The log, or nil when there is none yet. An older format is upgraded.
  package func existingLog() throws -> LogStore? {
    let log = try LogStore.open(logPath)
    log?.automaticBackups = AutomaticBackups(
      today: { try? commandRecord.moment.day }, report: note)
    if let upgrade = log?.upgrade {
      note(
        "brought the log from format \(upgrade.from) up to date; a backup from before is "
          + "'\(upgrade.copy)'")
    }
    return log
  }

  /// The log, or an error that says how to start one.
  package func requiredLog() throws -> LogStore {
    guard let log = try existingLog() else { throw noLog }
    return log
  }

  package var noLog: Failure {
    Failure(
      "there is no log at \(logPath.quotedPath) yet",
      hint: "log something first, such as 'psoas pain 4', or run 'psoas init'")
  }

  /// The log that was found, or a new one, which is announced.
  package func log(_ found: LogStore?) throws -> LogStore {
    if let found { return found }
    let log = try LogStore.create(logPath, createFolder: isDefaultPlace)
    note("made a new log at \(logPath.quotedPath)")
    return log
  }

  /// Creates an empty log where there is none.
  ///
  /// - Returns: whether it was created.
  package func createLog() throws -> Bool {
    if try existingLog() != nil { return false }
    _ = try LogStore.create(logPath, createFolder: isDefaultPlace)
    return true
  }

  /// The settings of a log, or the defaults without one.
  package func settings(_ log: LogStore?) throws -> Settings {
    Settings(try log?.settings() ?? [:])
  }

  /// The built-in exercises, and the user's own from a log.
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
  /// The built-in kinds and those that a log defines.
  package static func whole(_ log: LogStore?) throws -> [MeasurementKind] {
    builtIn + (try log?.ownKinds() ?? [])
  }
}

extension Catalogue {
  /// The built-in catalogue with everything a log adds to it.
  package static func whole(_ log: LogStore?) throws -> Catalogue {
    Catalogue(
      own: try log?.ownExercises() ?? [],
      kinds: try MeasurementKind.whole(log),
      sources: try log?.ownDefinitions() ?? []
    ).withProtocols()
  }
}
