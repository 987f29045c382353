import Core

extension ClinicianReport {
  /// A heading and the sentences below it.
  package struct Part: Sendable, Equatable {
    /// Its name in JSON and csv.
    package let key: String
    /// The heading.
    package let title: String
    /// The sentences.
    package let lines: [String]
  }

  /// Whom it is about, the period, and what it rests on.
  package var opening: String {
    (name.map { "\($0). " } ?? "")
      + "\(days.lowerBound) to \(min(days.upperBound, today)), made on \(today) from the person's "
      + "own entries. It describes what was logged and is no diagnosis."
  }

  /// What stands below the opening, in order.
  package var parts: [Part] {
    [
      Part(key: "redFlags", title: "Red flags", lines: redFlagLines),
      Part(key: "programme", title: "Programme and stage", lines: protocolLines),
      Part(key: "change", title: "Then and now", lines: changeLines),
      Part(key: "adherence", title: "Adherence", lines: adherence.statements),
      Part(key: "tolerance", title: "Tolerance", lines: toleranceLines),
      Part(key: "flares", title: "Flares", lines: flareLines),
    ] + (notes.map { [Part(key: "notes", title: "Notes", lines: noteLines($0))] } ?? [])
  }

  private var redFlagLines: [String] {
    var lines = redFlags.alerts.map { "Open: \($0.sentence)." }
    guard let last = redFlags.last else {
      return lines + ["The red-flag questions have not been answered in this log yet."]
    }
    let yes = redFlags.flags.filter { last.answers[$0.id] == true }
    let asked = last.answers.count
    lines.append(
      yes.isEmpty
        ? "Last asked on \(last.moment.day): \(asked) questions, all answered no."
        : "Last asked on \(last.moment.day): \(asked) questions, yes to "
          + yes.map { "'\($0.question)'" }.joined(separator: ", ") + ".")
    return lines
  }

  private var protocolLines: [String] {
    guard let stage else { return ["No protocol is followed."] }
    let met = stage.gate.count { $0.state == .met }
    let gate =
      stage.gate.isEmpty
      ? "" : " \(met) of \(stage.gate.count) criteria for going on are met."
    return [
      "\(stage.rehabProtocol.title): stage \(stage.number) of \(stage.rehabProtocol.stages.count), "
        + "\(stage.stage.title), since \(stage.since), \(counted(stage.days, "day")).\(gate)"
    ]
  }

  private var changeLines: [String] {
    let pain = self.pain.points.isEmpty ? ["Pain was not rated in this period."] : pain.statements
    let more = rows.count - shownRows.count
    return pain + measures.compactMap { $0.values.methodNote.map { sentence($0) } }
      + (thresholdLine.map { [$0] } ?? [])
      + (more > 0 ? ["\(more) more series in the log, with fewer weeks."] : [])
  }

  /// What the columns of thresholds are, and where the thresholds are from that no sentence has named.
  private var thresholdLine: String? {
    let measures = shownRows.filter { $0.series != pain.values.series }
    let named = measures.flatMap { row in
      [
        row.difference?.important.map { "MIC of \(row.series.name): \($0.source)" },
        row.difference?.detectable.map { error in
          let source = error.isOwn ? "MDC95 from the person's own repeated trials" : error.source
          return "MDC of \(row.series.name): \(source)"
        },
      ].compactMap(\.self)
    }
    guard
      shownRows.contains(where: {
        $0.difference?.important != nil || $0.difference?.detectable != nil
      })
    else { return nil }
    return
      ([
        "MIC: the least change that matters to people. MDC: the least beyond the error of measurement"
      ]
      + named).joined(separator: ". ") + "."
  }

  private var toleranceLines: [String] {
    var lines = Array(response.statements.prefix(1))
    let named = response.exercises.filter { $0.named > 0 }.sorted { $0.named > $1.named }
    let tolerated = response.exercises.filter { $0.named == 0 && $0.lastTolerated != nil }
    if !tolerated.isEmpty {
      lines.append(
        "Tolerated, with the last dose: "
          + shortened(
            tolerated.compactMap { exercise in
              exercise.lastTolerated.map { "\(exercise.exercise) \($0.dose)".trimmedBlank }
            }) + ".")
    }
    if !named.isEmpty {
      lines.append(
        "Named in amber or red sessions: "
          + shortened(
            named.map { exercise in
              let times = "\(exercise.named) of \(exercise.sessions)"
              let last = exercise.lastTolerated.map { ", last tolerated \($0.dose) on \($0.day)" }
              return "\(exercise.exercise) (\(times)\(last ?? ""))"
            }) + ".")
    }
    return lines
  }

  private var flareLines: [String] {
    guard !flares.isEmpty else { return ["None in this period."] }
    let shown = flares.prefix(ClinicianReport.mostLines / 2).map { row in
      let end = row.flare.end.map { "to \($0.day)" } ?? "going on"
      let worst = row.worst.map { ", worst pain \($0.score)" } ?? ""
      return "\(row.flare.start.day) \(end), \(counted(row.days, "day"))\(worst)."
    }
    let more = flares.count - shown.count
    return shown + (more > 0 ? ["\(more) more before these."] : [])
  }

  private func noteLines(_ notes: [Note]) -> [String] {
    guard !notes.isEmpty else { return ["None in this period."] }
    let shown = notes.prefix(ClinicianReport.mostLines).map { note in
      let text = note.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(note.day): \(text.count > 160 ? text.prefix(159) + "…" : text[...])"
    }
    let more = notes.count - shown.count
    return shown + (more > 0 ? ["\(more) more in the log."] : [])
  }

  private func shortened(_ items: [String]) -> String {
    let more = items.count - ClinicianReport.mostLines
    return items.prefix(ClinicianReport.mostLines).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }
}

extension String {
  fileprivate var trimmedBlank: String { hasSuffix(" ") ? String(dropLast()) : self }
}
