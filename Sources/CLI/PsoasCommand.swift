import ArgumentParser
import Core
import Store

/// A command of the program: parsed options, and what it does with them in a given world.
protocol PsoasCommand: ParsableCommand {
  var global: GlobalOptions { get }
  var result: ResultOptions { get }
  /// The forms that its result has.
  static var forms: [ResultFormat] { get }
  /// The files that it makes or reads, over which its result is not to be written.
  var namedFiles: [String] { get }
  func perform(_ context: Context) throws
}

extension PsoasCommand {
  /// Those of every result; a report with pictures has `ResultFormat.allCases`.
  static var forms: [ResultFormat] { ResultFormat.always }

  /// None of most commands.
  var namedFiles: [String] { [] }

  /// Reads the world and does the work.
  func run() throws {
    let context = try Context(
      global, environment: Context.processEnvironment(),
      words: Array(CommandLine.arguments.dropFirst()))
    // Before anything is stored: a result that cannot be written must not leave half a command.
    try result.check(log: context.logPath, forms: Self.forms)
    if let output = result.output, namedFiles.contains(where: { Paths.areSame($0, output) }) {
      throw InputError(
        "--output \(quotedPath(output)) is the file that the command itself is about",
        hint: "give the result another file")
    }
    try perform(context)
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
