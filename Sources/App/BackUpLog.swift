import Core
import Render
import Store

extension Context {
  /// The copies of the log, newest first.
  ///
  /// - Parameter reading: whether each is opened for what it holds.
  /// - Throws: ``InputError`` where the clock says what cannot be, ``StoreError`` where the folder of the
  ///   copies cannot be read.
  package func backups(reading: Bool = true) throws -> [Backup] {
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

  /// The copies, and a note where there are none.
  ///
  /// - Parameter advice: what to do with the newest, from its name.
  package func listedBackups(advice: ((String) -> String)? = nil) throws -> [Backup] {
    let backups = try backups()
    if backups.isEmpty {
      note("there are no copies of \(quotedPath(logPath)) yet")
    } else if let advice {
      note(advice(backups[0].name))
    }
    return backups
  }

  /// Makes a checked copy of the log, in a file or among the others.
  package func backUp(to file: String?, replacing: Bool) throws -> Confirmation {
    let log = try requiredLog()
    let backup = try log.backUp(to: file, at: commandRecord.moment, replacing: replacing)
    if backup.damaged > 0 {
      note("the copy has the same damage as the log; run 'psoas doctor'")
    }
    return .backup(at: backup.path, bytes: backup.bytes, backup.content)
  }

  /// Puts a copy in the place of the log, which is kept.
  ///
  /// - Parameter copy: a name as ``backups(reading:)`` has it, or a file.
  package func restore(_ copy: String) throws -> Confirmation {
    let named = try backups(reading: false).first { $0.name == copy }
    let restored = try LogStore.restore(
      named?.path ?? copy, to: logPath, commandRecord, createFolder: isDefaultPlace)
    return .restored(restored.content, kept: restored.kept)
  }
}
