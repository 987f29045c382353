import Foundation
import Testing

@testable import Core

/// A file of `Catalogue/Generated`, made of values that were read from a text file.
struct GeneratedSource {
  /// The file without its ending.
  let name: String
  private let text: String
  private let body: String

  static let folder = CatalogueTexts.folder.appendingPathComponent("Generated")

  init(_ exercises: NameIndex<Exercise>) {
    name = "BuiltInExercises"
    text = "exercises"
    body =
      GeneratedSource.list("Exercise", "builtIn", exercises.items) + "\n"
      + GeneratedSource.list("Exercise", "builtInNames", exercises.names)
  }

  init(_ topics: [Topic]) {
    name = "BuiltInTopics"
    text = "topics"
    body = GeneratedSource.list("Topic", "builtIn", topics)
  }

  init(_ flags: [RedFlag], _ rules: [Criterion]) {
    name = "BuiltInSafety"
    text = "safety"
    body =
      GeneratedSource.list("RedFlag", "builtIn", flags) + "\n"
      + GeneratedSource.list("Criterion", "safetyRules", rules)
  }

  /// The routines and criteria have names of their own, since several stages share them.
  init(_ rehabProtocol: RehabProtocol) {
    let slug = rehabProtocol.slug.text
    name = GeneratedSource.camelCase(slug, capital: true) + "Protocol"
    text = slug
    var literal = SwiftLiteral()
    var lines = ["enum \(name) {"]
    func declare(_ value: some Any, _ slug: Slug, _ kind: String) {
      let name = GeneratedSource.camelCase(slug.text) + kind
      let source = literal.source(value, indent: 2, before: name.count + 14)
      lines.append("  static let \(name) = \(source)\n")
      literal.declare(value, as: name)
    }
    for routine in rehabProtocol.routines { declare(routine, routine.slug, "Routine") }
    for criterion in rehabProtocol.criteria { declare(criterion, criterion.id, "Criterion") }
    lines.append("  static let whole = \(literal.source(rehabProtocol, indent: 2, before: 19))")
    body = lines.joined(separator: "\n") + "\n}\n"
  }

  private static func list<Value>(_ type: String, _ name: String, _ values: [Value]) -> String {
    let head = "static let \(name): [\(Value.self)] = "
    let source = SwiftLiteral().source(values, indent: 2, before: head.count)
    return "extension \(type) {\n  \(head)\(source)\n}\n"
  }

  /// `staged-recovery` as `stagedRecovery`.
  private static func camelCase(_ slug: String, capital: Bool = false) -> String {
    let words = slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let joined = words.joined()
    return capital ? joined : joined.prefix(1).lowercased() + joined.dropFirst()
  }

  private var source: String {
    """
    // Made from Catalogue/Texts/\(text).txt by GeneratedCatalogueTests: change the text, not this file, and
    // record it anew as CONTRIBUTING.md says.
    // swift-format-ignore-file

    """ + body
  }

  /// Compares the source with the file, or writes it.
  func compare() throws {
    let file = GeneratedSource.folder.appendingPathComponent(name + ".swift")
    if ProcessInfo.processInfo.environment["PSOAS_RECORD"] == "1" {
      try Data(source.utf8).write(to: file)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(recorded == source, "\(name): PSOAS_RECORD=1 records it anew")
  }
}
