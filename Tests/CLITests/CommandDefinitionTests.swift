import ArgumentParser
import Testing

@testable import CLI

/// What completion and the manual know of commands: what the argument parser says of them.
@Suite struct CommandDefinitionTests {
  private func leaves(
    _ command: any ParsableCommand.Type = Psoas.self, _ path: [String] = []
  ) -> [(path: [String], command: any ParsableCommand.Type)] {
    let below = command.configuration.subcommands
    return below.isEmpty ? [(path, command)] : below.flatMap { leaves($0, path + [$0.name]) }
  }

  /// Values that nothing can be offered for: numbers and the user's own words. Any other value has to say
  /// what completes it.
  private static let free: Set<String> = [
    "n", "score", "value", "text", "words", "word", "note", "name", "moment", "seconds", "alias",
    "list",
  ]

  @Test func everyOptionSaysWhatCompletesIt() {
    #expect(leaves().count > 40)
    for (path, command) in leaves() {
      let definition = CommandDefinition(of: command)
      #expect(!definition.items.isEmpty, "\(path)")
      for item in definition.items where item.takesValue && item.completionKind == nil {
        #expect(Self.free.contains(item.valueName ?? ""), "\(path) \(item.typedNames)")
      }
    }
  }

  @Test func everyItemHasHelpAndAName() {
    for (path, command) in leaves() {
      for item in CommandDefinition(of: command).items {
        #expect(item.abstract?.isEmpty == false, "\(path) \(item.typedNames)")
        #expect(item.kind == .positional || !item.typedNames.isEmpty, "\(path)")
      }
    }
  }

  @Test func sectionsAreThoseOfTheHelp() {
    for (path, command) in leaves() {
      let help = Psoas.helpMessage(for: command, columns: 1000)
      let titles = help.split(separator: "\n").filter {
        $0.hasSuffix(":") && $0 == $0.uppercased() && !$0.hasPrefix(" ")
      }.map { String($0.dropLast()) }
      #expect(CommandDefinition(of: command).sections.map(\.title) == titles, "\(path)")
    }
  }

  /// Closures of definitions run, with a log that is not there.
  @Test func definitionsCompleteThemselves() {
    let sites = PainCommand.completions(of: "--site", arguments: ["--db", "/nowhere", "pain", "4"])
    #expect(sites.contains("buttock:left"))
    let kinds = MeasureCommand.completions(of: "positional@0", arguments: ["measure", ""])
    #expect(kinds.contains { $0.hasPrefix("thomas\t") })
    let later = MeasureCommand.completions(
      of: "positional@0", arguments: ["measure", "thomas", ""])
    #expect(later.isEmpty)
    let flags = CheckCommand.completions(of: "--yes", arguments: ["check", "--yes", ""])
    #expect(flags.contains { $0.hasPrefix("bladder-bowel\t") || $0.hasPrefix("bladder") })
  }
}
