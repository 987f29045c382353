import ArgumentParser
import Foundation
import Testing

@testable import CLI

/// The list of subcommands is the only registry; every command in it is whole.
@Suite struct CommandTreeTests {
  private static func walk(
    _ command: any ParsableCommand.Type, _ path: [String]
  ) -> [(path: [String], command: any ParsableCommand.Type)] {
    let own = path.isEmpty ? [] : [(path, command)]
    return own
      + command.configuration.subcommands.flatMap { walk($0, path + [$0.name]) }
  }

  private let commands = CommandTreeTests.walk(Psoas.self, [])

  @Test func everyCommandHasAnExplicitNameAnAbstractAndAnExample() {
    #expect(commands.count >= 16)
    for (path, command) in commands {
      let configuration = command.configuration
      #expect(configuration.commandName != nil, "\(path)")
      #expect(configuration.abstract.hasSuffix("."), "\(path)")
      let examples = configuration.discussion.split(separator: "\n").filter {
        $0.hasPrefix("Example: psoas ")
      }
      #expect(!examples.isEmpty, "\(path)")
      // Help is broken at 80 columns; a broken example cannot be copied.
      #expect(examples.allSatisfy { $0.count < 80 }, "\(path)")
    }
  }

  @Test func theReadmeNamesEveryCommand() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    for (path, command) in commands where command.configuration.subcommands.isEmpty {
      #expect(readme.contains("| `psoas \(path.joined(separator: " "))"), "\(path)")
    }
  }

  @Test func usageNamesTheCommand() {
    for (path, command) in commands where command.configuration.subcommands.isEmpty {
      let name = "psoas " + path.joined(separator: " ")
      #expect(command.configuration.usage?.hasPrefix(name) == true, "\(path)")
    }
  }

  /// Every option and argument has help, and a description that ends like a sentence.
  @Test func everyOptionHasHelp() {
    for (path, command) in commands {
      let help = Psoas.helpMessage(for: command, columns: 500)
      for line in help.split(separator: "\n") where line.hasPrefix("  -") || line.hasPrefix("  <") {
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        #expect(words.count > 2, "\(path): \(line)")
        #expect(
          line.hasSuffix(".") || line.hasSuffix(")") || line.hasSuffix("…"), "\(path): \(line)")
      }
    }
  }
}

@Suite struct CommandLineWordsTests {
  @Test(arguments: [
    (["--db", "x", "pain", "4"], "pain", ["--db", "x", "4"]),
    (["--db=x", "-q", "pain", "4"], "pain", ["--db=x", "-q", "4"]),
    (["report", "weekly", "--weeks", "3"], "weekly", ["--weeks", "3"]),
    (["--now", "y", "report", "weekly"], "weekly", ["--now", "y"]),
    (["exercise"], "list", []),
    (["exercise", "--format", "csv"], "psoas", ["exercise", "--format", "csv"]),
    (["log", "--help"], "log", ["--help"]),
    (["pain", "4", "--trigger", "help"], "pain", ["4", "--trigger", "help"]),
    (
      ["edit", "last", "--note=", "--trigger", "help"], "edit",
      ["last", "--note", "", "--trigger", "help"]
    ),
    (["protocol", "help"], "psoas", ["help", "protocol"]),
    (["protocol", "help", "start"], "psoas", ["help", "protocol", "start"]),
    (["protocol", "--help"], "psoas", ["protocol", "--help"]),
    (["report", "week", "--weeks", "3"], "weekly", ["--weeks", "3"]),
    (["report", "re"], "psoas", ["report", "re"]),
    (["help", "log"], "psoas", ["help", "log"]),
    (["help", "prot", "sta"], "psoas", ["help", "protocol", "start"]),
    (["help", "trend"], "psoas", ["help", "report", "trend"]),
    (["-q", "protocol", "help", "sho"], "psoas", ["help", "protocol", "show"]),
    ([], "psoas", []),
  ])
  func goToTheirCommand(_ arguments: [String], _ name: String, _ words: [String]) {
    let line = CommandLineWords(arguments)
    #expect(line.command.name == name)
    #expect(line.words == words)
  }

