import Analytics
import Core
import Import
import Store

/// One pass over a file that stores what the log lacks, inside a transaction.
struct ImportRun {
  private let log: LogStore
  private let writer: BulkWriter
  private let resolver: NameResolver
  private let kinds: [Slug: MeasurementKind]
  private var sessions: SessionMerger
  private var days = FactorMerger()
  private var rejected = ImportScan()
  /// The exercises and kinds of measurement in use by entries.
  private var used: Set<Slug> = []
  /// The result; complete after ``finish()``.
  var summary: ImportSummary

  init(_ log: LogStore, resolver: NameResolver, parted: Set<EntryID>, summary: ImportSummary)
    throws
  {
    (self.log, self.resolver, self.summary) = (log, resolver, summary)
    // A new exercise is created with its first session, so none is created for rows that are refused.
    let exercises = Catalogue(own: try log.ownExercises() + resolver.exercises).index
    writer = try BulkWriter(log, exercises: exercises)
    kinds = Dictionary(resolver.kinds.map { ($0.slug, $0) }) { first, _ in first }
    sessions = SessionMerger(log, writer: writer, parted: parted)
  }

  /// Stores what was built from a value.
  mutating func take(_ made: EntryBuilder.Made, line: Int) throws {
    switch made {
    case .session(let session, let leftOut):
      summary.skipped += leftOut
      if session.note?.hasSuffix(EntryBuilder.cut) == true { leaveOut("ends of notes too long") }
      for entry in session.entries { used.insert(entry.exercise) }
      try sessions.take(session, line: line)
    case .entry(.day(let record)): days.take(record, line: line)
    case .entry(let entry): try add(entry, line: line)
    case .skipped(let count): summary.skipped += count
    case .leftOut(let what): leaveOut(what)
    case .rejected(let row): rejected.reject(row)
    }
  }

  /// Counts how a value was changed, or what was left out of it.
  mutating func take(_ remark: ImportRemark) {
    switch remark {
    case .leftOut(let what): leaveOut(what)
    case .converted(let what): summary.converted[what, default: 0] += 1
    }
  }

  private mutating func leaveOut(_ what: String, count: Int = 1) {
    summary.leftOut[what, default: 0] += count
  }

  private mutating func add(_ entry: LogEntry, line: Int) throws {
    if case .measurement(let measurement) = entry {
      let slug = measurement.kind.slug
      if used.insert(slug).inserted, let kind = kinds[slug] { try log.insert(kind, own: true) }
    }
    let unranked = ImportKey.unranked(entry.id)
    if unranked != entry.id, try log.holds(entry.kind, id: unranked) {
      summary.present[entry.kind, default: 0] += 1
      return
    }
    do {
      if try writer.add(entry) {
        summary.added[entry.kind, default: 0] += 1
      } else {
        summary.present[entry.kind, default: 0] += 1
      }
    } catch let error as InputError {
      rejected.reject(
        RejectedRow(line: line, reason: "has a value that cannot be kept: \(error.message)"))
    }
  }

  /// Stores what was held back, and completes the summary.
  mutating func finish() throws {
    try sessions.finish()
    for row in sessions.rejected { rejected.reject(row) }
    for (record, line) in days.counting { try add(.day(record), line: line) }
    if days.earlier > 0 { leaveOut("earlier values of the same day", count: days.earlier) }
    if sessions.new > 0 { summary.added[.session] = sessions.new }
    if sessions.present > 0 { summary.present[.session] = sessions.present }
    (summary.sets, summary.grown, summary.grownSets) =
      (sessions.sets, sessions.grown, sessions.grownSets)
    summary.rejectedCount = rejected.rejectedCount
    summary.rejected = rejected.rejected.map {
      ImportSummary.Rejected(
        file: $0.file, line: $0.line, reason: $0.reason, rows: $0.rows)
    }
    summary.names = names
    summary.unmatched = resolver.unmatched
  }

  /// The exercises and kinds that the name resolver creates.
  private var made: Set<Slug> { Set(resolver.exercises.map(\.slug)).union(kinds.keys) }

  /// The name map, without those whose exercise or kind was not created.
  var mapping: NameMapping {
    var mapping = resolver.mapping
    let unmade = made.subtracting(used)
    for name in resolver.settled {
      if let slug = mapping[name]?.definition, unmade.contains(slug) { mapping[name] = nil }
    }
    return mapping
  }

  private var names: [ImportSummary.Name] {
    let (mapping, made) = (mapping, made)
    return resolver.settled.compactMap { name in
      mapping[name].map { target in
        ImportSummary.Name(
          name, target: "\(target)", isNew: target.definition.map(made.contains) ?? true)
      }
    }
  }
}

extension NameMapping.Target {
  /// The exercise or kind of measurement that it depends on.
  fileprivate var definition: Slug? {
    switch self {
    case .exercise(let slug, _), .measure(let slug, _): slug
    default: nil
    }
  }
}
