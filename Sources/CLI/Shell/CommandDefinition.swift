import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options and arguments of a command, as the argument parser describes them in its machine-readable dump.
///
/// The dump is made for one command at a time: that of the whole tree takes several times as long as
/// completion may.
struct CommandDefinition: Decodable {
  /// An option, a flag or an argument.
  struct Item: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    /// What offers its values; nil for nothing.
    enum Completion: Decodable, Equatable {
      case list([String])
      case files
      case custom

      private enum CodingKeys: CodingKey { case list, file, directory, custom }
      private struct List: Decodable { let values: [String] }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if container.contains(.list) {
          self = .list(try container.decode(List.self, forKey: .list).values)
        } else {
          self = container.contains(.custom) ? .custom : .files
        }
      }
    }

    private struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: Kind
    /// The title of its group; nil for one of the command's own.
    let sectionTitle: String?
    /// What its value is called; also of a flag, which has none.
    let valueName: String?
    let abstract: String?
    let isRepeating: Bool
    let completionKind: Completion?
    let defaultValue: String?
    private let names: [Name]?

    /// `-q` and `--quiet`, the short one first; none of an argument.
    var typedNames: [String] {
      let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
      return names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
    }

    var takesValue: Bool { kind == .option }

    /// What it is for, in a sentence.
    var help: String { (abstract ?? "") + (defaultValue.map { " (default: \($0))" } ?? "") }
  }

  /// Items under one title, which is in capitals.
  struct Section {
    let title: String
    let items: [Item]
  }

  private struct Dump: Decodable {
    struct Command: Decodable { let arguments: [Item]? }
    let command: Command
  }

  /// All of them, in the order in which they are declared.
  let items: [Item]

  init(of command: any ParsableCommand.Type) {
    do {
      _ = try command.parseAsRoot(["--experimental-dump-help"])
      items = []
    } catch {
      let dump = try? JSONDecoder().decode(
        Dump.self, from: Data(command.fullMessage(for: error).utf8))
      items = dump?.command.arguments ?? []
    }
  }

  /// The option or flag of this name.
  func option(_ name: String) -> Item? {
    items.first { $0.kind != .positional && $0.typedNames.contains(name) }
  }

  var positionals: [Item] { items.filter { $0.kind == .positional } }

  /// The names of options that take a value.
  var valuedNames: Set<String> { Set(items.filter(\.takesValue).flatMap(\.typedNames)) }

  /// The items under their titles, as the help has them.
  var sections: [Section] {
    let own = Section(title: "ARGUMENTS", items: positionals)
    let titles = items.compactMap(\.sectionTitle).reduce(into: [String]()) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
    let groups = titles.map { title in
      Section(
        title: title.uppercased(),
        items: items.filter { $0.sectionTitle == title && $0.kind != .positional })
    }
    let rest = Section(
      title: "OPTIONS", items: items.filter { $0.sectionTitle == nil && $0.kind != .positional })
    return ([own] + groups + [rest]).filter { !$0.items.isEmpty }
  }
}

extension ParsableCommand {
  /// What the definition of an option or argument offers for completion.
  ///
  /// - Parameters:
  ///   - item: an option by its name, or an argument as `positional@0`.
  ///   - arguments: the command and all that was typed behind it, for ``CompletionSource``.
  static func completions(of item: String, arguments: [String]) -> [String] {
    do {
      _ = try parseAsRoot(["---completion", "--", item, "0", "0"] + arguments)
      return []
    } catch {
      return fullMessage(for: error).split(separator: "\n").map(String.init)
    }
  }
}
