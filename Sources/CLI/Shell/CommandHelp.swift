import ArgumentParser

/// The options and arguments of a command, read back from its help.
///
/// The help is the only public description that the argument parser makes quickly: its machine-readable
/// dump encodes the whole tree, which takes several times as long as completion may.
struct CommandHelp {
  /// An option, a flag or an argument.
  struct Item: Equatable {
    /// What it is called by, `-q` and `--quiet`; empty for an argument.
    let names: [String]
    /// Its value as the help shows it, without the angle brackets; nil for a flag.
    let value: String?
    /// What the help says of it.
    var help: String
  }

  /// Items under one title.
  struct Section {
    /// The title in capitals, `RESULT`.
    let title: String
    var items: [Item] = []
  }

  /// The sections with items, in the order of the help; subcommands are none.
  let sections: [Section]

  /// All options and flags.
  var options: [Item] { sections.flatMap(\.items).filter { !$0.names.isEmpty } }

  /// The option with this name.
  func option(_ name: String) -> Item? { options.first { $0.names.contains(name) } }

  init(of command: any ParsableCommand.Type) {
    // So wide that every item keeps to its line.
    self.init(text: command.helpMessage(columns: 10_000))
  }

  init(text: String) {
    var sections: [Section] = []
    for line in text.split(separator: "\n") {
      if line.hasSuffix(":"), !line.hasPrefix(" "), line == line.uppercased() {
        sections.append(Section(title: String(line.dropLast())))
      } else if line.hasPrefix("  "), !sections.isEmpty {
        let last = sections.count - 1
        let body = line.dropFirst(2)
        if body.hasPrefix(" "), let item = sections[last].items.indices.last {
          // A long name has its help on the next line.
          sections[last].items[item].help += body.drop { $0 == " " }
        } else {
          sections[last].items.append(Item(line: body))
        }
      }
    }
    self.sections = sections.filter { $0.title != "SUBCOMMANDS" }
  }
}

extension CommandHelp.Item {
  /// Reads `--note <text>           A note.`
  fileprivate init(line: Substring) {
    var label = line
    var help = Substring()
    if let gap = line.indices.first(where: { line[$0...].hasPrefix("  ") }) {
      label = line[..<gap]
      help = line[gap...].drop { $0 == " " }
    }
    var names: [String] = []
    var value: String?
    for word in label.split(whereSeparator: { " ,/".contains($0) }) {
      if word.hasPrefix("-") {
        names.append(String(word))
      } else if word.hasPrefix("<") {
        value = String(word.dropFirst().prefix { $0 != ">" })
      }
    }
    self.init(names: names, value: value, help: String(help))
  }
}
