import App
import ArgumentParser
import Core
import Render
import Store

/// A command of the program: typed options, one call of ``App`` with them, and one value to print.
protocol PsoasCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// The formats of its result: those of the type that it prints.
  static var formats: [OutputFormat] { get }
  /// The files that it writes or reads, which its result must not overwrite.
  var namedFiles: [String] { get }
  func perform(_ context: Context, to output: ResultWriter) throws
}

extension PsoasCommand {
  /// The formats of every result. A command whose result is ``Pictured`` returns those of its type.
  static var formats: [OutputFormat] { Table.formats }

  /// Most commands have none.
  var namedFiles: [String] { [] }

  /// Reads the surroundings and runs the command.
  func run() throws {
    let environment = Context.processEnvironment()
    let output = ResultWriter(common, style: Style(common, environment: environment))
    let context = try Context(
      common, environment: environment,
      command: RecordedCommand.text(
        Array(CommandLine.arguments.dropFirst()), found: common.found,
        valued: { CommandDefinition(of: Self.self).valuedNames }),
      wantsRemarks: !output.isSilent, note: output.note)
    // Checked before anything is stored, so that a result that cannot be written does not leave half a
    // command.
    try output.check(context, formats: Self.formats)
    if let file = common.output, namedFiles.contains(where: { Paths.areSame($0, file) }) {
      throw InputError(
        "--output \(file.quotedPath) is the file that the command itself is about",
        hint: "give the result another file")
    }
    try perform(context, to: output)
  }
}
