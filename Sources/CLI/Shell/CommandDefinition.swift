import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options and arguments of a command, from the argument parser's machine-readable dump.
///
/// The dump is made for one command at a time: that of the whole tree takes several times as long as
/// completion may.
struct CommandDefinition: Decodable {
  /// An option, a flag or an argument.
  struct Item: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    /// The source of its values; nil for none.
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
    /// The title of its group; nil for the command's own options.
    let sectionTitle: String?
    /// The name of its value; a flag has one too.
    let valueName: String?
    let abstract: String?
    let isRepeating: Bool
    let completionKind: Completion?
    let defaultValue: String?
    private let names: [Name]?

    /// `-q` and `--quiet`, the short one first; empty for an argument.
    var typedNames: [String] {
      let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
      return names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
    }

    var takesValue: Bool { kind == .option }

    /// Its description in one sentence.
    var help: String { (abstract ?? "") + (defaultValue.map { " (default: \($0))" } ?? "") }
  }

  /// Items under one title, in capitals.
  struct Section {
    let title: String
    let items: [Item]
  }

  private struct Dump: Decodable {
    struct Command: Decodable { let arguments: [Item]? }
    let command: Command
  }

  /// All items, in the order of their declaration.
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

  /// The option or flag with this name.
  func option(_ name: String) -> Item? {
    items.first { $0.kind != .positional && $0.typedNames.contains(name) }
  }

  var positionals: [Item] { items.filter { $0.kind == .positional } }

  /// The names of the options that take a value.
  var valuedNames: Set<String> { Set(items.filter(\.takesValue).flatMap(\.typedNames)) }

  /// The items grouped under titles, as in the help.
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
  /// The completions that an option or argument declares.
  ///
  /// - Parameters:
  ///   - item: the name of an option, or an argument as `positional@0`.
  ///   - arguments: the command and everything typed after it, for ``CompletionSource``.
  static func completions(of item: String, arguments: [String]) -> [String] {
    do {
      _ = try parseAsRoot(["---completion", "--", item, "0", "0"] + arguments)
      return []
    } catch {
      return fullMessage(for: error).split(separator: "\n").map(String.init)
    }
  }
}
