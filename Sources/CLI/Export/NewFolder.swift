import Core
import Glibc
import Store

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
    var status = stat()
    guard lstat(trimmed, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure("\(quotedPath(path)) is there and is no folder", hint: "name a new folder")
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
    let draft = "\(path).\(getpid()).tmp"
    guard mkdir(draft, 0o700) == 0 else { throw failure() }
    do {
      chmod(draft, 0o700)
      try body(draft)
      // Takes the place of an empty folder too.
      guard rename(draft, path) == 0 else { throw failure() }
    } catch {
      for name in (try? Paths.names(in: draft)) ?? [] { unlink("\(draft)/\(name)") }
      rmdir(draft)
      throw error
    }
  }

  private static func isEmpty(_ path: String) throws -> Bool {
    do { return try Paths.names(in: path).isEmpty } catch let error as Paths.Unreadable {
      throw Failure(
        "cannot look into \(quotedPath(path)): \(error.reason)", hint: "name a new folder")
    }
  }

  private func failure() -> Failure {
    Failure(
      "cannot make the folder \(quotedPath(path)): \(String(cString: strerror(errno)))",
      hint: "name one in a folder of yours")
  }
}
