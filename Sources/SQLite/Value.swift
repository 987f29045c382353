/// A value bound to a statement.
package enum Value: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  case null
  case integer(Int)
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// An integer, or NULL.
  package init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }

  /// Text, or NULL.
  package init(_ value: String?) { self = value.map { .text($0) } ?? .null }

  /// 1 or 0.
  package init(_ value: Bool) { self = .integer(value ? 1 : 0) }

  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Text.
  package init(stringLiteral value: String) { self = .text(value) }

  /// NULL.
  package init(nilLiteral: ()) { self = .null }
}
