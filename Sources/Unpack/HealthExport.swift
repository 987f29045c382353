import Core
import Import

/// Reads what a log can hold from an Apple Health export, as rows of ``HealthTable``.
///
/// An export is one XML file, mostly heart rates and steps, of up to several GB. Whatever is not imported
/// is only counted, so that it costs no more than the parser's own work.
package struct HealthExport {
  private let write: ([UInt8]) throws -> Void
  /// How many bytes are collected before they are written.
  private static let batchSize = 1 << 16

  /// A reader that writes rows of CSV, a batch at a time.
  package init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  /// Reads an export.
  ///
  /// - Parameter next: gives the file piece by piece; nil at its end.
  /// - Throws: ``ImportFailure`` for a file that is not an export, and what the closures throw.
  package func read(_ next: () throws -> [UInt8]?) throws {
    let rows = Rows()
    let stream = try XMLStream { try rows.take($0) }
    while let piece = try next() {
      try stream.read(piece)
      if rows.csv.bytes.count > HealthExport.batchSize { try write(rows.csv.take()) }
    }
    try stream.finish()
    rows.csv.write(["0", HealthTable.end, nil, String(rows.others), nil, nil, nil, nil, nil])
    try write(rows.csv.take())
  }

  /// The name of the root element of an XML file; nil if it has none.
  ///
  /// - Throws: what `next` does, and ``ImportFailure`` for XML that cannot be read.
  package static func root(_ next: () throws -> [UInt8]?) throws -> String? {
    struct Found: Error { let name: String }
    do {
      let stream = try XMLStream { throw Found(name: $0.text) }
      while let piece = try next() { try stream.read(piece) }
      try stream.finish()
    } catch let found as Found {
      return found.name
    }
    return nil
  }

  /// The name of the root element of every export.
  package static let root = "HealthData"

  /// The rows that were found.
  private final class Rows {
    var csv = CSVWriter(header: HealthTable.header, lineEnd: "\n")
    /// How many records of the file are not imported.
    var others = 0

    func take(_ element: XMLElement) throws {
      if element.isCalled("Record") {
        guard element.has("type", value: "HKCategoryTypeIdentifierLowerBackPain") else {
          // The records of a correlation are listed again at the top level.
          if element.depth == 1 { others += 1 }
          return
        }
        write(element, kind: HealthTable.record, type: "type")
      } else if element.isCalled("Workout") {
        write(element, kind: HealthTable.workout, type: "workoutActivityType")
      } else if element.depth == 0, !element.isCalled("HealthData") {
        throw ImportFailure(
          "this is not an export of Apple Health: it starts with \(element.text.quoted)",
          hint: "give export.zip, or the export.xml in it and not export_cda.xml",
          line: element.line)
      }
    }

    private func write(_ element: XMLElement, kind: String, type: StaticString) {
      csv.write([
        String(element.line), kind, element[type], element["value"], element["startDate"],
        element["endDate"], element["duration"], element["durationUnit"], element["sourceName"],
      ])
    }
  }
}
