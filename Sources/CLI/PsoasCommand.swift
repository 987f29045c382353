import App
import ArgumentParser
import Core
import Render
import Store

/// A command of the program: typed options, one call of ``App`` with them, and one value to show.
protocol PsoasCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// The formats that its result has: those of the type that it prints.
  static var formats: [OutputFormat] { get }
  /// The files that it makes or reads, over which its result is not to be written.
  var namedFiles: [String] { get }
  func perform(_ context: Context, _ output: ResultWriter) throws
}

extension PsoasCommand {
  /// Those of every result. A command whose result is ``Pictured`` gives those of its type.
  static var formats: [OutputFormat] { Table.formats }

  /// None of most commands.
  var namedFiles: [String] { [] }

  /// Reads the world and does the work.
  func run() throws {
    let environment = Context.processEnvironment()
    let output = ResultWriter(common, Style(common, environment: environment))
    let context = try Context(
      common, environment: environment,
      command: RecordedCommand.text(
        Array(CommandLine.arguments.dropFirst()), found: common.found,
        valued: { CommandDefinition(of: Self.self).valuedNames }),
      wantsRemarks: !output.isSilent, note: output.note)
    // Before anything is stored: a result that cannot be written must not leave half a command.
    try output.check(context, formats: Self.formats)
    if let file = common.output, namedFiles.contains(where: { Paths.areSame($0, file) }) {
      throw InputError(
        "--output \(quotedPath(file)) is the file that the command itself is about",
        hint: "give the result another file")
    }
    try perform(context, output)
  }
}
