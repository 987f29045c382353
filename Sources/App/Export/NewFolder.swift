import Core
import Store
import System

/// A folder that is made whole or not at all, for its owner alone.
struct NewFolder {
  private let path: String

  /// - Throws: ``Failure`` when there is something at the path that would be mixed with what comes.
  init(_ path: String) throws {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
    guard !trimmed.isEmpty else {
      throw InputError("the name of the folder is empty", hint: "such as 'psoas export csv tables'")
    }
    guard let status = try? FileStatus(trimmed, followingLinks: false) else { return }
    guard status.kind == .folder else {
      throw Failure("\(quotedPath(path)) exists and is not a folder", hint: "name a new folder")
    }
    guard !Paths.areSame(trimmed, ".") else {
      throw Failure(
        "\(quotedPath(path)) is the folder that you are in", hint: "name a new folder in it")
    }
    guard try NewFolder.isEmpty(trimmed) else {
      throw Failure(
        "there are files in \(quotedPath(path)) already", hint: "name a new folder, or an empty one"
      )
    }
  }

  /// Makes the folder with what `body` puts into the path that it is given.
  ///
  /// - Throws: ``Failure``, and what `body` throws; nothing is left of it then.
  func fill(_ body: (String) throws -> Void) throws {
    let temporary = "\(path).\(CurrentProcess.id).tmp"
    do {
      try FileSystem.makePrivateFolder(temporary)
    } catch { throw failure(error) }
    do {
      try body(temporary)
      // Takes the place of an empty folder too.
      try FileSystem.rename(temporary, to: path)
    } catch {
      FileSystem.removeTree(temporary)
      throw (error as? SystemError).map(failure) ?? error
    }
  }

  private static func isEmpty(_ path: String) throws -> Bool {
    do { return try FileSystem.names(in: path).isEmpty } catch {
      throw Failure(
        "cannot look into \(quotedPath(path)): \(error.reason)", hint: "name a new folder")
    }
  }

  private func failure(_ error: SystemError) -> Failure {
    Failure(
      "cannot make the folder \(quotedPath(path)): \(error.reason)",
      hint: "name one in a folder of yours")
  }
}
