import Core
import Import
import Store

/// Stores sessions whose sets may be scattered over a file, or may have grown since an earlier import.
struct SessionMerger {
  private let log: LogStore
  private let writer: BulkWriter
  /// The sessions that come in several parts.
  private let parted: Set<EntryID>
  private var states: [EntryID: State] = [:]

  /// How many sessions were new, already stored, or got more sets.
  private(set) var (new, present, grown) = (0, 0, 0)
  /// How many sets the new sessions have, and how many were added to stored ones.
  private(set) var (sets, grownSets) = (0, 0)
  /// Sessions whose sets could not be added.
  private(set) var rejected: [RejectedRow] = []

  private enum State {
    case new
    case present(SessionComparison)

    var comparison: SessionComparison? {
      if case .present(let comparison) = self { comparison } else { nil }
    }
  }

  init(_ log: LogStore, writer: BulkWriter, parted: Set<EntryID>) {
    (self.log, self.writer, self.parted) = (log, writer, parted)
  }

  /// Adds a session or a part of one. The first part handed over starts the session: earlier parts may have
  /// had nothing to store.
  mutating func take(_ session: Session, line: Int) throws {
    switch states[session.id] {
    case .new?:
      try writer.addMore(session)
      sets += session.setCount
    case .present(var comparison)?:
      states[session.id] = nil
      comparison.take(session)
      states[session.id] = .present(comparison)
    case nil: try begin(session, line: line)
    }
  }

  private mutating func begin(_ session: Session, line: Int) throws {
    let isParted = parted.contains(session.id)
    guard try !writer.add(session) else {
      (new, sets) = (new + 1, sets + session.setCount)
      if isParted { states[session.id] = .new }
      return
    }
    present += 1
    // Nearly all stored sessions are complete, so the count decides quickly.
    if !isParted, try writer.setCount(of: session.id) ?? 0 >= session.setCount { return }
    guard let stored = try log.session(session.id) else { return }
    var comparison = SessionComparison(stored, line: line)
    comparison.take(session)
    if isParted {
      states[session.id] = .present(comparison)
    } else {
      try settle(comparison)
    }
  }

  /// Stores what was held back until all parts were read.
  mutating func finish() throws {
    let waiting = states.values.compactMap(\.comparison)
    for comparison in waiting.sorted(by: { $0.line < $1.line }) { try settle(comparison) }
    states = [:]
  }

  private mutating func settle(_ comparison: SessionComparison) throws {
    guard comparison.surplus > 0 else { return }
    guard let more = comparison.more else {
      let count = comparison.surplus
      rejected.append(
        RejectedRow(
          line: comparison.line,
          reason: "begins a session that the log has with other sets; "
            + "\(count) more \(count == 1 ? "is" : "are") not added", rows: 1))
      return
    }
    try writer.addMore(more)
    (grown, grownSets) = (grown + 1, grownSets + more.setCount)
  }
}

/// Compares the sets of a session in the file with those in the log.
struct SessionComparison {
  /// The line on which the session starts.
  let line: Int
  private let stored: Session
  private let known: [ExerciseEntry]
  private var at = 0
  private var count = 0
  private var others: [ExerciseEntry] = []
  private var all: [ExerciseEntry] = []
  private var lines: [String] = []

  init(_ stored: Session, line: Int) {
    (self.stored, self.line) = (stored, line)
    known = SessionComparison.singly(stored)
  }

  /// Adds a part of the file's session.
  mutating func take(_ part: Session) {
    lines += part.note.map { [$0] } ?? []
    for set in SessionComparison.singly(part) {
      count += 1
      all.append(set)
      if at < known.count, set == known[at] { at += 1 } else { others.append(set) }
    }
  }

  /// How many more sets the file has.
  var surplus: Int { max(0, count - known.count) }

  /// The sets that the log lacks; nil when the log's sets are not a subset of the file's, because they were
  /// edited. Sets imported later come after the others in the log, wherever the file has them, so order is
  /// ignored.
  var more: Session? {
    var entries = others
    if at < known.count {
      var left = known.reduce(into: [ExerciseEntry: Int]()) { $0[$1, default: 0] += 1 }
      entries = all.filter { set in
        guard let count = left[set], count > 0 else { return true }
        left[set] = count - 1
        return false
      }
      guard entries.count == all.count - known.count else { return nil }
    }
    return Session(
      id: stored.id, moment: stored.moment, entries: entries,
      note: lines.isEmpty ? nil : lines.joined(separator: "\n"))
  }

  /// Each set of a session as an entry of its own.
  private static func singly(_ session: Session) -> [ExerciseEntry] {
    session.entries.flatMap { entry in
      entry.sets.map {
        ExerciseEntry(
          exercise: entry.exercise, sets: [$0], side: entry.side, load: entry.load,
          pain: entry.pain)
      }
    }
  }
}
