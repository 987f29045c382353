import ArgumentParser
import Core
import Render
import System

/// The manual: a page for the program and one for each command, generated from the command definitions.
enum ManualPages {
  /// The hidden command for the pages: `psoas __man FOLDER DAY`, for the scripts that install them.
  static let name = "__man"

  /// Writes the pages into a folder; the day is printed in their footers.
  ///
  /// - Throws: ``InputError``, or ``OutputStream/Failure`` where they cannot be written.
  static func write(_ words: [String]) throws {
    guard words.count == 2, Day(words[1]) != nil else {
      throw InputError("the pages need a folder and a day", hint: "give both: DIR 2026-11-20")
    }
    for page in all(words[1]) {
      try OutputStream.write(
        Array(page.roff.utf8), toFile: "\(words[0])/\(page.name).1")
    }
  }

  /// Every page, with the date as in ``ManualPage/date``.
  static func all(_ date: String) -> [ManualPage] { pages(of: Psoas.self, [], date: date) }

  private static func pages(
    of command: any ParsableCommand.Type, _ path: [String], date: String
  ) -> [ManualPage] {
    [page(of: command, path, date: date)]
      + command.configuration.subcommands.flatMap {
        pages(of: $0, path + [$0.name], date: date)
      }
  }

  /// The name of a command's page.
  static func pageName(_ path: [String]) -> String { (["psoas"] + path).joined(separator: "-") }

  private static func page(
    of command: any ParsableCommand.Type, _ path: [String], date: String
  ) -> ManualPage {
    let configuration = command.configuration
    let name = (["psoas"] + path).joined(separator: " ")
    var abstract = configuration.abstract
    if abstract.hasSuffix(".") { abstract.removeLast() }
    let lines = configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = "Example: "
    let examples = lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    let text = lines.filter { !$0.hasPrefix(mark) }.joined(separator: "\n")
    var sections = [
      ManualPage.Section("description", paragraphs: [abstract + "."] + paragraphs(text))
    ]
    if !configuration.subcommands.isEmpty {
      sections.append(
        ManualPage.Section(
          "commands",
          items: configuration.subcommands.map {
            ManualPage.Item("\(name) \($0.name)", text: $0.configuration.abstract)
          }))
    }
    sections += CommandDefinition(of: command).sections.map { section in
      ManualPage.Section(section.title, items: section.items.map { item(of: $0) })
    }
    sections.append(ManualPage.Section("examples", examples: examples))
    sections += path.isEmpty ? whole : []
    sections.append(ManualPage.Section("see also", paragraphs: [seeAlso(command, path: path)]))
    return ManualPage(
      name: pageName(path), about: abstract.prefix(1).lowercased() + abstract.dropFirst(),
      date: date, source: "psoas \(Psoas.version)", synopsis: configuration.usage ?? name,
      sections: sections)
  }

  private static func item(of item: CommandDefinition.Item) -> ManualPage.Item {
    let value = item.kind == .flag ? nil : item.valueName.map { "<\($0)>" }
    let names = item.typedNames.joined(separator: ", ")
    return ManualPage.Item(
      [names, value ?? ""].filter { !$0.isEmpty }.joined(separator: " "), text: item.help)
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0) }
  }

  private static func seeAlso(_ command: any ParsableCommand.Type, path: [String]) -> String {
    var names = command.configuration.subcommands.map { pageName(path + [$0.name]) }
    if !path.isEmpty { names.insert(pageName(path.dropLast()), at: 0) }
    return names.map { "\($0)(1)" }.joined(separator: ", ")
  }

  /// What applies to the program as a whole.
  private static let whole = [
    ManualPage.Section(
      "exit status",
      items: [
        ManualPage.Item("0", text: "It is done."), ManualPage.Item("1", text: "It failed."),
        ManualPage.Item(
          "3", text: "'psoas check' or 'psoas doctor' found something that needs attention."),
        ManualPage.Item("64", text: "Usage error."),
      ]),
    ManualPage.Section(
      "environment",
      items: [
        ManualPage.Item("PSOAS_DB", text: "The file of the log, unless --db names one."),
        ManualPage.Item("PSOAS_NOW", text: "The present, unless --now gives it."),
        ManualPage.Item(
          "PSOAS_PAGER, PAGER",
          text: "What shows long output on a terminal; empty or 'cat' for nothing."),
        ManualPage.Item("VISUAL, EDITOR", text: "The editor of 'psoas edit'."),
        ManualPage.Item("NO_COLOR", text: "When set, there is no colour on a terminal."),
        ManualPage.Item("TZ", text: "Your time zone, unless it is that of the system."),
      ]),
    ManualPage.Section(
      "files",
      items: [
        ManualPage.Item(
          "~/.local/share/psoas/log.db",
          text: "The log, in XDG_DATA_HOME where that is set. It is one SQLite file.")
      ]),
  ]
}

extension ManualPages {
  /// Replaces this process with `man` showing a page, if there is a terminal and `man` finds the page.
  /// Otherwise it returns, so that the help is printed.
  static func open(_ page: String) {
    guard Descriptor.standardOutput.isTerminal, let man = ExternalCommand.program("man") else {
      return
    }
    let end = try? Subprocess.run([man, "-w", page], streams: [.same, .nothing, .nothing])
    if end == .status(0) { try? Subprocess.replaceCurrent(with: [man, page]) }
  }
}

extension CommandLineWords {
  /// The page for `psoas help COMMAND`; nil for other words.
  var manualPage: String? {
    guard words.count > 1, words[0] == "help" else { return nil }
    let topic = words.dropFirst().filter { !$0.hasPrefix("-") }
    return topic.isEmpty ? nil : ManualPages.pageName(Array(topic))
  }
}
