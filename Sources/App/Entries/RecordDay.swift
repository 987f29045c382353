import Core
import Render
import Store

extension Context {
  /// Stores the factors of a day. A factor that is stored already gets the new value.
  package func recordDay(_ factors: [Factor], at when: String?) throws -> EntryConfirmation {
    guard !factors.isEmpty else {
      throw InputError(
        "no factor was given", hint: "use FACTOR=VALUE, such as 'psoas day sitting=9h'")
    }
    let names = factors.map(\.name)
    if let twice = names.first(where: { name in names.count(where: { $0 == name }) > 1 }) {
      throw InputError("'\(twice)' was given twice", hint: "give each factor once")
    }
    let found = try existingLog()
    let record = DayRecord(
      id: newID(), moment: try moment(when, settings: try settings(found)), factors: factors)
    let log = try log(found)
    return try self.record(.day(record), in: log) {
      let changed = try log.insert(record).filter { old in !factors.contains(old) }
      return changed.map { "\($0.name) was \($0.value)" }
    }
  }
}
