import App
import Core
import Render
import System

extension RoutineStartCommand {
  /// Chooses the driver from standard input, standard output and the options.
  ///
  /// The guide is shown on standard output if that is a terminal, else on standard error, so that the result
  /// can go to a file or a pipe.
  ///
  /// - Throws: ``InputError`` for options that exclude each other, or an invalid line of a script;
  ///   ``Failure`` where there is no one to guide.
  func driver(_ style: Style) throws -> any GuideDriver {
    guard !plain || !screens else {
      throw InputError("--plain and --screens together", hint: "use one of them")
    }
    let output = Descriptor.standardOutput.isTerminal ? OutputStream.standard : .messages
    guard Descriptor.standardInput.isTerminal else {
      let script = try GuideScript.fromStandardInput()
      if plain { return ScriptDriver(script, view: LineView(output, style: style, bell: bell)) }
      return ScriptDriver(script, view: screens ? PrintedView(output, style: style) : SilentView())
    }
    guard !screens else {
      throw InputError(
        "--screens is for a script", hint: "give one on standard input, or leave --screens out")
    }
    let term = Context.processEnvironment()["TERM"] ?? "dumb"
    let isDrawn = !plain && term != "dumb" && !term.isEmpty
    guard output.descriptor.isTerminal || plain else {
      throw Failure(
        "there is no terminal to show the routine on",
        hint: "leave standard output or standard error on the terminal, or use --plain")
    }
    let terminal = Terminal(output, isDrawn: isDrawn)
    let view: any GuideView =
      isDrawn
      ? ScreenView(terminal, style: style, bell: bell)
      : LineView(output, style: style, bell: bell)
    return TerminalDriver(terminal, view: view)
  }
}
