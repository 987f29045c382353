import App
import ArgumentParser
import Core
import Render
import Store

/// A command of the program: typed options, one call of ``App`` with them, and one value to show.
protocol PsoasCommand: ParsableCommand {
  var global: GlobalOptions { get }
  var result: ResultOptions { get }
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
    let output = ResultWriter(
      result, try Style(global, environment: environment), isQuiet: global.quiet)
    let context = try Context(
      global, environment: environment, arguments: Array(CommandLine.arguments.dropFirst()),
      wantsRemarks: !output.isSilent, note: output.note)
    // Before anything is stored: a result that cannot be written must not leave half a command.
    try output.check(context, formats: Self.formats)
    if let file = result.output, namedFiles.contains(where: { Paths.areSame($0, file) }) {
      throw InputError(
        "--output \(quotedPath(file)) is the file that the command itself is about",
        hint: "give the result another file")
    }
    try perform(context, output)
  }
}

extension CommandConfiguration {
  /// The configuration of a command that is parsed by itself, not from the root of the tree.
  ///
  /// Naming the command above it makes the argument parser leave out its search for a request of
  /// completion scripts, which took a third of the time of parsing; such a request goes to the root.
  static func leaf(
    commandName: String, under parent: String = "psoas", abstract: String, usage: String,
    discussion: String
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: commandName, _superCommandName: parent, abstract: abstract, usage: usage,
      discussion: discussion)
  }
}
