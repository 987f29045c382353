/// A value bound to a statement.
public enum Value: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  /// NULL.
  case null
  /// An integer.
  case integer(Int)
  /// Text.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// An integer, or NULL.
  public init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }

  /// Text, or NULL.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }

  /// 1 or 0.
  public init(_ value: Bool) { self = .integer(value ? 1 : 0) }

  /// An integer.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// NULL.
  public init(nilLiteral: ()) { self = .null }
}
