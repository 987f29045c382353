import Core
import SeededRandom
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    ("Heel Slide", "heel-slide"), ("a", "a"), ("90-90", "90-90"), ("heel_slide", "heel-slide"),
  ])
  func slugs(_ text: String, _ slug: String) throws {
    #expect(try Slug(text, for: "x").text == slug)
  }

  @Test(arguments: [
    "", "-a", "a-", "a--b", "a/b", "ä", "🙂", "گ", "a\u{0}b", "a\u{1B}b", "a\u{202E}b", " a",
    String(repeating: "a", count: 41), "a.b", "a\nb",
  ])
  func noSlugs(_ text: String) {
    #expect(throws: InputError.self) { try Slug(text, for: "an exercise") }
  }

  @Test(arguments: [
    "stiff", "ישבתי כל היום", "جلست طويلا", "sore 😣 but ok", "two\nlines\tand tab",
    "naïve – “quotes”",
    "👩‍⚕️",
  ])
  func notesOfEveryLanguage(_ text: String) throws { #expect(try FreeText.note(text) == text) }

  @Test(arguments: [
    "", "  \n", "a\u{0}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}", "a\u{202E}b", "a\u{2066}b",
    "a\r\nb",
    "\u{FEFF}a",
  ])
  func noNotes(_ text: String) {
    let error = #expect(throws: InputError.self) { try FreeText.note(text) }
    #expect(error?.hint != nil)
  }

  @Test func notesHaveAnEnd() throws {
    let longest = String(repeating: "é", count: FreeText.longestNote / 2)
    #expect(try FreeText.note(longest) == longest)
    #expect(throws: InputError.self) { try FreeText.note(longest + "e") }
    #expect(throws: InputError.self) { try FreeText.note(String(repeating: "a", count: 1 << 20)) }
  }

  @Test func triggersAreOneLineInLowerCase() throws {
    #expect(try FreeText.trigger(" Long Drive ") == "long drive")
    #expect(throws: InputError.self) { try FreeText.trigger("a\nb") }
    #expect(throws: InputError.self) { try FreeText.trigger(String(repeating: "a", count: 81)) }
  }

  @Test func quotingShowsWhatWouldGarbleATerminal() {
    #expect(("a\u{1B}[31mb").quoted == "'a\\u{1b}[31mb'")
    #expect(("a\u{202E}b").quoted == "'a\\u{202e}b'")
    #expect(String(repeating: "a", count: 1000).quoted.count == 63)
    #expect("שלום".quoted == "'שלום'")
  }
}

@Suite struct NameMatchingTests {
  private func index(_ names: [(String, [String])]) -> NameIndex<String> {
    var index = NameIndex<String>()
    for (slug, aliases) in names { index.add(slug, slug: slug, aliases: aliases) }
    return index
  }

  private func found(_ index: NameIndex<String>, _ word: String) -> String {
    switch index.match(word) {
    case .one(let item): item
    case .several(let slugs): "several " + slugs.joined(separator: " ")
    case .none(let nearest): "none " + nearest.joined(separator: " ")
    }
  }

  @Test func exactBeatsAliasBeatsBeginning() {
    let index = index([("plank", ["p"]), ("plank-side", []), ("pigeon", ["swan"])])
    #expect(found(index, "plank") == "plank")
    #expect(found(index, "p") == "plank")
    #expect(found(index, "sw") == "pigeon")
    #expect(found(index, "pi") == "pigeon")
  }

  @Test func theBaseOfVariantsWinsAndOthersAreAmbiguous() {
    let index = index([("bird-dog", []), ("bird-dog-arms", []), ("bird", []), ("birch", [])])
    #expect(found(index, "bird-d") == "bird-dog")
    #expect(found(index, "bir") == "several birch bird bird-dog bird-dog-arms")
    #expect(found(index, "bird-dog-") == "bird-dog-arms")
  }

  @Test func nearestBySpelling() {
    let index = index([("glute-bridge", []), ("side-plank", []), ("squat", [])])
    #expect(found(index, "brigde") == "none glute-bridge")
    #expect(found(index, "sqaut") == "none squat")
    #expect(found(index, "zzzzzzzzzzzz") == "none ")
    #expect(found(index, "") == "none ")
  }

  /// A metric: symmetric, zero only for equals, never more than the longer text.
  @Test func editDistanceIsADistance() {
    #expect("".editDistance(to: "abc") == 3)
    #expect("kitten".editDistance(to: "sitting") == 3)
    #expect("ab".editDistance(to: "ba") == 1)
    var random = SeededRandom()
    for _ in 0..<3000 {
      let words = (0..<2).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            "abc".randomElement(using: &random) ?? "a"
          })
      }
      let distance = words[0].editDistance(to: words[1])
      #expect(distance == words[1].editDistance(to: words[0]))
      #expect((distance == 0) == (words[0] == words[1]))
      #expect(distance <= max(words[0].count, words[1].count))
    }
  }
}
