import Store

extension Context {
  /// Copies for the day it is, with notes to the user.
  var automaticBackups: AutomaticBackups {
    AutomaticBackups(today: { try? commandRecord.moment.day }, report: note)
  }
}
