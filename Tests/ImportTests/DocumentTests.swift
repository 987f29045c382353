import Foundation
import Import
import Testing

/// What `docs/importing.md` says of the forms that people write.
@Suite struct DocumentTests {
  func text() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/importing.md"), encoding: .utf8)
  }

  @Test func itsMappingReads() throws {
    let blocks = try text().components(separatedBy: "```\n")
    let mapping = try NameMapping(try #require(blocks.first { $0.hasPrefix("# names of ") }))
    #expect(mapping.targets.count == 10)
    #expect(mapping["Squat (Barbell)"] == .skip)
  }

  @Test func itNamesEveryFormatAndColumn() throws {
    let text = try text()
    for format in Format.allCases where format != .csv {
      #expect(text.contains("**\(format.title)**"))
    }
    for role in ColumnMap.Role.allCases { #expect(text.contains("`\(role.rawValue)`")) }
  }
}
