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
      + command.configuration.subcommands.flatMap { walk($0, path + [$0._commandName]) }
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
      let parent = (["psoas"] + path.dropLast()).joined(separator: " ")
      #expect(command.configuration._superCommandName == parent, "\(path)")
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
    (["log", "--help"], "psoas", ["log", "--help"]),
    (["help", "log"], "psoas", ["help", "log"]),
    ([], "psoas", []),
  ])
  func goToTheirCommand(_ arguments: [String], _ name: String, _ words: [String]) {
    let line = CommandLineWords(arguments)
    #expect(line.command._commandName == name)
    #expect(line.words == words)
  }

  @Test(arguments: [
    (["lgo"], "psoas", "did you mean 'psoas log'?"),
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
