import Core

/// Kinds of measurement for the names in a file.
extension NameResolver {
  /// Whether values of a name can be stored as an existing kind.
  func fits(
    _ kind: MeasurementKind, name: ImportedName, use: ImportScan.Role, in scan: ImportScan
  ) -> Bool {
    guard kind.sided == scan.sided.contains(name) else { return false }
    switch use {
    // Two apps may rate the same thing on different scales, which are kept apart.
    case .scale(let range?):
      return kind.range == range.lowerBound * 100...range.upperBound * 100
    case .pain: return kind.unit == .points && kind.range == 0...1000
    case .measurement:
      let word = units[name, default: ""]
      return (word.isEmpty ? .count : MeasuredUnit(word)?.unit) == kind.unit
    default: return false
    }
  }

  /// A kind for the values of a name; nil if the log has no such unit.
  func newKind(
    _ slug: Slug, name: ImportedName, use: ImportScan.Role, in scan: ImportScan
  ) -> MeasurementKind? {
    switch use {
    case .scale(let range?):
      return MeasurementKind(
        slug: slug,
        title:
          "\(NameResolver.title(name.name, longest: 150)), rated \(range.lowerBound) to \(range.upperBound)",
        unit: .points, better: .lower, sided: false, range: range)
    case .pain:
      return MeasurementKind(
        slug: slug, title: "\(NameResolver.title(name.name, longest: 150)), rated 0 to 10",
        unit: .points, better: .lower, sided: false, range: 0...10)
    case .measurement:
      let word = units[name, default: ""]
      guard let unit = word.isEmpty ? .count : MeasuredUnit(word)?.ownUnit else { return nil }
      return MeasurementKind(
        slug: slug, title: NameResolver.title(name.name), unit: unit, better: .higher,
        sided: scan.sided.contains(name), range: -100_000...100_000)
    default: return nil
    }
  }
}
