extension LogEntry {
  /// The entry as lines that can be edited.
  package var editable: EntryText {
    var lines: [FieldLine] = []
    func add(_ field: EntryField, _ value: String?) {
      if let value { lines.append(FieldLine(field, value)) }
    }
    if kind != .check { add(.at, moment.iso8601) }
    switch self {
    case .session(let session, let pain):
      add(.routine, session.routine?.text)
      for entry in session.entries { add(.exercise, entry.text) }
      add(.minutes, session.duration?.description)
      add(.effort, session.effort?.description)
      add(.before, pain.before?.description)
      add(.after, pain.after?.description)
      lines += EntryText.noteLines(.note, session.note)
    case .pain(let rating, _):
      add(.score, rating.score.description)
      add(.recall, rating.recall.rawValue)
      for site in rating.sites { add(.site, site.description) }
      for trigger in rating.triggers { add(.trigger, trigger) }
      add(.woke, rating.woke ? "yes" : "no")
      lines += EntryText.noteLines(.note, rating.note)
    case .measurement(let measurement):
      add(.kind, measurement.kind.slug.text)
      add(.side, measurement.side?.rawValue)
      for trial in measurement.trials { add(.value, hundredthsText(trial)) }
      add(.method, measurement.instrument?.rawValue)
      add(.motion, measurement.motion?.rawValue)
      add(.pain, measurement.pain?.description)
      add(.photo, measurement.photo)
      lines += EntryText.noteLines(.note, measurement.note)
    case .day(let record):
      for factor in record.factors { add(.factor, "\(factor.name)=\(factor.value)") }
    case .flare(let flare):
      add(.end, flare.end?.iso8601)
      lines += EntryText.noteLines(.note, flare.note)
    case .stage(let change): lines += EntryText.noteLines(.note, change.note)
    case .check(let check): lines += EntryText.noteLines(.resolution, check.resolution)
    }
    return EntryText(lines)
  }
}
