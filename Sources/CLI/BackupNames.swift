import Core
import Render
import Store

extension Context {
  /// The copies beside the log, newest first.
  ///
  /// - Parameter reading: whether each is opened for what it holds.
  /// - Throws: ``InputError`` where the clock says what cannot be, ``StoreError`` where the folder of the
  ///   copies cannot be read.
  func backups(reading: Bool = true) throws -> [Backup] {
    // The log may be the very thing that is damaged, and names alone do not need it.
    let settings = Settings((reading ? try? existingLog()?.settings() : nil) ?? [:])
    return try LogStore.backups(
      of: logPath, today: try commandRecord.moment.day, rotation: settings.rotation,
      reading: reading
    ) { seconds in
      let moment = Moment(utc: seconds, in: zone, dayStart: .defaultDayStart)
      return String(moment.label.dropFirst(4))
    }
  }

  /// Whether there are copies beside the log, as far as its folder can be read.
  var mayHaveBackups: Bool {
    get throws {
      do {
        return try !backups(reading: false).isEmpty
      } catch is StoreError {
        return true
      }
    }
  }
}

/// The name by which a copy beside the log can be restored.
enum BackupName {
  /// The name of the copy at a path.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".db") ? name.dropLast(3) : name)
  }
}
