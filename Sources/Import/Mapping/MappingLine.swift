import Core

/// The syntax of a line of a map.
enum MappingLine {
  /// The name and the target in a line that is not a comment.
  static func parted(_ line: String) throws -> (name: String, target: String) {
    let (name, rest) = try line.unicodeScalars.first == "\"" ? quotedName(line) : plainName(line)
    guard !name.isEmpty else { throw InputError("there is no name before the '='", hint: form) }
    let target = (rest.prefix { $0 != "#" }).trimmed
    guard !target.isEmpty else { throw InputError("\(name.quoted) means nothing", hint: form) }
    return (name, target)
  }

  private static let form = "write NAME = TARGET, such as 'Bird Dog = bird-dog'"

  private static func plainName(_ line: String) throws -> (String, Substring) {
    guard let cut = line.firstIndex(of: "=") else {
      throw InputError("\(line.quoted) has no '='", hint: form)
    }
    return (line[..<cut].trimmed, line[line.index(after: cut)...])
  }

  private static func quotedName(_ line: String) throws -> (String, Substring) {
    var name = String.UnicodeScalarView()
    var escaped = false
    let scalars = line.unicodeScalars
    for index in scalars.indices.dropFirst() {
      switch (scalars[index], escaped) {
      case ("n", true): name.append("\n")
      case ("r", true): name.append("\r")
      case (let scalar, true): name.append(scalar)
      case ("\\", false):
        escaped = true
        continue
      case ("\"", false):
        let rest = line[scalars.index(after: index)...].drop(while: \.isWhitespace)
        guard rest.first == "=" else {
          throw InputError("there is no '=' behind the closing quote", hint: form)
        }
        return (String(name).trimmed, rest.dropFirst())
      case (let scalar, false): name.append(scalar)
      }
      escaped = false
    }
    throw InputError("a quote is never closed", hint: form)
  }

  /// A name as written in a map, quoted if needed.
  static func quotedWhereNeeded(_ name: String) -> String {
    let scalars = name.unicodeScalars
    let isPlain =
      !["#", "\"", "\u{FEFF}"].contains(scalars.first)
      && !scalars.contains { ["=", "\n", "\r"].contains($0) }
    if isPlain { return name }
    var text = "\""
    for scalar in scalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\"", "\\": text += "\\\(scalar)"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
