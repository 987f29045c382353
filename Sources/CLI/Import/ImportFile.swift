import Core
import Glibc
import Import
import Store

/// Files that are read piece by piece.
enum ImportFile {
  private static let pieceSize = 1 << 18

  /// Opens a file for a reader, as often as it asks.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func opener(_ path: String) throws -> ByteOpener {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        "\(quotedPath(path)) is \(status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file")",
        hint: "give the file that the app exported; of Loop Habit Tracker its folder or zip")
    }
    return { try source(path) }
  }

  /// Whether a file begins as a zip does.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func isZip(_ path: String) throws -> Bool {
    let head = try source(path)()?.prefix(4) ?? []
    return head.elementsEqual([0x50, 0x4B, 3, 4]) || head.elementsEqual([0x50, 0x4B, 5, 6])
  }

  private static func source(_ path: String) throws -> ByteSource {
    let file = try OpenFile(path)
    return { try file.piece() }
  }

  /// A descriptor that is closed when nobody reads any more.
  private final class OpenFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws {
      self.path = path
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw failure(path, errno) }
    }

    deinit { close(descriptor) }

    func piece() throws -> [UInt8]? {
      while true {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, filled in
          count = read(descriptor, buffer.baseAddress, pieceSize)
          filled = max(0, count)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw failure(path, errno) }
        return count == 0 ? nil : bytes
      }
    }
  }

  /// The CSV files of a folder and of the folders in it.
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

  /// Whether there is a folder at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path within its export of a file of Loop Habit Tracker that was given by itself: with the folder
  /// that names the habit, where there is one.
  static func loopPath(_ path: String) -> String {
    guard let whole = realpath(path, nil) else { return "Checkmarks.csv" }
    defer { free(whole) }
    let parts = String(cString: whole).split(separator: "/")
    guard let folder = parts.dropLast().last, folder.first?.isNumber == true else {
      return "Checkmarks.csv"
    }
    return "\(folder)/Checkmarks.csv"
  }

  private static func names(in path: String) throws -> [String] {
    do {
      return try Paths.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch let error as Paths.Unreadable { throw failure(path, error.code) }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    Failure(
      "cannot read \(quotedPath(path)): \(String(cString: strerror(code)))",
      hint: "check its name and permissions")
  }
}
