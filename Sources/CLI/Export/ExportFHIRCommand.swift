import App
import ArgumentParser
import Core
import Import
import Render

/// `psoas export fhir`: a bundle for health records.
struct ExportFHIRCommand: PsoasCommand {
  static let formats: [OutputFormat] = [.json]

  static let configuration = CommandConfiguration(
    commandName: "fhir",
    abstract: "Write the entries as a FHIR R4 bundle, for health records.",
    usage: "psoas export fhir [--output <file>] [--redact] [<options>]",
    discussion: """
      Pain, sessions, measurements, daily factors, flares and red-flag answers are exported with \
      the codes that docs/export.md lists. Protocols, settings and definitions are not part of \
      it.

      Example: psoas export fhir --output bundle.json
      """)

  @OptionGroup(title: "Content") var content: RedactOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.stream { try context.exportFHIR(isRedacted: content.redact, to: $0) }
  }
}
