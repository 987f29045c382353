import Core
import Import
import System

/// Files read in pieces.
enum ImportFile {
  static let pieceSize = 1 << 18

  /// Opens a file for a reader, any number of times.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func opener(_ path: String) throws -> ByteOpener {
    let status = try reading(path) { try FileStatus(path) }
    guard status.kind == .regular else {
      throw Failure(
        "\(path.quotedPath) is \(status.kind == .folder ? "a folder" : "no regular file")",
        hint: "give the file that the app exported; of Loop Habit Tracker its folder or zip")
    }
    return { try source(path) }
  }

  /// Whether a file starts with the zip signature.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func isZip(_ path: String) throws -> Bool {
    let head = try source(path)()?.prefix(4) ?? []
    return head.elementsEqual([0x50, 0x4B, 3, 4]) || head.elementsEqual([0x50, 0x4B, 5, 6])
  }

  private static func source(_ path: String) throws -> ByteSource {
    let file = try reading(path) { try File(path) }
    return {
      let piece = try reading(path) { try file.read(upTo: pieceSize) }
      return piece.isEmpty ? nil : piece
    }
  }

  /// The CSV files in a folder and its subfolders.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func folder(_ path: String) throws -> [NamedSource] {
    var sources: [NamedSource] = []
    for name in try names(in: path) {
      let inner = "\(path)/\(name)"
      if isFolder(inner) {
        for deeper in try names(in: inner) where deeper.lowercased().hasSuffix(".csv") {
          sources.append(
            NamedSource(path: "\(name)/\(deeper)", open: try opener("\(inner)/\(deeper)")))
        }
      } else if name.lowercased().hasSuffix(".csv") {
        sources.append(NamedSource(path: name, open: try opener(inner)))
      }
    }
    return sources
  }

  static func isFolder(_ path: String) -> Bool { (try? FileStatus(path))?.kind == .folder }

  /// The path that a single Loop Habit Tracker file has within its export, including the folder that names
  /// the habit if there is one.
  static func loopPath(_ path: String) -> String {
    let parts = ((try? FileSystem.resolve(path)) ?? "").split(separator: "/")
    guard let folder = parts.dropLast().last, folder.first?.isNumber == true else {
      return "Checkmarks.csv"
    }
    return "\(folder)/Checkmarks.csv"
  }

  private static func names(in path: String) throws -> [String] {
    try reading(path) { try FileSystem.names(in: path) }.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func reading<Result>(
    _ path: String, body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let error as SystemError {
      throw Input.failure(path, error: error)
    }
  }
}
