import Core

// The data types of FHIR resources (R4, https://hl7.org/fhir/R4).

extension JSONText {
  /// A code of a system, with its display text.
  static func coding(_ system: String, code: String, display: String) -> JSONText {
    .object([("system", .string(system)), ("code", .string(code)), ("display", .string(display))])
  }

  /// A concept: text, and codes where verified ones exist.
  static func concept(_ text: String, codings: JSONText...) -> JSONText {
    .object((codings.isEmpty ? [] : [("coding", .array(codings))]) + [("text", .string(text))])
  }

  /// The category of an observation.
  static func category(_ code: String, display: String) -> JSONText {
    .array([
      .object([
        (
          "coding",
          .array([
            .coding(
              "http://terminology.hl7.org/CodeSystem/observation-category", code: code,
              display: display)
          ])
        )
      ])
    ])
  }

  /// A number in a UCUM unit.
  static func quantity(_ digits: String, unit: String) -> JSONText {
    .object([
      ("value", .bare(digits)), ("unit", .string(unit)),
      ("system", .string("http://unitsofmeasure.org")), ("code", .string(unit)),
    ])
  }

  /// A reference to another entry of the bundle.
  static func reference(_ url: String) -> JSONText { .object([("reference", .string(url))]) }

  /// The value as text on one line.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bare(let text): bytes += text.utf8
    case .string(let text): ExportJSONWriter.quote(text, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let pairs):
      bytes.append(UInt8(ascii: "{"))
      for (index, pair) in pairs.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        ExportJSONWriter.quote(pair.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        pair.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

/// The codes that the profile uses; each was checked in its code table.
enum FHIRCode {
  static let loinc = "http://loinc.org"
  static let snomed = "http://snomed.info/sct"

  static let painNow = JSONText.coding(
    loinc, code: "72514-3", display: "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
  )
  static let duration = JSONText.coding(loinc, code: "55411-3", display: "Exercise duration")
  static let exertion = JSONText.coding(
    loinc, code: "82289-0", display: "Rating of perceived exertion")
  static let lowBackPain = JSONText.coding(snomed, code: "279039007", display: "Low back pain")

  static func side(_ side: Side) -> JSONText {
    switch side {
    case .left: .coding(snomed, code: "7771000", display: "Left")
    case .right: .coding(snomed, code: "24028007", display: "Right")
    case .both: .coding(snomed, code: "51440002", display: "Right and left")
    }
  }
}

extension Moment {
  /// The moment as a FHIR dateTime, whose offsets are limited to 14 hours and years to 9999; in UTC where the
  /// local time is outside these.
  var dateTime: String {
    if abs(offsetMinutes) <= 14 * 60, calendarDay.civil.year <= 9999 { return iso8601 }
    return Moment(utc: utc, offsetMinutes: 0, zone: "UTC", day: day).iso8601
  }
}

extension EntryID {
  /// The URL of an entry in a bundle.
  var urn: String { EntryID.urn(bytes) }

  /// The URL of a part of an entry: a UUID of version 8 made from its key (RFC 9562, 5.8).
  func urn(part: Int) -> String {
    var bytes = bytes
    bytes[6] = 0x80 | bytes[6] & 0x0F
    bytes[14] ^= UInt8(truncatingIfNeeded: part >> 8)
    bytes[15] ^= UInt8(truncatingIfNeeded: part)
    return EntryID.urn(bytes)
  }

  private static func urn(_ bytes: [UInt8]) -> String {
    var text = "urn:uuid:"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.utf8.count == 1 ? "0" + digits : digits
    }
    return text
  }
}
