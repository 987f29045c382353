import Foundation

@testable import Core

/// The program's catalogue as its text files have it, read as files of the user's are.
struct CatalogueTexts {
  let catalogue: Catalogue
  let flags: [RedFlag]
  let safetyRules: [Criterion]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/Core/Catalogue").standardizedFileURL

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appendingPathComponent("Texts/\(name).txt")))
  }

  private static func blocks(_ name: String) throws -> [BlockFile.Block] {
    try BlockFile(bytes(name)).blocks
  }

  /// The names of the protocols' files: those that the program shows, in its order, and any that it does
  /// not have yet.
  static func protocolNames() throws -> [String] {
    let known = RehabProtocol.builtIn.map(\.slug.text)
    let found = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("Texts").path
    ).map { $0.replacing(".txt", with: "") }
    let others = Set(found).subtracting(known + ["exercises", "topics", "safety"])
    return known + others.sorted()
  }

  init() throws {
    var catalogue = Catalogue(
      exercises: try CatalogueTexts.blocks("exercises").map {
        try ExerciseReader.exercise($0, own: false)
      },
      topics: try CatalogueTexts.blocks("topics").map {
        try $0.allow(["asks"])
        return Topic(id: $0.slug, question: try $0.required("asks"))
      })
    for name in try CatalogueTexts.protocolNames() {
      catalogue.add(try Definitions(CatalogueTexts.bytes(name), on: catalogue, own: false))
    }
    self.catalogue = catalogue
    let blocks = try CatalogueTexts.blocks("safety")
    flags = try blocks.filter { $0.kind == "flag" }.map(CatalogueTexts.flag)
    safetyRules = try blocks.filter { $0.kind == "rule" }.map {
      try RuleReader.criterion($0, form: CatalogueTexts.safetyForm)
    }
  }

  private static func flag(_ block: BlockFile.Block) throws -> RedFlag {
    try block.allow(["asks", "urgency"])
    guard let urgency = RedFlag.Urgency(rawValue: try block.required("urgency")) else {
      throw InputError("line \(block.line): no such urgency", hint: "use emergency or prompt")
    }
    return RedFlag(id: block.slug, question: try block.required("asks"), urgency: urgency)
  }

  /// The rules that only `safety.txt` has.
  private static func safetyForm(_ rule: String) -> RuleReader.Form? {
    switch rule {
    case "site-reported":
      RuleReader.Form(numbers: [], keys: ["sites"]) { .siteReported(try $0.list("sites")) }
    case "worse-after-sessions":
      RuleReader.Form(numbers: ["threshold", "sessions", "of", "days"], keys: []) { _ in
        .worseAfterSessions
      }
    case "no-improvement":
      RuleReader.Form(numbers: ["threshold", "days", "ratings", "least"], keys: []) { _ in
        .noImprovement
      }
    case "rating-at-least":
      RuleReader.Form(numbers: ["threshold"], keys: []) { _ in .ratingAtLeast }
    case "woke-from-sleep": RuleReader.Form(numbers: [], keys: []) { _ in .wokeFromSleep }
    default: nil
    }
  }
}
