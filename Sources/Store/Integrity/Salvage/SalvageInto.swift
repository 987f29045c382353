import Core
import SQLite
import System

extension Doctor {
  /// Saves every readable row of a damaged file into a new log, and reports what was lost. The damaged file
  /// is only read.
  ///
  /// - Returns: nil when there is no log.
  /// - Throws: ``StoreError`` when nothing can be read, or the new log cannot be created; nothing is left
  ///   behind then.
  package func salvage(into out: String) throws -> Salvaged? {
    switch LogFile.state(of: path) {
    case .missing, .empty: return nil
    case .unusable(let error) where error.kind != .damaged && error.kind != .notALog: throw error
    case .unusable, .present: break
    }
    guard !LogFile.exists(out) else {
      throw StoreError(
        .refused, message: "\(out.quoted) already exists",
        hint: "nothing is ever overwritten by it: give a name that no file has")
    }
    if let place = ReservedPath(out, of: path) {
      throw StoreError(
        .notFound,
        message:
          "\(out.quotedPath) is \(place == .copies ? "where psoas keeps its backups" : "a part of the log")",
        hint: "name a file elsewhere")
    }
    let temporary = "\(out).\(CurrentProcess.id).tmp"
    let copy = "\(out).\(CurrentProcess.id).copy.tmp"
    LogFile.removeTemporary(temporary)
    defer { LogFile.removeTemporary(temporary) }
    let source = try SalvageSource.open(path, temporary: copy)
    try LogFile.create(temporary, folderToo: false)
    let salvaged = try Salvage(source, into: temporary).run()
    guard !salvaged.rescued.isEmpty else { throw Doctor.nothingReadable(path) }
    try LogFile.settle(temporary, as: out)
    return salvaged
  }
}
