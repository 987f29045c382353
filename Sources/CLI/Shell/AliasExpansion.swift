import App
import Core
import Store

extension Alias {
  /// Whether there is a log whose aliases cannot be read at the moment, as far as a quick check shows.
  static func areHidden(_ arguments: [String]) -> Bool {
    let given = ExternalCommand.value(of: "--db", in: arguments[...])
    guard let place = try? Context.place(given, environment: Context.processEnvironment()) else {
      return false
    }
    return LogStore.exists(place.path) && LogStore.openReadOnly(place.path) == nil
  }

  /// A command line that starts with an alias of the user's log, expanded; nil where it does not.
  ///
  /// - Throws: ``InputError``.
  static func expanded(_ arguments: [String]) throws -> [String]? {
    let given = ExternalCommand.value(of: "--db", in: arguments[...])
    let place = try Context.place(given, environment: Context.processEnvironment())
    guard let log = LogStore.openCurrent(place.path) else { return nil }
    return try expand(arguments, stored: try log.settings(), names: Psoas.commandNames)
  }
}
