import App
import ArgumentParser
import Foundation
import Testing

@testable import CLI

/// What completion knows of the command line.
@Suite struct WordKindTests {
  private func walk(
    _ command: any ParsableCommand.Type, _ path: [String]
  ) -> [(path: [String], command: any ParsableCommand.Type)] {
    [(path, command)]
      + command.configuration.subcommands.flatMap { walk($0, path + [$0._commandName]) }
  }

  /// The option would be offered, and nothing behind it: say in `CompletionKind` what it takes.
  @Test func completionKnowsWhatEveryOptionTakes() {
    for (path, command) in walk(Psoas.self, []) {
      for item in CommandHelp(of: command).options {
        guard let value = item.value, let name = item.names.last else { continue }
        let kind = CompletionKind.ofOption(name, value: value, in: path, formats: [.text])
        #expect(kind != nil, "\(path) \(name) <\(value)>")
      }
    }
  }

  /// The help is read as the argument parser itself describes the command.
  @Test func theHelpIsReadWhole() throws {
    for (path, command) in walk(Psoas.self, []) {
      let dump = try #require(
        try JSONSerialization.jsonObject(with: Data(command._dumpHelp().utf8)) as? [String: Any])
      let described = try #require(dump["command"] as? [String: Any])
      let arguments = described["arguments"] as? [[String: Any]] ?? []
      let names = arguments.filter { $0["kind"] as? String != "positional" }.flatMap {
        ($0["names"] as? [[String: Any]] ?? []).compactMap { name in
          (name["name"] as? String).map { (name["kind"] as? String == "short" ? "-" : "--") + $0 }
        }
      }
      let read = CommandHelp(of: command).options
      #expect(Set(read.flatMap(\.names)) == Set(names), "\(path)")
      let valued = arguments.filter { $0["kind"] as? String == "option" }.count
      #expect(read.filter { $0.value != nil }.count == valued, "\(path)")
      #expect(read.allSatisfy { !$0.help.isEmpty && !$0.help.contains("  ") }, "\(path)")
    }
  }

  @Test(arguments: [
    ("pain 4", ["pain", "4"]), ("  a\tb ", ["a", "b"]), ("'a b' \"c d\"e", ["a b", "c de"]),
    (#"a\ b "x\"y" 'a\b' "a\b""#, ["a b", "x\"y", #"a\b"#, #"a\b"#]), ("'' x", ["", "x"]),
    ("", []), ("$HOME `x` *", ["$HOME", "`x`", "*"]),
  ])
  func wordsAreSplitAsAShellDoes(line: String, words: [String]) throws {
    #expect(try ShellWords.split(line) == words)
  }

  @Test(arguments: ["'a", "a\"", "a\\"])
  func whatIsNotClosedIsRefused(line: String) {
    #expect(throws: (any Error).self) { try ShellWords.split(line) }
  }
}
