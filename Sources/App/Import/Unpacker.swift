import Core
import Import

/// `psoas-unpack`, which reads files that need XML or zip. Everyday commands link neither.
struct Unpacker {
  private let program: String
  private let path: String

  /// - Parameter hint: what works without it.
  /// - Throws: ``Failure`` when it is not installed.
  init(_ context: Context, for path: String, hint: String) throws {
    let name = "psoas-unpack"
    guard let found = context.findProgram(name) else {
      throw Failure("\(path.quotedPath) needs \(name), which is not installed", hint: hint)
    }
    (program, self.path) = (found, path)
  }

  /// The rows of an Apple Health export.
  ///
  /// An import reads them twice. A small result is cached the first time: reading several GB takes a while,
  /// and the file could have changed by then.
  func export() -> ByteOpener {
    let cache = Cache()
    return {
      if let pieces = cache.pieces {
        var rest = pieces[...]
        return { rest.popFirst() }
      }
      let run = try UnpackerRun(program, arguments: ["apple-health", path])
      var pieces: [[UInt8]]? = []
      var size = 0
      return {
        let piece = try run.piece()
        if let piece {
          size += piece.count
          if size > Cache.most { pieces = nil }
          pieces?.append(piece)
        } else {
          cache.pieces = pieces
        }
        return piece
      }
    }
  }

  /// The rows of the first pass, once it has reached the end of the file.
  private final class Cache {
    var pieces: [[UInt8]]?
    static let most = 8 << 20
  }

  /// The CSV files in a zip.
  ///
  /// - Throws: ``Failure`` for a zip that cannot be read.
  func tables() throws -> [NamedSource] {
    let list = try UnpackerRun(program, arguments: ["list", path])
    var rows = CSVReader(source: list.piece)
    var tables: [NamedSource] = []
    while try rows.next() {
      let number = rows.record.text(0)
      guard number != "number" else { continue }
      tables.append(
        NamedSource(path: rows.record.text(1)) {
          try UnpackerRun(program, arguments: ["entry", path, number]).piece
        })
    }
    return tables
  }
}
