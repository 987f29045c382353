import CExpat
import Core
import Import
import System

/// The start of an element; valid only while its handler runs.
struct XMLElement {
  fileprivate let parser: XML_Parser
  fileprivate let name: UnsafePointer<CChar>
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  /// How many elements it is nested in.
  let depth: Int

  /// The line that it starts on, counted from 1.
  var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Whether it has this name.
  func isCalled(_ other: StaticString) -> Bool { CString.areEqual(name, other) }

  /// Its name.
  var text: String { String(cString: name) }

  /// Whether it has an attribute with this value.
  func has(_ name: StaticString, value: StaticString) -> Bool {
    bytes(of: name).map { CString.areEqual($0, value) } ?? false
  }

  /// The first ``longest`` bytes of an attribute's value; nil if there is no such attribute.
  subscript(_ name: StaticString) -> String? {
    bytes(of: name).map { value in
      let bytes = UnsafeRawBufferPointer(
        start: value, count: CString.length(value, upTo: XMLElement.longest))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// How many bytes of an attribute are read; no imported value is as long.
  static let longest = 1000

  private func bytes(of name: StaticString) -> UnsafePointer<CChar>? {
    var at = attributes
    while let key = at[0] {
      if CString.areEqual(key, name) { return at[1] }
      at += 2
    }
    return nil
  }
}

/// Reads an XML file piece by piece with libexpat, in memory that does not grow with the file.
///
/// No entity is ever expanded and nothing is fetched: a file that declares one is refused.
final class XMLStream {
  private let parser: XML_Parser
  private let start: (XMLElement) throws -> Void
  private var text = XMLText()
  private var depth = 0
  private var given = 0
  private var problem: (any Error)?

  /// In bytes. The parser keeps a whole element in memory, and those of exports are far shorter.
  static let longestElement = 1 << 20
  /// How many elements may be nested; real exports have five levels.
  static let deepest = 100

  /// A reader that calls a handler at the start of every element.
  ///
  /// - Parameter start: the handler; what it throws stops the reading.
  init(start: @escaping (XMLElement) throws -> Void) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw ImportFailure("there is no memory for reading XML", hint: "close other programs")
    }
    (self.parser, self.start) = (parser, start)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLStream.of($0)?.begin($1, attributes: $2) },
      { data, _ in XMLStream.of(data)?.depth -= 1 })
    // The declarations are blanked before; this refuses an entity that was missed there.
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      guard let stream = XMLStream.of(data) else { return }
      stream.stop(XMLProlog.entity(Int(XML_GetCurrentLineNumber(stream.parser))))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    // The parser may call once more after it was told to stop.
    guard problem == nil, let name, let attributes else { return }
    do {
      try start(XMLElement(parser: parser, name: name, attributes: attributes, depth: depth))
    } catch {
      stop(error)
    }
    depth += 1
    if depth > XMLStream.deepest {
      stop(failure("has more than \(XMLStream.deepest) elements one within the other"))
    }
  }

  private func stop(_ error: any Error) {
    problem = problem ?? error
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Reads a piece, which may be cut anywhere.
  ///
  /// - Throws: ``ImportFailure`` with the line that is not XML, and what the handler throws.
  func read(_ piece: [UInt8]) throws {
    var piece = piece
    try text.clean(&piece)
    try parse(piece, isLast: false)
    given += piece.count
    let at = Int(XML_GetCurrentByteIndex(parser))
    if at >= 0, given - at > XMLStream.longestElement + piece.count {
      throw failure("has an element of more than \(XMLStream.longestElement >> 20) MiB")
    }
  }

  /// Reads the end of the file.
  ///
  /// - Throws: as ``read(_:)``.
  func finish() throws { try parse(text.rest(), isLast: true) }

  private func parse(_ piece: [UInt8], isLast: Bool) throws {
    let status = piece.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let problem { throw problem }
    guard status != XML_STATUS_ERROR else { throw malformed() }
  }

  private func malformed() -> ImportFailure {
    let code = XML_GetErrorCode(parser)
    let ends = [
      XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION,
    ]
    let line = Int(XML_GetCurrentLineNumber(parser))
    if ends.contains(code) {
      return ImportFailure(
        "the file ends in line \(line), before its last element does",
        hint: "half of it may be missing; export it again", line: line)
    }
    let words = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    return failure("is no XML: \(words)")
  }

  private func failure(_ what: String) -> ImportFailure {
    let line = Int(XML_GetCurrentLineNumber(parser))
    return ImportFailure(
      "line \(line) \(what)",
      hint: "give the export.zip of the Health app; if this is it, export it again", line: line)
  }
}
