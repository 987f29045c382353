import Core
import Import
import SeededRandom
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("8", 800), ("8.0", 800), ("8,5", 850), ("-22.05", -2205), ("+1.005", 101), ("61.234969", 6123),
    ("0.005", 1), ("-0.005", -1), ("\u{2212}3", -300), (" 7 ", 700), ("999999999", 99_999_999_900),
    ("007", 700), ("1.999", 200), ("88,1849", 8818),
  ]) func readsDecimals(_ text: String, hundredths: Int) {
    #expect(Decimal.scaled(text.utf8, places: 2) == hundredths)
  }

  @Test(arguments: [
    "", " ", "-", ".", ".5", "5.", "1e3", "0x10", "1,234", "1.2.3", "1,2,3", "1 2", "１", "nan",
    "1234567890", "--1", "5kg", "1'000", "\u{2212}",
  ]) func refusesOthers(_ text: String) {
    #expect(Decimal.scaled(text.utf8, places: 2) == nil)
  }

  @Test func readsWholeNumbersOfARecord() throws {
    var reader = CSVReader(source: source("10,10.0,10.5,x,,\"12,0\""))
    #expect(try reader.next())
    let record = reader.record
    #expect((0..<7).map { record.whole($0) } == [10, 10, nil, nil, nil, 12, nil])
  }

  /// Every number with two decimals reads back as itself, with a point and with a comma.
  @Test func decimalsReadBack() {
    var random = SeededRandom(7)
    for _ in 0..<5000 {
      let value = Int.random(in: -99_999_999...99_999_999, using: &random)
      let size = abs(value)
      let decimals = size % 100 < 10 ? "0\(size % 100)" : "\(size % 100)"
      for sign in [".", ","] {
        let text = "\(value < 0 ? "-" : "")\(size / 100)\(sign)\(decimals)"
        #expect(Decimal.scaled(text.utf8, places: 2) == value)
      }
    }
  }
}