  /// The beginning of one command alone will do, and reports go without the word.
  @Test(arguments: [
    (["meas", "thomas", "-5"], "measure", ["thomas", "-5"]),
    (["weekly"], "weekly", []),
    (["trend", "pain"], "trend", ["pain"]),
    (["-q", "trend", "pain"], "trend", ["-q", "pain"]),
    (["rep", "week"], "weekly", []),
    (["tr", "pain"], "trend", ["pain"]),
    (["rel", "pain", "glute-bridge"], "relate", ["pain", "glute-bridge"]),
    // A command goes before a report.
    (["co"], "config", []),
    (["exp", "js"], "json", []),
  ])
  func namesMayBeCutShort(_ arguments: [String], _ name: String, _ words: [String]) throws {
    let line = try CommandLineWords(["--db", "/nowhere"] + arguments).completed()
    #expect(line.command.name == name)
    #expect(line.words == ["--db", "/nowhere"] + words)
  }

  @Test(arguments: [
    (["st"], "status, stage"), (["re"], "rm, redo, report, restore"),
    (["report", "re"], "relate, response"),
  ])
  func severalBeginningsAreNoCommand(_ arguments: [String], _ names: String) throws {
    let line = try CommandLineWords(["--db", "/nowhere"] + arguments).completed()
    let error = #expect(throws: (any Error).self) { try line.externalCommand() }
    let hint = error.flatMap { ErrorReport($0) }?.hint ?? ""
    let listed = Set(hint.replacing("choose from ", with: "").split(separator: ", "))
    #expect(listed.isSubset(of: Set(names.split(separator: ", "))) && listed.count > 1, "\(hint)")
  }

  @Test(arguments: [
    (["pain", "4", "--note", "--now", "-q"], "pain 4 --note --now"),
    (["pain", "4", "--now", "2026-11-20T08:00Z", "-q"], "pain 4"),
    (["pain", "4", "--note", "-q", "--db", "x"], "pain 4 --note -q"),
    (["pain", "4", "--note=--now", "--now", "x"], "pain 4 --note=--now"),
    (["pain", "4", "--woke", "-q"], "pain 4 --woke"),
    (["--db", "x", "pain", "4", "--format", "json"], "pain 4"),
    (["pain", "--note", "--note", "--now=x", "4"], "pain --note --note 4"),
    (["log", "--", "--now", "x"], "log -- --now x"),
    (["pain", "4", "--note", "it's"], "pain 4 --note 'it'\\''s'"),
  ])
  func theHistoryKeepsWhatWasSaid(_ arguments: [String], _ text: String) throws {
    #expect(try record(arguments) { CommandDefinition(of: PainCommand.self).valuedNames } == text)
  }

  @Test(arguments: [
    ["pain", "4", "--woke", "-q"], ["pain", "4", "--woke", "--now", "2026-11-20T08:00Z"],
    ["pain", "4", "--note", "--trigger", "--format=json"],
    ["pain", "--site", "hip", "4", "--quiet"],
  ])
  func theDefinitionIsNotReadWhereTheWordsAreClear(_ arguments: [String]) throws {
    _ = try record(arguments) {
      Issue.record("the definition was read")
      return []
    }
  }

  private func record(_ arguments: [String], valued: () -> Set<String>) throws -> String {
    let line = CommandLineWords(arguments)
    let command = try #require(line.command.parseAsRoot(line.words) as? any PsoasCommand)
    return RecordedCommand.text(arguments, found: command.common.found, valued: valued)
  }

  @Test(arguments: [
    (["lgo"], "psoas", "did you mean 'psoas log'?"),
    (["trned"], "psoas", "did you mean 'psoas trend'?"),
    (["report", "weekley"], "psoas report", "did you mean 'psoas report weekly'?"),
    (["exercise", "frobnicate"], "psoas exercise", "choose from list, show, add"),
  ])
  func unknownCommandsSuggestTheNearest(_ words: [String], _ tool: String, _ hint: String) {
    let error = #expect(throws: (any Error).self) { try CommandLineWords(words).externalCommand() }
    #expect(error.flatMap { ErrorReport($0) }?.hint == hint)
    #expect(
      error.flatMap { ErrorReport($0) }?.message.hasSuffix("not a command of \(tool)") == true)
  }
}
