import Core

/// Units and keys.
extension EntryBuilder {
  /// A measured value in the unit of its kind.
  func amount(_ value: ImportedMeasurement, slug: Slug) throws -> Int {
    guard let kind = kinds[slug] else { return value.hundredths }
    let usual = units[ImportedName(value.name, role: .measurement)] ?? ""
    guard let word = value.unit else {
      guard usual.isEmpty else {
        throw Problem(
          line: value.line, reason: "has no unit, and other rows of it are in '\(usual)'")
      }
      return value.hundredths
    }
    if let unit = MeasuredUnit(word), unit.unit == kind.unit,
      let hundredths = unit.converted(value.hundredths)
    {
      return hundredths
    }
    // Counts can have any name: steps, or beats a minute.
    if MeasuredUnit(word) == nil, [.count, .points].contains(kind.unit), word == usual {
      return value.hundredths
    }
    throw Problem(
      line: value.line,
      reason: "is in \(word.trimmed.quoted), and '\(slug)' is in \(kind.unit.rawValue)")
  }

  func checkUnit(_ unit: String?, of slug: Slug, line: Int) throws {
    guard let usual = factorUnits[slug], usual != unit ?? "" else { return }
    func words(_ unit: String) -> String { unit.isEmpty ? "no unit" : unit.trimmed.quoted }
    throw Problem(
      line: line,
      reason: "has \(words(unit ?? "")), and the factor '\(slug)' has \(words(usual)) in this file")
  }

  /// The key of an entry: that of its value, or another one where an earlier import made something else of
  /// the value, so that no two entries share a key.
  ///
  /// - Parameter former: what it may have become.
  func key(
    _ key: EntryID, kind: EntryKind, or former: EntryKind
  ) throws -> EntryID {
    if try holds(kind, key) { return key }
    let other = ImportKey.other(key, kind: kind)
    if try holds(kind, other) { return other }
    return try holds(former, key) ? other : key
  }
}
