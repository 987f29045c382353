import Analytics
import Core

extension ClinicianReport {
  /// A heading with its sentences.
  package struct Part: Sendable, Equatable {
    /// Its key in JSON and CSV.
    package let key: String
    /// The heading.
    package let title: String
    /// The sentences.
    package let lines: [String]
  }

  /// Who it is about, the period, and how much data there is.
  package var opening: String {
    (name.map { "\($0). " } ?? "")
      + "\(days.lowerBound) to \(min(days.upperBound, today)), made on \(today) from the person's "
      + "own entries. It describes what was logged and is no diagnosis."
  }

  /// The parts below the opening, in order.
  package var parts: [Part] {
    [
      Part(key: "redFlags", title: "Red flags", lines: redFlagLines),
      Part(key: "programme", title: "Protocol and stage", lines: protocolLines),
      Part(key: "change", title: "Then and now", lines: changeLines),
      Part(key: "adherence", title: "Adherence", lines: adherence.statements),
      Part(key: "tolerance", title: "Tolerance", lines: toleranceLines),
      Part(key: "flares", title: "Flares", lines: flareLines),
    ] + (notes.map { [Part(key: "notes", title: "Notes", lines: noteLines($0))] } ?? [])
  }

  private var redFlagLines: [String] {
    let open = redFlags.alerts.map { "Open: \($0.sentence)." }
    guard let last = redFlags.last else {
      return open + ["The red-flag questions have not been answered in this log yet."]
    }
    let yes = redFlags.yes.map { "'\($0.question)'" }.joined(separator: ", ")
    return open + [
      "Last asked on \(last.moment.day): \(last.answers.count) questions, "
        + (yes.isEmpty ? "all answered no." : "yes to \(yes).")
    ]
  }

  private var protocolLines: [String] {
    guard let stage else { return ["No protocol is followed."] }
    let met = stage.gate.count { $0.state == .met }
    let gate =
      stage.gate.isEmpty
      ? "" : " \(met) of \(stage.gate.count) criteria for going on are met."
    return [
      "\(stage.rehabProtocol.title): stage \(stage.number) of \(stage.rehabProtocol.stages.count), "
        + "\(stage.stage.title), since \(stage.since), \(Phrase.count(stage.days, noun: "day")).\(gate)"
    ]
  }

  private var changeLines: [String] {
    let pain = self.pain.points.isEmpty ? ["Pain was not rated in this period."] : pain.statements
    let more = rows.count - shownRows.count
    return pain + measures.compactMap { $0.values.methodNote.map { Phrase.sentence($0) } }
      + (thresholdLine.map { [$0] } ?? [])
      + (more > 0 ? ["\(more) more series in the log, with fewer weeks."] : [])
  }

  /// The meaning of the threshold columns, and the sources that no sentence has named.
  private var thresholdLine: String? {
    let measures = shownRows.filter { $0.series != pain.values.series }
    let named = measures.flatMap { row in
      [
        row.difference?.important.map { "MIC of \(row.series.name): \($0.source.text)" },
        row.difference?.detectable.map { error in
          let source =
            error.source.isOwn ? "MDC95 from the person's own repeated trials" : error.source.text
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
        "MIC: the least change that most people notice. MDC: the least beyond the error of measurement"
      ]
      + named).joined(separator: ". ") + "."
  }

  private var toleranceLines: [String] {
    var lines = [response.summary]
    if !response.tolerated.isEmpty {
      lines.append(
        "Tolerated, with the last dose: "
          + shortened(
            response.tolerated.compactMap { exercise in
              exercise.lastTolerated.map {
                $0.dose.isEmpty ? exercise.exercise.text : "\(exercise.exercise) \($0.dose)"
              }
            }) + ".")
    }
    if !response.mostNamed.isEmpty {
      lines.append(
        "Named in amber or red sessions: "
          + shortened(
            response.mostNamed.map { exercise in
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
      return "\(row.flare.start.day) \(end), \(Phrase.count(row.days, noun: "day"))\(worst)."
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

extension ClinicianReport {
  /// The most lines in a list, so that everything fits one page.
  private static let mostLines = 6
  /// The most series listed, for the same reason.
  private static let mostRows = 16

  /// The rows that fit the page.
  var shownRows: [Row] { Array(rows.prefix(ClinicianReport.mostRows)) }
}

extension ClinicianReport.Row {
  /// The series with its scale and method, so that no number stands without them: `pain (0–10)`, `back-pain
  /// (0–4)`, `thomas:left, inclinometer`.
  var label: String {
    switch series {
    case .pain: return "\(series.name) (0–10)"
    case .measure(let kind, _, _) where kind.unit == .points && kind.range.lowerBound >= 0:
      let ends = [kind.range.lowerBound, kind.range.upperBound].map { Decimal.text(hundredths: $0) }
      return "\(series.name) (\(ends.joined(separator: "–")))"
    default: return ([series.name] + (method?.words.map { [$0] } ?? [])).joined(separator: ", ")
    }
  }
}
