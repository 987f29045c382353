import App
import ArgumentParser
import Core
import Render

/// `psoas doctor`: checks the log file for damage, and repairs it.
struct DoctorCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the log file for damage, and repair it.",
    usage: "psoas doctor [--fix | --accept | --salvage <file>]",
    discussion: """
      Every entry is compared with the checksum that was made when it was written. The exit status is 3 \
      while something needs attention. Before anything in the file is changed a copy is made next to it.

      Example: psoas doctor
      Example: psoas doctor --fix
      Example: psoas doctor --salvage rescued.db
      """)

  @Flag(name: .customLong("fix"), help: "Repair what needs no choice of yours.")
  var fix = false

  @Flag(
    name: .customLong("accept"), help: "Take all that is in the log now for what was written.")
  var accept = false

  @Option(
    name: .customLong("salvage"), parsing: .unconditional,
    help: ArgumentHelp(
      "Save all that can be read from a damaged log into this new one.", valueName: "file"),
    completion: .file())
  var salvage: String?

  @OptionGroup(title: "Common options") var common: CommonOptions

  var namedFiles: [String] { [salvage].compactMap(\.self) }

  func validate() throws {
    try OptionReader.validate {
      guard !fix || !accept else {
        throw InputError(
          "--fix and --accept together", hint: "repair first, and look at what is left")
      }
      guard salvage == nil || (!fix && !accept) else {
        throw InputError(
          "--salvage with --fix or --accept", hint: "it leaves the damaged log as it is")
      }
      guard salvage != "" else {
        throw InputError("--salvage needs the name of a new file", hint: "such as rescued.db")
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    let environment = Context.processEnvironment()
    let doctor = LogDoctor(context) { SystemZone.knows($0, environment: environment) }
    if let salvage { return try save(doctor, into: salvage, context: context, to: output) }
    let report = try doctor.report(after: fix ? .repair : accept ? .accept : nil)
    let done = report.repair == nil ? nil : "the repair was done"
    try output.afterwards(done) { try output.show(DoctorRenderer(report)) }
    if report.integrity.needsAttention { throw NeedsAttention() }
  }

  private func save(
    _ doctor: LogDoctor, into file: String, context: Context, to output: ResultWriter
  ) throws {
    let salvaged = try doctor.salvage(into: file)
    try output.afterwards("what was saved is in \(file.quotedPath)") {
      try output.show(SalvageRenderer(salvaged, path: context.logPath, out: file))
    }
    if !salvaged.isWhole { throw NeedsAttention() }
  }
}
