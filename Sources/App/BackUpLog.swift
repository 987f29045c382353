import Core
import Render
import Store

extension Context {
  /// The log's backups, newest first.
  ///
  /// - Parameter reading: whether to open each one and read what is in it.
  /// - Throws: ``InputError`` where the clock shows an impossible time, ``StoreError`` where the backup
  ///   folder cannot be
  /// read.
  package func backups(reading: Bool = true) throws -> [Backup] {
    // The log itself may be damaged, and the names alone do not need it.
    let settings = Settings((reading ? try? existingLog()?.settings() : nil) ?? [:])
    return try LogStore.backups(
      of: logPath, today: try commandRecord.moment.day, rotation: settings.rotation,
      reading: reading
    ) { seconds in
      let moment = Moment(utc: seconds, in: zone, dayStart: .defaultDayStart)
      return String(moment.label.dropFirst(4))
    }
  }

  /// The backups, with a note where there are none.
  ///
  /// - Parameter advice: what to do with the newest one, made from its name.
  package func listedBackups(advice: ((String) -> String)? = nil) throws -> [Backup] {
    let backups = try backups()
    if backups.isEmpty {
      note("there are no backups of \(logPath.quotedPath) yet")
    } else if let advice {
      note(advice(backups[0].name))
    }
    return backups
  }

  /// Makes a verified backup, in a file of the user's or with the other backups.
  package func backUp(to file: String?, replacing: Bool) throws -> Confirmation {
    let log = try requiredLog()
    let backup = try log.backUp(to: file, at: commandRecord.moment, replacing: replacing)
    if backup.damaged > 0 {
      note("the backup has the same damage as the log; run 'psoas doctor'")
    }
    return .backup(at: backup.path, bytes: backup.bytes, backup.content)
  }

  /// Replaces the log with a backup. The log that was there is kept.
  ///
  /// - Parameter copy: a name as listed by ``backups(reading:)``, or a file.
  package func restore(_ copy: String) throws -> Confirmation {
    let named = try backups(reading: false).first { $0.name == copy }
    let restored = try LogStore.restore(
      named?.path ?? copy, to: logPath, commandRecord: commandRecord, createFolder: isDefaultPlace)
    return .restored(restored.content, kept: restored.kept)
  }
}
