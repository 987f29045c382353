import Core
import Store
import System

/// A folder that appears complete or not at all, readable by its owner only.
struct NewFolder {
  private let path: String

  /// - Throws: ``Failure`` when the path is taken by something that would be mixed with the new files.
  init(_ path: String) throws {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
    guard !trimmed.isEmpty else {
      throw InputError("the name of the folder is empty", hint: "such as 'psoas export csv tables'")
    }
    guard let status = try? FileStatus(trimmed, followingLinks: false) else { return }
    guard status.kind == .folder else {
      throw Failure("\(path.quotedPath) exists and is not a folder", hint: "name a new folder")
    }
    guard !Paths.areSame(trimmed, ".") else {
      throw Failure(
        "\(path.quotedPath) is the folder that you are in", hint: "name a new folder in it")
    }
    guard try NewFolder.isEmpty(trimmed) else {
      throw Failure(
        "there are files in \(path.quotedPath) already", hint: "name a new folder, or an empty one"
      )
    }
  }

  /// Creates the folder from the files that `body` writes into the path it is given.
  ///
  /// - Throws: ``Failure``, and what `body` throws. Nothing is left behind then.
  func fill(_ body: (String) throws -> Void) throws {
    let temporary = "\(path).\(CurrentProcess.id).tmp"
    do {
      try FileSystem.makePrivateFolder(temporary)
    } catch { throw failure(error) }
    do {
      try body(temporary)
      // This replaces an empty folder too.
      try FileSystem.rename(temporary, to: path)
    } catch {
      FileSystem.removeTree(temporary)
      throw (error as? SystemError).map(failure) ?? error
    }
  }

  private static func isEmpty(_ path: String) throws -> Bool {
    do { return try FileSystem.names(in: path).isEmpty } catch {
      throw Failure(
        "cannot look into \(path.quotedPath): \(error.reason)", hint: "name a new folder")
    }
  }

  private func failure(_ error: SystemError) -> Failure {
    Failure(
      "cannot make the folder \(path.quotedPath): \(error.reason)",
      hint: "name one in a folder of yours")
  }
}
