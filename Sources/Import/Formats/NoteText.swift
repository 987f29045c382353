import Core

extension String {
  /// The text as a note of the log: LF as line ends, no control characters, trimmed; nil when nothing is
  /// left.
  var asNote: String? {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        scalars.append("\n")
      } else if scalar != "\n", !scalar.isUnsafeToPrint {
        scalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    let note = String(scalars).trimmed
    return note.isEmpty ? nil : note
  }

  /// The text as a name on one line without control characters; nil when nothing is left.
  var asLine: String? {
    func isOut(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\n" || scalar == "\t" || scalar.isUnsafeToPrint
    }
    guard unicodeScalars.contains(where: isOut) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(isOut(scalar) ? " " : scalar) }
    let line = String(scalars).trimmed
    return line.isEmpty ? nil : line
  }

  /// Two notes as one, on separate lines. A second note that is a line of the first already is not added
  /// again.
  static func joinedNotes(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return first.split(separator: "\n").contains(second[...]) ? first : "\(first)\n\(second)"
  }
}
