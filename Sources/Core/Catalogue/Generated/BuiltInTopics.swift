// Made from Catalogue/Texts/topics.txt by GeneratedCatalogueTests: change the text, not this file, and
// record it anew as CONTRIBUTING.md says.
// swift-format-ignore-file
extension Topic {
  static let builtIn: [Topic] = [
    Topic(id: Slug(stored: "stretch-now"), question: "Stretch the psoas now?"),
    Topic(id: Slug(stored: "half-kneeling"), question: "The half-kneeling stretch?"),
    Topic(id: Slug(stored: "strengthen-flexor"), question: "Strengthen the hip flexor itself?"),
    Topic(id: Slug(stored: "glutes-when"), question: "Glutes when?"),
    Topic(id: Slug(stored: "knees-to-chest"), question: "Knees to the chest first?"),
    Topic(id: Slug(stored: "tightness-cause"), question: "Is tightness the cause?")]
}
