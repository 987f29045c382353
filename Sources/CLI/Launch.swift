import App
import ArgumentParser
import Core
import System

extension Psoas {
  /// Runs the program with these arguments, nil for one that is not UTF-8.
  ///
  /// - Parameter words: nil where the system does not say them. Swift looks for them with the help of
  ///   /proc, and finds not even the program's name where that is missing or descriptors are few.
  /// - Returns: the exit status.
  package static func launch(_ words: [String?]?) -> Int32 {
    CurrentProcess.reserveStandardDescriptors()
    guard let words else {
      return fail(
        ErrorReport(
          message: "the words of the command line cannot be read, nothing was done",
          hint: "make sure that /proc is there and 'ulimit -n' is above 10",
          status: ExitStatus.failed))
    }
    let arguments = words.compactMap(\.self)
    guard arguments.count == words.count else {
      let place = words.firstIndex { $0 == nil }.map { $0 + 1 } ?? 0
      return fail(
        ErrorReport(
          message: "word \(place) of the command line is not UTF-8",
          hint: "type it in a UTF-8 terminal", status: ExitStatus.usage))
    }
    // A reader that has gone shows as an error of write, which ends the program quietly.
    Signal.brokenPipe.ignore()
    // So does a file that may not grow.
    Signal.fileTooLarge.ignore()
    if arguments.first == Completion.name {
      Completion.answer(Array(arguments.dropFirst()))
      return ExitStatus.done
    }
    var line = CommandLineWords(arguments)
    do {
      if arguments.first == ManualPages.name {
        try ManualPages.write(Array(arguments.dropFirst()))
        return ExitStatus.done
      }
      line = try line.completed()
      if let external = try line.externalCommand() { try external.run() }
      if let page = line.manualPage { ManualPages.open(page) }
      var command = try line.command.parseAsRoot(line.words)
      try command.run()
      return ExitStatus.done
    } catch is OutputStream.BrokenPipe {
      return ExitStatus.done
    } catch is NeedsAttention {
      return ExitStatus.attention
    } catch {
      return report(error, line)
    }
  }

  private static func report(_ error: any Error, _ line: CommandLineWords) -> Int32 {
    if let errorReport = ErrorReport(error) { return fail(errorReport) }
    if exitCode(for: error).isSuccess {
      // Help and the version. The help of a command is that which it has in the tree of all.
      let isOfProgram = line.command == Psoas.self
      // Two flags of the parser's own give its descriptions of the program, which are none of ours.
      if let flag = line.words.first(where: {
        $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help"
      }) {
        return fail(
          ErrorReport(
            message: "unknown option \(quoted(flag))", hint: "see 'psoas --help'",
            status: ExitStatus.usage))
      }
      return show(isOfProgram ? fullMessage(for: error) : helpMessage(for: line.command))
    }
    // What a reader of an option found wrong; the parser only knows that it is.
    if let errorReport = OptionReader.failure.flatMap({ ErrorReport($0) }) {
      return fail(errorReport)
    }
    return fail(
      ErrorReport(
        parserText: message(for: error),
        command: (["psoas"] + line.commandPath).joined(separator: " ")))
  }

  private static func show(_ text: String) -> Int32 {
    do {
      try OutputStream.standard.write(text + "\n")
      return ExitStatus.done
    } catch is OutputStream.BrokenPipe {
      return ExitStatus.done
    } catch {
      return ErrorReport(error).map(fail) ?? ExitStatus.failed
    }
  }

  private static func fail(_ errorReport: ErrorReport) -> Int32 {
    try? OutputStream.messages.write(errorReport.text)
    return errorReport.status
  }
}
