import Foundation
import Testing

@testable import Core

/// The values in `Catalogue/Generated` are those of the text files in `Catalogue/Texts`, which are their
/// source. With `PSOAS_RECORD=1` in the environment they are written anew from them.
@Suite struct GeneratedCatalogueTests {
  private let texts: CatalogueTexts

  init() throws { texts = try CatalogueTexts() }

  @Test func everyValueIsTheOneOfItsText() {
    let compiled = Catalogue().withProtocols()
    #expect(compiled.exercises == texts.catalogue.exercises)
    #expect(compiled.index.names == texts.catalogue.index.names)
    #expect(compiled.topics == texts.catalogue.topics)
    #expect(compiled.routines == texts.catalogue.routines)
    #expect(compiled.protocols == texts.catalogue.protocols)
    #expect(compiled.bases == texts.catalogue.bases)
    #expect(Safety().flags == texts.flags)
    #expect(Safety().rules == texts.safetyRules)
  }

  /// A file of the user's is held to more than the program's own are when they are read.
  @Test func theExercisesWouldPassAsTheUsersOwn() throws {
    let blocks = try BlockFile(CatalogueTexts.bytes("exercises")).blocks
    let exercises = texts.catalogue.exercises.filter { $0.slug.text != "90-90" }
    try ExerciseReader.check(exercises, blocks: blocks, known: texts.catalogue)
  }

  @Test func theSourceIsWhatTheTextsMake() throws {
    var files = [
      GeneratedSource(texts.catalogue.index), GeneratedSource(texts.catalogue.topics),
      GeneratedSource(texts.flags, texts.safetyRules),
    ]
    files += texts.catalogue.protocols.map { GeneratedSource($0) }
    for file in files { try file.compare() }
    let found = try FileManager.default.contentsOfDirectory(atPath: GeneratedSource.folder.path)
    #expect(Set(found) == Set(files.map { $0.name + ".swift" }))
  }
}
