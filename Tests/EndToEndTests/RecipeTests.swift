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

/// Every recipe does what it says, where the programs that it needs are installed.
@Suite struct RecipeTests {
  @Test func thereAreTen() {
    #expect(Recipe.all.count == 10)
    for recipe in Recipe.all {
      #expect(!(recipe.said("says") + recipe.said("makes")).isEmpty, "\(recipe.title)")
    }
  }

  @Test(arguments: Recipe.all)
  func itWorks(_ recipe: Recipe) throws {
    let psoas = try Binary()
    for tool in recipe.said("needs").flatMap({ $0.components(separatedBy: ", ") }) {
      guard try psoas.shell("command -v \(tool)").status == 0 else { return }
    }
    for module in recipe.said("needs module") {
      guard try psoas.shell("python3 -c 'import \(module)'").status == 0 else { return }
    }
    try psoas.shell(
      """
      for day in {1..60}; do
        psoas pain $((3 + day / 15)) --at "-${day}d"
        [ $((day % 3)) -gt 0 ] || psoas log bird-dog 3x8 --minutes 20 --effort 3 --at "-${day}d"
      done
      psoas log bird-dog 3x8 pain=2 --at -2d
      """)
    let run = try psoas.shell("set -euo pipefail\n\(recipe.script)")
    #expect(run.status == 0 && run.err == "", "\(run)")
    for text in recipe.said("says") { #expect(run.out.contains(text), "\(run)") }
    for file in recipe.said("makes") {
      #expect(try psoas.shell("test -s \(file)").status == 0, "\(file)")
    }
    #expect(try psoas.integrity() == "ok\n")
  }
}
