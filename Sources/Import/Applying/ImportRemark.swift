import Core

extension EntryBuilder {
  /// What the user should know about how a value is stored.
  package func remark(on value: ImportedValue) -> ImportRemark? {
    switch value {
    case .factor(let factor):
      guard case .factor? = target(factor.name, role: .factor) else { return nil }
      return factor.note == nil ? nil : .notesOfFactors
    case .scale(let scale):
      guard case .factor? = target(scale.name, role: .rating) else { return nil }
      return scale.note == nil ? nil : .notesOfFactors
    case .habit(let habit):
      guard case .factor? = target(habit.name, role: .habit) else { return nil }
      return habit.note == nil ? nil : .notesOfFactors
    case .measurement(let value):
      switch target(value.name, role: .measurement) {
      case .factor?: return value.note == nil ? nil : .notesOfFactors
      case .measure(let slug, _)?:
        guard let word = value.unit, let unit = MeasuredUnit(word), unit.converts,
          unit.unit == kinds[slug]?.unit
        else { return nil }
        return .converted("\(value.name) from \(word) to \(unit.unit.rawValue)")
      default: return nil
      }
    default: return nil
    }
  }
}

/// A remark about how values are stored, to be counted.
package enum ImportRemark: Hashable, Sendable {
  /// Something that the log cannot store.
  case leftOut(String)
  /// Converted to another unit.
  case converted(String)

  static let notesOfFactors = ImportRemark.leftOut("notes with daily factors, which have none")
}
