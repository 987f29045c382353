import Core

@testable import Import

/// What a file would become in a log, as tests read it.
struct Applied {
  var resolver: NameResolver
  /// Each entry, or why it cannot be kept.
  var lines: [String] = []
  var keys: [EntryID] = []
  var remarks: [ImportRemark: Int] = [:]
}

/// Applies a file to a log with these kinds, exercises and mappings.
func applied(
  _ format: Format, _ text: String, options: ImportOptions = ImportOptions(),
  given: String = "", remembered: String = "", kinds: [MeasurementKind] = [],
  holds: @escaping (EntryKind, EntryID) -> Bool = { _, _ in false }
) throws -> Applied {
  var values: [ImportedValue] = []
  _ = try Importer.read(
    format, options: options, from: { source(text) }, deliver: { values.append($0) })
  return try applied(values, given: given, remembered: remembered, kinds: kinds, holds: holds)
}

/// Applies values.
func applied(
  _ values: [ImportedValue], given: String = "", remembered: String = "",
  kinds: [MeasurementKind] = [], holds: @escaping (EntryKind, EntryID) -> Bool = { _, _ in false }
) throws -> Applied {
  var scan = ImportScan()
  for value in values { scan.add(value) }
  let there = MeasurementKind.builtIn + kinds
  let resolver = try NameResolver(
    scan, remembered: NameMapping(remembered: remembered), given: try NameMapping(given),
    catalogue: Catalogue(),
    kinds: there)
  let builder = EntryBuilder(
    resolver.mapping, kinds: there + resolver.kinds, zone: Zone.fixed(minutes: 0), dayStart: .noon,
    now: 4_000_000_000, units: resolver.units, holds: holds)
  var applied = Applied(resolver: resolver)
  for value in values {
    let made = try builder.make(value)
    if made.isKept, let remark = builder.remark(on: value) {
      applied.remarks[remark, default: 0] += 1
    }
    switch made {
    case .session(let session, _):
      applied.keys.append(session.id)
      let note = session.note.map { " '\($0.split(separator: "\n").joined(separator: "/"))'" } ?? ""
      applied.lines.append("session \(session.entries.map(\.text).joined(separator: ", "))\(note)")
    case .entry(let entry):
      applied.keys.append(key(entry))
      applied.lines.append(words(entry))
    case .skipped(let count): applied.lines.append("\(count) skipped")
    case .leftOut(let what): applied.lines.append("left out: \(what)")
    case .rejected(let row): applied.lines.append("line \(row.line) \(row.reason)")
    }
  }
  return applied
}

private func key(_ entry: LogEntry) -> EntryID {
  switch entry {
  case .session(let session, _): session.id
  case .pain(let rating, _): rating.id
  case .measurement(let measurement): measurement.id
  case .day(let record): record.id
  case .flare(let flare): flare.id
  case .stage(let change): change.id
  case .check(let check): check.id
  }
}

private func words(_ entry: LogEntry) -> String {
  switch entry {
  case .pain(let rating, _):
    return (["pain \(rating.score)"] + rating.sites.map(\.description)).joined(separator: " ")
  case .measurement(let measurement):
    let note = measurement.note.map { " '\($0)'" } ?? ""
    return "\(measurement.series) \(Decimal.text(hundredths: measurement.trials[0]))"
      + "\(measurement.kind.unit.suffix)\(note)"
  case .day(let record):
    return record.factors.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  default: return "\(entry.kind)"
  }
}
