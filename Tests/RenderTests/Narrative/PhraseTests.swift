import Testing

@testable import Render

@Suite struct PhraseTests {
  @Test(arguments: [
    (0.0004, "p < .001"), (0.001, "p = .001"), (0.0442, "p = .044"), (0.5, "p = .5"), (1, "p = 1"),
    (0, "p < .001"), (0.9999, "p = 1"), (0.0496, "p = .0496"), (0.049_98, "p < .05"),
    (0.05, "p = .05"), (0.05 - 1e-17, "p = .05"), (0.0504, "p = .05"), (0.0494, "p = .049"),
  ])
  func probabilities(_ p: Double, _ text: String) {
    #expect(Phrase.pValue(p) == text)
  }

  @Test(arguments: [(0.45, ".45"), (-0.8, "−.8"), (1, "1"), (-1, "−1"), (0, "0"), (-0.001, "0")])
  func correlations(_ value: Double, _ text: String) {
    #expect(Phrase.correlation(value) == text)
  }

  @Test(arguments: [
    (-0.2, 2, "−0.20"), (3, 1, "3.0"), (0.018, 3, "0.018"), (12, 0, "12"), (-0.0001, 2, "0.00"),
  ])
  func fixedDecimals(_ value: Double, _ places: Int, _ text: String) {
    #expect(value.printed(exactly: places) == text)
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    (4.0, 2, "4"), (3.35, 2, "3.35"), (3.35, 1, "3.4"), (0.285, 2, "0.29"), (-0.04, 1, "0"),
    (-0.05, 1, "-0.1"), (127.0, 1, "127"), (1e15, 0, "1000000000000000.0"), (0.999, 2, "1"),
    (-5.5, 1, "-5.5"),
    (2.675, 2, "2.68"), (1.0 / 3, 2, "0.33"), (12.05, 2, "12.05"),
  ])
  func rounds(_ value: Double, _ places: Int, _ text: String) {
    #expect(value.text(places: places) == text)
  }
}

/// Checks that sentences are whole and hold none of the words that this log never says.
func expectHonest(_ statements: [String]) {
  #expect(!statements.isEmpty)
  for text in statements {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    for word in ["because", "works", "proves", "safe", "healed", "nan", "inf", "infinity"] {
      #expect(!words.contains(word), "\(text)")
    }
    #expect(text.hasSuffix("."), "\(text)")
    #expect(!text.contains("  ") && !text.contains("..") && !text.contains("Optional"), "\(text)")
  }
}
