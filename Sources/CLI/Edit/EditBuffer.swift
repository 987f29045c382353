import Core
import Glibc
import Store

/// A text that only the user can read, in a folder of its own, for an editor to work on.
struct EditBuffer {
  private let folder: String
  /// Where it is.
  let path: String

  /// Makes the folder.
  ///
  /// - Throws: ``Failure``.
  init() throws {
    var name = Array("/tmp/psoas-edit-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw EditBuffer.failure("/tmp") }
    folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/entry.txt"
    // A umask may have taken permissions from the owner too.
    chmod(folder, 0o700)
  }

  /// Writes the text anew. What was there before stays when that fails.
  ///
  /// - Throws: ``Failure``.
  func write(_ text: String) throws {
    let new = path + ".new"
    let descriptor = open(new, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw EditBuffer.failure(path) }
    defer { close(descriptor) }
    do {
      guard fchmod(descriptor, 0o600) == 0 else { throw EditBuffer.failure(path) }
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw EditBuffer.failure(path) }
        rest = rest.dropFirst(count)
      }
      guard rename(new, path) == 0 else { throw EditBuffer.failure(path) }
    } catch {
      unlink(new)
      throw error
    }
  }

  /// What the editor left.
  ///
  /// - Throws: ``Failure``.
  func read() throws -> String {
    let kept = "nothing was changed; it is kept in '\(path)'"
    guard let text = String(validating: try Input.read(path, hint: kept), as: UTF8.self) else {
      throw Failure("what the editor saved is not UTF-8", hint: kept)
    }
    return text
  }

  /// Removes its folder with all that is in it: editors leave copies and the history of undoing there.
  func remove() { EditBuffer.remove(folder) }

  private static func remove(_ folder: String) {
    for name in (try? Paths.names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      "cannot write \(quotedPath(path)): \(String(cString: strerror(errno)))",
      hint: "give the fields as options, such as --note 'after a long drive'")
  }
}

/// The user's editor.
enum EditorProgram {
  /// Opens a file and waits until the editor ends.
  ///
  /// - Throws: ``Failure`` when it cannot be run or ends with an error.
  static func open(_ path: String) throws {
    let environment = Context.processEnvironment()
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard chosen != nil || (isatty(0) == 1 && isatty(1) == 1) else {
      throw Failure(
        "there is nothing to change, and no terminal for an editor",
        hint: "give a field, such as --note 'after a long drive', or set VISUAL or EDITOR")
    }
    let editor = chosen ?? "vi"
    // By the shell, as git has it: EDITOR may hold options.
    let line = ["/bin/sh", "-c", "exec \(editor) \"$@\"", editor, path]
    guard let end = try? Subprocess.run(line), end == .status(0) else {
      throw Failure(
        "the editor \(quoted(editor)) did not end well, nothing was changed",
        hint: "set VISUAL or EDITOR, or give the fields as options, such as --note TEXT")
    }
  }
}
