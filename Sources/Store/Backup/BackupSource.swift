import Core
import SQLite

/// The file that is to replace the log.
struct BackupSource {
  let path: String
  /// The log to replace.
  let log: String

  private static let advice = "'psoas backup --list' shows the copies next to the log"

  init(_ path: String, of log: String) { (self.path, self.log) = (path, log) }

  /// Opens it, if it is a log of a known version.
  ///
  /// - Throws: ``StoreError``.
  func open() throws -> LogStore {
    guard !Paths.areSame(path, log) else {
      throw StoreError(
        .notFound, message: "\(path.quotedPath) is the log itself", hint: BackupSource.advice)
    }
    switch LogFile.state(of: path) {
    case .missing:
      throw StoreError(
        .notFound, message: "there is no file \(path.quotedPath)", hint: BackupSource.advice)
    case .empty:
      throw StoreError(.notALog, message: "\(path.quotedPath) is empty", hint: BackupSource.advice)
    case .unusable(let error): throw advising(error)
    case .present: break
    }
    do {
      let store = LogStore(database: try LogStore.connection(path), path: path)
      guard try store.checkIdentity() else {
        throw StoreError(
          .notALog, message: "\(path.quotedPath) is empty", hint: BackupSource.advice)
      }
      return store
    } catch let error as StoreError {
      throw advising(error)
    }
  }

  private func advising(_ error: StoreError) -> StoreError {
    switch error.kind {
    case .damaged:
      error.advising(
        "rescue what can be read with 'psoas doctor --salvage', or restore another backup")
    case .permission: error.advising("check the permissions of the file and its folder")
    case .newer, .busy, .disk: error
    case .notFound, .notALog, .refused: error.advising(BackupSource.advice)
    }
  }
}
