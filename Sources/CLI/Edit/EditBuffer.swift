import App
import Core
import System

/// A text file for an editor, in a folder of its own that only the user can read.
struct EditBuffer {
  private let folder: String
  /// Its path.
  let path: String

  /// Creates the folder.
  ///
  /// - Throws: ``Failure``.
  init() throws {
    do {
      folder = try FileSystem.makeTemporaryFolder("/tmp/psoas-edit-")
    } catch { throw EditBuffer.failure("/tmp", error: error) }
    path = folder + "/entry.txt"
  }

  /// Replaces the text. The old text stays when that fails.
  ///
  /// - Throws: ``Failure``.
  func write(_ text: String) throws {
    do {
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch let failure as AtomicFile.Failure {
      throw Failure(failure.message, hint: EditBuffer.hint)
    }
  }

  /// The text as the editor saved it.
  ///
  /// - Throws: ``Failure``.
  func read() throws -> String {
    let kept = "nothing was changed; it is kept in '\(path)'"
    guard let text = String(validating: try Input.read(path, hint: kept), as: UTF8.self) else {
      throw Failure("what the editor saved is not UTF-8", hint: kept)
    }
    return text
  }

  /// Removes its folder with everything in it: editors leave backup and undo files there.
  func remove() { FileSystem.removeTree(folder) }

  private static let hint = "give the fields as options, such as --note 'after a long drive'"

  private static func failure(_ path: String, error: SystemError) -> Failure {
    Failure("cannot write \(path.quotedPath): \(error.reason)", hint: hint)
  }
}

/// The user's editor.
enum EditorProgram {
  /// Opens a file and waits for the editor to exit.
  ///
  /// - Throws: ``Failure`` when it cannot be run or exits with an error.
  static func open(_ path: String) throws {
    let environment = Context.processEnvironment()
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard
      chosen != nil || (Descriptor.standardInput.isTerminal && Descriptor.standardOutput.isTerminal)
    else {
      throw Failure(
        "there is nothing to change, and no terminal for an editor",
        hint: "give a field, such as --note 'after a long drive', or set VISUAL or EDITOR")
    }
    let editor = chosen ?? "vi"
    // Through the shell, as in git: EDITOR may contain options.
    let line = ["/bin/sh", "-c", "exec \(editor) \"$@\"", editor, path]
    guard (try? Subprocess.run(line)) == .status(0) else {
      throw Failure(
        "the editor \(editor.quoted) did not exit normally; nothing changed",
        hint: "set VISUAL or EDITOR, or give the fields as options, such as --note TEXT")
    }
  }
}
