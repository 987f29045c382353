import Foundation
import Testing

/// A block of docs/recipes.md, with what the comments above it say of it.
struct Recipe: Sendable, CustomTestStringConvertible {
  let title: String
  let script: String
  private let notes: [String]

  var testDescription: String { title }

  /// What the comments `<!-- name: value -->` say under a name.
  func said(_ name: String) -> [String] {
    notes.filter { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
  }

  /// The programs and libraries without which it does not run; nil for one that no test knows.
  private var tools: [Tool?] {
    said("needs").flatMap { $0.components(separatedBy: ", ") }.map { Tool(rawValue: $0) }
  }

  /// The recipes that need just these.
  static func needing(_ tools: Tool...) -> [Recipe] { all.filter { $0.tools == tools } }

  /// All blocks that are marked as shell.
  static let all: [Recipe] = {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/recipes.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n## ").dropFirst().compactMap { part in
      let pieces = part.components(separatedBy: "```sh\n")
      guard pieces.count == 2 else { return nil }
      let notes = pieces[0].components(separatedBy: "<!-- ").dropFirst().map {
        $0.components(separatedBy: " -->")[0]
      }
      return Recipe(
        title: part.components(separatedBy: "\n")[0],
        script: pieces[1].components(separatedBy: "```")[0], notes: Array(notes))
    }
  }()
}

/// Every recipe does what it says.
@Suite struct RecipeTests {
  private static let groups = [
    Recipe.needing(), Recipe.needing(.gnuplot), Recipe.needing(.jq), Recipe.needing(.pandas),
    Recipe.needing(.rScript), Recipe.needing(.sqlite3), Recipe.needing(.sqlite3, .sqliteUtils),
  ]

  @Test func thereAreTen() {
    #expect(Recipe.all.count == 10)
    for recipe in Recipe.all {
      #expect(!(recipe.said("says") + recipe.said("makes")).isEmpty, "\(recipe.title)")
    }
    #expect(RecipeTests.groups.joined().count == 10, "a test for what each of them needs")
  }

  @Test(arguments: groups[0]) func withPsoasAlone(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.gnuplot), arguments: groups[1])
  func withGnuplot(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.jq), arguments: groups[2])
  func withJQ(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.pandas), arguments: groups[3])
  func withPandas(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.rScript), arguments: groups[4])
  func withR(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.sqlite3), arguments: groups[5])
  func withSQLite(_ recipe: Recipe) throws { try check(recipe) }
  @Test(.needs(.sqlite3, .sqliteUtils), arguments: groups[6])
  func withSQLiteUtils(_ recipe: Recipe) throws { try check(recipe) }

  /// Two months of a log.
  private static let log = LogTemplate { psoas in
    try psoas.shell(
      """
      for day in {1..60}; do
        psoas pain $((3 + day / 15)) --at "-${day}d"
        [ $((day % 3)) -gt 0 ] || psoas log bird-dog 3x8 --minutes 20 --effort 3 --at "-${day}d"
      done
      psoas log bird-dog 3x8 pain=2 --at -2d
      """)
  }

  private func check(_ recipe: Recipe) throws {
    let psoas = try RecipeTests.log.copy()
    let run = try psoas.shell("set -euo pipefail\n\(recipe.script)")
    #expect(run.status == 0 && run.err == "", "\(run)")
    for text in recipe.said("says") { #expect(run.out.contains(text), "\(run)") }
    for file in recipe.said("makes") {
      #expect(try psoas.shell("test -s \(file)").status == 0, "\(file)")
    }
    #expect(try psoas.integrity() == "ok\n")
  }
}
