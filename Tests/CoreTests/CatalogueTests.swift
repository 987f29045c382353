import Testing

@testable import Core

/// The program's catalogue holds what the protocols name, and all of it can be logged.
@Suite struct CatalogueTests {
  private let catalogue = Catalogue().withProtocols()

  @Test func namesAreUniqueAndCanBeTyped() {
    var seen: Set<String> = []
    for exercise in catalogue.exercises {
      for name in [exercise.slug.text] + exercise.aliases {
        #expect(seen.insert(name).inserted, "\(name) stands twice")
        #expect(name == name.lowercased())
        #expect(!name.contains(" "))
        // A name that could be a dose has to be matched first, which only works in full.
        if (try? EntryParser.checkName(name)) == nil {
          #expect(exercise.slug.text == "90-90", "\(name) reads as a dose")
        }
      }
    }
  }

  @Test func everyEntryOfTheCatalogueCanBeLogged() throws {
    let parser = EntryParser(exercises: catalogue.index)
    for exercise in catalogue.exercises {
      for name in [exercise.slug.text] + exercise.aliases {
        let words = [name, exercise.dose.example].filter { !$0.isEmpty }
        #expect(try parser.parse(words).first?.exercise == exercise.slug, "\(words)")
      }
      #expect(exercise.cue?.isEmpty == false && exercise.aim?.isEmpty == false, "\(exercise.slug)")
    }
  }

  @Test func variantsExist() {
    let slugs = Set(catalogue.exercises.map(\.slug))
    for exercise in catalogue.exercises {
      for variant in exercise.easier + exercise.harder + [exercise.variantOf].compactMap(\.self) {
        #expect(slugs.contains(variant), "\(exercise.slug) names \(variant)")
        #expect(variant != exercise.slug)
      }
    }
  }

  @Test(arguments: [
    "abdominal-brace", "pec-lat-brace", "hip-hinge", "bird-dog", "side-plank", "curl-up",
    "psoas-release-ball", "standing-psoas-stretch", "glute-bridge", "split-squat", "hip-airplane",
    "squat", "deadlift", "half-kneeling-stretch", "donkey-kick", "lunge-stretch", "knees-to-chest",
    "figure-4", "90-90", "pigeon", "closing-decompression", "hip-thrust", "iliopsoas-release",
    "jackknife", "couch-stretch",
  ])
  func holdsWhatTheProtocolsName(_ slug: String) {
    #expect(catalogue.exercises.contains { $0.slug.text == slug })
  }

  @Test func twelveMinutesAreTwelveMinutes() throws {
    let routine = try catalogue.routine(named: "twelve")
    #expect(routine.holdSeconds == 720)
    #expect(routine.duration?.seconds == 720)
    #expect(
      routine.steps.map(\.exercise.text) == [
        "knees-to-chest", "figure-4", "half-kneeling-stretch", "90-90", "pigeon",
        "closing-decompression",
      ])
  }

  @Test func unknownRoutinesListTheKnown() {
    let error = #expect(throws: InputError.self) { try catalogue.routine(named: "yoga") }
    #expect(error?.hint?.contains("twelve-minute") == true)
  }
}
