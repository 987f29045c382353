import Core

/// A file in a folder or an archive, opened when it is read.
package struct NamedSource {
  /// Its path within the folder, with `/` as separator.
  package let path: String
  /// Opens it.
  package let open: ByteOpener

  package init(path: String, open: @escaping ByteOpener) {
    self.path = path
    self.open = open
  }
}

extension Importer {
  /// Reads the folder that Loop Habit Tracker exports: `Habits.csv` lists the habits, and each has a
  /// `Checkmarks.csv` in a folder whose name starts with the habit's position. Without these, the
  /// `Checkmarks.csv` for all habits is read, which has no notes.
  ///
  /// Days marked by hand and the amounts of counted habits are passed on. Days that the app filled in,
  /// skipped, left open or marked as not done are counted and left out.
  ///
  /// - Throws: ``ImportFailure`` for a folder without any of these files, or a malformed one; and what the
  ///   closures throw.
  package static func readLoop(
    _ files: [NamedSource], options: ImportOptions = ImportOptions(),
    deliver: (ImportedValue) throws -> Void
  ) throws -> ImportCounts {
    var reader = LoopReader(options: options)
    for file in files where name(file.path) == "habits.csv" {
      try naming(file) { try reader.readHabits(file) }
    }
    let own = files.filter {
      name($0.path) == "checkmarks.csv" && LoopReader.position($0.path) != nil
    }
    let all = files.filter {
      name($0.path) == "checkmarks.csv" && LoopReader.position($0.path) == nil
    }
    guard let first = all.first ?? own.first else {
      throw ImportFailure(
        "there is no Checkmarks.csv among the files",
        hint: "give the folder, or the zip, that Loop Habit Tracker exported as CSV")
    }
    if own.isEmpty { try naming(first) { try reader.readAll(first, deliver: deliver) } }
    for file in own.sorted(by: { $0.path < $1.path }) {
      try naming(file) { try reader.readOne(file, deliver: deliver) }
    }
    try reader.hand(deliver)
    return reader.output.counts
  }

  /// Adds the file's name to a failure.
  private static func naming(_ file: NamedSource, body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as ImportFailure {
      throw ImportFailure(
        "in \(file.path.quotedPath), \(failure.message)", hint: failure.hint, line: failure.line)
    }
  }

  /// The last part of a path, in lower case.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }
}
