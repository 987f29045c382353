import App
import ArgumentParser
import Core
import System

extension Psoas {
  /// Runs the program with these arguments; nil for one that is not UTF-8.
  ///
  /// - Parameter words: nil where the system does not provide them. Swift reads them through /proc, and does
  ///   not even find the program's name where that is missing or file descriptors have run out.
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
    // A closed pipe appears as a write error, which ends the program quietly.
    Signal.brokenPipe.ignore()
    // So does a file over the size limit.
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
      return report(error, line: line)
    }
  }

  private static func report(_ error: any Error, line: CommandLineWords) -> Int32 {
    if let errorReport = ErrorReport(error) { return fail(errorReport) }
    if exitCode(for: error).isSuccess {
      // Help and the version. The help of a command is the one it has as part of the whole tree.
      let isOfProgram = line.command == Psoas.self
      // Two hidden flags of the parser print its own description of the program, which is not part of ours.
      if let flag = line.words.first(where: {
        $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help"
      }) {
        return fail(
          ErrorReport(
            message: "unknown option \(flag.quoted)", hint: "see 'psoas --help'",
            status: ExitStatus.usage))
      }
      return show(isOfProgram ? fullMessage(for: error) : helpMessage(for: line.command))
    }
    // The error found by one of our readers; the parser only reports that there was one.
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
