import ArgumentParser
import Core
import Import
import Render
import Store

/// `psoas export fhir`: a bundle for health records.
struct ExportFHIRCommand: PsoasCommand {
  static let formats: [OutputFormat] = [.json]

  static let configuration = CommandConfiguration.leaf(
    commandName: "fhir", under: "psoas export",
    abstract: "Write the entries as a FHIR R4 bundle, for health records.",
    usage: "psoas export fhir [--output <file>] [--redact] [<options>]",
    discussion: """
      Pain, sessions, measurements, daily factors, flares and red-flag answers go out with the codes \
      that docs/export.md lists. Protocols, settings and definitions have no place in it.

      Example: psoas export fhir --output bundle.json
      """)

  @OptionGroup(title: "Content") var content: RedactOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let log = try context.requiredLog()
    try result.stream { try write(log, context, to: $0) }
  }

  /// Half a year at a time, so that memory does not grow with the log.
  private static let stretch = 182

  private func write(_ log: LogStore, _ context: Context, to output: OutputStream) throws {
    try log.read {
      let settings = try context.settings(log)
      guard let first = try log.firstKey(), let begin = try log.firstDay(from: Day(number: 0))
      else {
        throw Failure("there is no entry to export", hint: "log something first")
      }
      var writer = FHIRWriter(
        timestamp: try context.moment(nil, settings).iso8601, key: first,
        name: settings.clinicianName, questions: try Safety().flags, isRedacted: content.redact)
      var next: Day? = begin
      while let day = next {
        let last = day.adding(ExportFHIRCommand.stretch - 1)
        let window = EntryWindow(since: day, until: last)
        for kind in EntryKind.allCases {
          for entry in try log.entries(of: kind, window).reversed() {
            let ratings = kind == .session ? try log.ratings(of: entry.id) : []
            writer.add(entry, ratings: ratings)
            if writer.bytes.count > 1 << 16 { try output.write(writer.take()) }
          }
        }
        next = try log.firstDay(from: last.adding(1))
      }
      writer.finish()
      try output.write(writer.take())
    }
  }
}
