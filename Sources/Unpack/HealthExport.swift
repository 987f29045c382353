import Core
import Import

/// Takes out of an export of Apple Health what a log may hold, as rows of ``HealthTable``.
///
/// An export is one XML file, mostly heart rates and steps, that may be of several GB; whatever is not
/// taken over is counted and costs no more than the parser's own work.
package struct HealthExport {
  private let write: ([UInt8]) throws -> Void
  /// How much is collected before it is handed on.
  private static let most = 1 << 16

  /// A reader that hands on rows of CSV, some at a time.
  package init(write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  /// Reads an export.
  ///
  /// - Parameter next: hands out the file piece by piece; nil at its end.
  /// - Throws: ``ImportFailure`` for what is no export, and what the closures throw.
  package func read(_ next: () throws -> [UInt8]?) throws {
    let rows = Rows()
    let stream = try XMLStream { try rows.take($0) }
    while let piece = try next() {
      try stream.read(piece)
      if rows.csv.bytes.count > HealthExport.most { try write(rows.csv.take()) }
    }
    try stream.finish()
    rows.csv.write(["0", HealthTable.end, nil, String(rows.others), nil, nil, nil, nil, nil])
    try write(rows.csv.take())
  }

  /// The name of the root element of an XML file; nil where it has none.
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

  /// The name that the root element has to have.
  package static let root = "HealthData"

  /// The rows that were found.
  private final class Rows {
    var csv = CSVWriter(header: HealthTable.header, lineEnd: "\n")
    /// How many records of the file are of no interest.
    var others = 0

    func take(_ element: XMLElement) throws {
      if element.isCalled("Record") {
        guard element.has("type", "HKCategoryTypeIdentifierLowerBackPain") else {
          // What belongs to a correlation stands at the top as well.
          if element.depth == 1 { others += 1 }
          return
        }
        write(element, HealthTable.record, type: "type")
      } else if element.isCalled("Workout") {
        write(element, HealthTable.workout, type: "workoutActivityType")
      } else if element.depth == 0, !element.isCalled("HealthData") {
        throw ImportFailure(
          "this is no export of Apple Health: it begins with \(quoted(element.text))",
          hint: "give export.zip, or the export.xml in it and not export_cda.xml",
          line: element.line)
      }
    }

    private func write(_ element: XMLElement, _ kind: String, type: StaticString) {
      csv.write([
        String(element.line), kind, element[type], element["value"], element["startDate"],
        element["endDate"], element["duration"], element["durationUnit"], element["sourceName"],
      ])
    }
  }
}
