import Analytics
import App
import ArgumentParser
import Core
import Render

/// `psoas report clinician`: one page for a doctor or physiotherapist.
struct ClinicianCommand: PsoasCommand {
  static let formats = ClinicianReport.formats

  static let configuration = CommandConfiguration(
    commandName: "clinician",
    abstract: "Write one page for a doctor or physiotherapist, to be read in a minute.",
    usage: "psoas report clinician [--notes] [--weeks <n>] [--since <day>] [<options>]",
    discussion: """
      Red flags, stage, pain and range then and now, adherence, what was tolerated, flares. It \
      has your name if 'psoas config clinician.name' is set, and your notes only with --notes. \
      As html it prints on one page; a file whose name ends in .pdf is that page.

      Example: psoas report clinician --format html --output summary.html
      Example: psoas report clinician --output summary.pdf
      Example: psoas report clinician --weeks 12 --notes
      """)

  @Flag(name: .customLong("notes"), help: "Add your own notes of the period, the newest six.")
  var notes = false

  @OptionGroup(title: "Window") var window: WindowOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    try output.show(try context.clinicianReport(window.window, withNotes: notes))
  }
}
