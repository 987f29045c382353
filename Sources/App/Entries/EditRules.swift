import Core
import Store

/// Checks an edited entry against the other entries.
enum EditRules {
  /// Refuses an entry that conflicts with others.
  ///
  /// - Throws: ``InputError``, ``StoreError``.
  static func check(_ entry: LogEntry, in log: LogStore) throws {
    switch entry {
    case .flare(let flare): try check(flare, among: try log.flares())
    case .stage(let change): try check(change, among: try log.protocolHistory().changes)
    default: break
    }
  }

  private static func check(_ flare: Flare, among all: [Flare]) throws {
    for other in all where other.id != flare.id {
      let starts = max(flare.start.utc, other.start.utc)
      guard let end = [flare.end, other.end].compactMap({ $0?.utc }).min(), end < starts else {
        throw InputError(
          "it would overlap the flare that began on \(other.start.label)",
          hint: "give it another --at or --end, or correct '\(other.id.short)' first")
      }
    }
  }

  /// Changes of stage must stay in order.
  private static func check(_ change: StageTransition, among all: [StageTransition]) throws {
    guard let place = all.firstIndex(where: { $0.id == change.id }) else { return }
    let before = place > 0 ? all[place - 1].moment : nil
    let after = place + 1 < all.count ? all[place + 1].moment : nil
    if let before, change.moment.utc < before.utc {
      throw InputError(
        "it would lie before the change of \(before.label)", hint: "give a later --at")
    }
    if let after, change.moment.utc > after.utc {
      throw InputError(
        "it would lie after the change of \(after.label)", hint: "give an earlier --at")
    }
  }
}
