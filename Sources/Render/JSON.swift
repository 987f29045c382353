import Core

/// A JSON value whose objects keep the order of their keys.
package enum JSON: Sendable {
  case null
  /// true or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number at full precision; null if it is not finite.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  package init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  package init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
  package init(_ value: String?) { self = value.map { .string($0) } ?? .null }
  init(_ day: Day?) { self = day.map { .string($0.description) } ?? .null }
  init(_ strings: [String]) { self = .array(strings.map { .string($0) }) }

  /// The value as text, ending in a newline: one item per line, but arrays and objects without nested ones on
  /// a single line.
  package var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out + "\n"
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy(\.isScalar)
    case .object(let pairs): pairs.allSatisfy { $0.1.isScalar }
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let pairs): pairs.isEmpty
    default: true
    }
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += JSON.digits(value)
    case .string(let value): JSON.quote(value, to: &out)
    case .array(let items):
      JSON.list(items, open: "[", close: "]", to: &out, indent: indent, flat: isFlat) {
        $0.write(to: &$1, indent: $2)
      }
    case .object(let pairs):
      JSON.list(pairs, open: "{", close: "}", to: &out, indent: indent, flat: isFlat) {
        pair, out, indent in
        JSON.quote(pair.0, to: &out)
        out += ": "
        pair.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], open: String, close: String, to out: inout String, indent: Int,
    flat: Bool, write: (Item, inout String, Int) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += flat ? ", " : "," }
      if !flat { out += "\n" + String(repeating: "  ", count: indent + 1) }
      write(item, &out, indent + 1)
    }
    if !flat { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  /// The shortest digits that read back as the same number; no fraction for whole numbers.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case let other where other.value < 0x20 || other.value == 0x7F:
        let code = String(other.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
