import Core
import SQLite
import System

/// What a restore replaces: a log, a damaged file, or nothing.
final class ReplacedLog {
  private enum State {
    /// No file, or an empty one.
    case none
    /// A log, or a former one, that SQLite can open.
    case open(LogStore)
    /// Something that was one, as far as can be told.
    case corrupt
  }

  private let path: String
  private let state: State
  /// Where it was kept.
  private(set) var kept: String?

  /// Examines it.
  ///
  /// - Throws: ``StoreError`` where something is there that must not be replaced.
  init(_ path: String) throws {
    self.path = path
    switch LogFile.state(of: path) {
    case .missing, .empty: state = .none
    case .unusable(let error): state = try ReplacedLog.corrupt(path, error: error)
    case .present:
      let store = LogStore(database: try LogStore.connection(path), path: path)
      do {
        _ = try store.header("schema_version")
      } catch let error as StoreError {
        state = try ReplacedLog.corrupt(path, error: error)
        return
      }
      do {
        state = try store.checkIdentity() ? .open(store) : .none
      } catch let error as StoreError where error.kind == .damaged {
        state = .open(store)
      }
    }
  }

  /// A regular file that is damaged, or no longer a database.
  private static func corrupt(_ path: String, error: StoreError) throws -> State {
    guard error.kind == .damaged || error.kind == .notALog,
      (try? FileStatus(path))?.kind == .regular, FileSystem.allows(.write, path: path)
    else { throw error }
    return .corrupt
  }

  /// The name to keep it under; nil when there is nothing to keep.
  func nameToKeep(in folder: BackupFolder, at moment: Moment) -> String? {
    if case .none = state { return nil }
    return LogFile.freeName(
      folder.made(at: moment, before: BackupTimestamp.beforeRestore), ending: ".db")
  }

  /// Keeps it byte for byte under a name, and replaces it by the copy.
  ///
  /// - Throws: ``StoreError``.
  func replace(by copy: LogStore, _ temporary: TemporaryFile, keptAs name: String?) throws {
    do {
      try replaceAny(by: copy, temporary, keptAs: name)
    } catch let error as StoreError where error.kind == .busy || error.kind == .permission {
      // After a disk error it is unknown what was written; then the copy stays.
      if let kept { try? FileSystem.remove(kept) }
      throw error
    }
  }

  private func replaceAny(by copy: LogStore, _ temporary: TemporaryFile, keptAs name: String?)
    throws
  {
    do {
      guard case .corrupt = state else {
        try replaceContent(by: copy, keptAs: name)
        return
      }
    } catch let error as StoreError where error.kind == .damaged || error.kind == .notALog {
      // SQLite could open it, but nothing more.
    }
    if kept == nil { try keep(try OpenFile(path), as: name) }
    try settle(temporary)
  }

  /// Keeps it byte for byte under a name, and replaces it by a finished file of any content.
  ///
  /// - Throws: ``StoreError``.
  func replace(byFileIn temporary: TemporaryFile, keptAs name: String?) throws {
    guard case .open(let store) = state else {
      if case .corrupt = state { try keep(try OpenFile(path), as: name) }
      try settle(temporary)
      return
    }
    let file = try OpenFile(path)
    try withExtendedLifetime(file) {
      // A process that is waiting to write then finds the file moved, and stores nothing in the old one.
      try store.database.transaction {
        try keep(file, as: name)
        try settle(temporary)
      }
    }
  }

  private func settle(_ temporary: TemporaryFile) throws {
    let target = LogFile.resolved(path)
    // They belong to the old file, and would be rolled back into the new one.
    for ending in LogFile.auxiliaryEndings {
      if let kept, (try? FileSystem.rename(target + ending, to: kept + ending)) != nil { continue }
      try? FileSystem.remove(target + ending)
    }
    _ = try temporary.settle(as: target, replacing: true)
  }

  /// Copies the content into the file. The old content is kept while no other process can change it, so that
  /// none of their entries is lost in between.
  private func replaceContent(by copy: LogStore, keptAs name: String?) throws {
    let store: LogStore
    if case .open(let present) = state {
      store = present
    } else {
      try LogFile.create(path, folderToo: false)
      LogFile.makePrivate(path)
      store = LogStore(database: try LogStore.connection(path), path: path)
    }
    try store.makeDurable()
    let file = try OpenFile(path)
    try withExtendedLifetime(file) {
      try copy.database.copyPages(into: store.database) {
        if case .none = state {
          guard (try? file.file.status())?.size == 0 else { throw busy }
        } else {
          try keep(file, as: name)
        }
      }
    }
  }

  private func keep(_ file: OpenFile, as name: String?) throws {
    guard let name else { return }
    let temporary = try TemporaryFile(for: name)
    try temporary.fill(from: file)
    guard try temporary.settle(as: name, replacing: false) else { throw busy }
    kept = name
  }

  private var busy: StoreError {
    StoreError(
      .busy, message: "\(path.quotedPath) is in use by another program",
      hint: "nothing was changed; try again")
  }
}
