@testable import Core

/// A value as the Swift source that makes it: a call of the initialiser whose labels are the names of its
/// properties.
struct SwiftLiteral {
  /// The names of what has been declared before, by the source that would make it.
  private var declared: [String: String] = [:]

  private static let width = 100

  /// Has a value written by its name from now on.
  mutating func declare(_ value: Any, as name: String) {
    declared[joined(value, byName: false)] = name
  }

  /// The source, broken into lines where it would be too long behind `indent` spaces and `before`
  /// characters more.
  func source(_ value: Any, indent: Int = 0, before: Int = 0) -> String {
    let line = joined(value)
    let (open, parts, close) = pieces(value)
    guard !parts.isEmpty, indent + before + line.count > SwiftLiteral.width else { return line }
    var lines: [String] = []
    for (label, part) in parts {
      let written = label + source(part, indent: indent + 2, before: label.count + 1)
      // Short ones share a line.
      if let last = lines.last, !(last + written).contains("\n"),
        indent + 2 + last.count + written.count + 3 <= SwiftLiteral.width
      {
        lines[lines.count - 1] = "\(last), \(written)"
      } else {
        lines.append(written)
      }
    }
    let margin = "\n" + String(repeating: " ", count: indent + 2)
    return open + margin + lines.joined(separator: "," + margin) + close
  }

  /// On one line.
  private func joined(_ value: Any, byName: Bool = true) -> String {
    if byName, let name = declared[joined(value, byName: false)] { return name }
    let (open, parts, close) = pieces(value)
    let words = parts.map { $0.label + joined($0.part, byName: byName) }
    return open + words.joined(separator: ", ") + close
  }

  private typealias Pieces = (open: String, parts: [(label: String, part: Any)], close: String)

  private func pieces(_ value: Any) -> Pieces {
    switch value {
    case let text as String: return (text.debugDescription, [], "")
    case let slug as Slug: return ("Slug(stored: \(slug.text.debugDescription))", [], "")
    case let number as Int: return ("\(number)", [], "")
    case let flag as Bool: return ("\(flag)", [], "")
    default: break
    }
    let mirror = Mirror(reflecting: value)
    let parts = mirror.children.map { ($0.label.map { "\($0): " } ?? "", $0.value) }
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { pieces($0.value) } ?? ("nil", [], "")
    case .collection: return ("[", parts, "]")
    case .enum:
      guard let child = mirror.children.first, let name = child.label else {
        return (".\(value)", [], "")
      }
      return (".\(name)(", SwiftLiteral.payload(child.value), ")")
    default: return (SwiftLiteral.name(of: value) + "(", parts, ")")
    }
  }

  /// The associated values of an enum's case, those of several without the labels that a tuple invents.
  private static func payload(_ value: Any) -> [(label: String, part: Any)] {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .tuple else { return [("", value)] }
    return mirror.children.map { child in
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : "\($0): " }
      return (label ?? "", child.value)
    }
  }

  /// The type without its module: `Stage.Plan`.
  private static func name(of value: Any) -> String {
    String(reflecting: type(of: value)).split(separator: ".").dropFirst().joined(separator: ".")
  }
}
