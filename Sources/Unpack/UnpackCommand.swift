import Core
import Import
import System

/// The command line of `psoas-unpack`, which psoas runs to read XML and zip files.
package enum UnpackCommand {
  static let usage = """
    usage: psoas-unpack apple-health FILE   the records of an export, xml or zip, as CSV
           psoas-unpack list FILE           the CSV files in a zip, as CSV
           psoas-unpack entry FILE NUMBER   one of them

    'psoas import' runs it; nothing is written but to standard output.

    """

  /// Runs one command.
  ///
  /// - Returns: the exit status: 0 done, 1 failed, 64 wrong usage. Errors are on standard error, in the
  ///   form of psoas's own.
  package static func run(_ arguments: [String]) -> Int32 {
    CurrentProcess.limitMemory(to: mostMemory)
    do {
      switch (arguments.first, arguments.count) {
      case ("apple-health"?, 2): try appleHealth(arguments[1])
      case ("list"?, 2): try list(arguments[1])
      case ("entry"?, 3): try entry(arguments[1], number: arguments[2])
      case ("--help"?, 1): try write(Array(usage.utf8))
      default:
        try write(Array(usage.utf8), to: .standardError)
        return 64
      }
      return 0
    } catch let failure as ImportFailure {
      let hint = failure.hint.map { "hint: \($0)\n" } ?? ""
      try? write(Array("error: \(failure.message)\n\(hint)".utf8), to: .standardError)
    } catch {}
    return 1
  }

  /// In bytes of address space; the largest exports need a fifth of it. libzip takes memory for as many
  /// files as the end of a zip says that its list has.
  private static let mostMemory: UInt = 512 << 20

  private static func appleHealth(_ path: String) throws {
    let export = HealthExport { try write($0) }
    guard try FileBytes.isZip(path) else { return try export.read(FileBytes(path).piece) }
    let zip = try ZipArchive(path)
    // The name of the file is in the phone's language, and a clinical document in XML is next to it.
    let candidates = zip.entries.filter {
      $0.path.utf8.count { $0 == UInt8(ascii: "/") } <= 1 && $0.path.lowercased().hasSuffix(".xml")
    }
    var failure: ImportFailure?
    let exports = try candidates.filter { entry in
      do {
        return try HealthExport.root(zip.source(entry)) == HealthExport.root
      } catch let error as ImportFailure {
        // The other files may be anything.
        failure = failure ?? error
        return false
      }
    }
    if let failure, exports.isEmpty { throw failure }
    guard let found = exports.first, exports.count == 1 else {
      let isNested = zip.entries.contains { $0.path.lowercased().hasSuffix(".zip") }
      throw ImportFailure(
        exports.isEmpty
          ? "there is no export of Apple Health in \(path.quotedPath)"
          : "there are \(exports.count) exports of Apple Health in \(path.quotedPath)",
        hint: isNested
          ? "there is a zip within it: unpack it and give that one"
          : "give the export.zip that the Health app made, or the export.xml in it")
    }
    try export.read(zip.source(found))
  }

  /// Bytes of an app's CSV files, all together and each; years of habits have a few MB.
  private static let mostTogether: UInt64 = 256 << 20
  private static let mostOfOne: UInt64 = 64 << 20

  private static func tables(_ path: String) throws -> (ZipArchive, [ZipArchive.Entry]) {
    guard try FileBytes.isZip(path) else {
      throw ImportFailure(
        "\(path.quotedPath) is no zip file", hint: "give the zip that the app made")
    }
    let zip = try ZipArchive(path)
    let tables = zip.entries.filter { $0.path.lowercased().hasSuffix(".csv") }
    let (largest, all) = tables.reduce((0, 0)) { (max($0.0, $1.size), $0.1 + $1.size) }
    guard largest <= mostOfOne, all <= mostTogether else {
      throw ImportFailure(
        "the tables in \(path.quotedPath) have more than \(mostOfOne >> 20) MiB each or "
          + "\(mostTogether >> 20) MiB together", hint: "unpack it with care and give the folder")
    }
    return (zip, tables)
  }

  private static func list(_ path: String) throws {
    var csv = CSVWriter(header: ["number", "path"], lineEnd: "\n")
    for (number, table) in try tables(path).1.enumerated() {
      csv.write([String(number), table.path])
    }
    try write(csv.take())
  }

  private static func entry(_ path: String, number: String) throws {
    let (zip, tables) = try tables(path)
    guard let number = Int(number), tables.indices.contains(number) else {
      throw ImportFailure(
        "\(path.quotedPath) has no table number \(number.quoted)", hint: "see psoas-unpack list")
    }
    let next = try zip.source(tables[number])
    while let piece = try next() { try write(piece) }
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Descriptor = .standardOutput
  ) throws(SystemError) {
    try descriptor.write(bytes)
  }
}
