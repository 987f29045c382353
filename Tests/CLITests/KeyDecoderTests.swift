import Core
import SeededRandom
import Testing

@testable import CLI

/// Bytes of a terminal as keys.
@Suite struct KeyDecoderTests {
  private func keys(_ chunks: String...) -> [GuideKey] {
    var decoder = KeyDecoder()
    return chunks.flatMap { decoder.take(Array($0.utf8)) } + decoder.flush()
  }

  @Test func lettersAndSigns() {
    #expect(
      keys(" \r\nnNbxX+=-_?hHqQyY\u{3}\u{4}z7\t") == [
        .space, .enter, .enter, .no, .no, .back, .exercise, .exercise, .more, .more, .fewer, .fewer,
        .help, .help, .help, .quit, .quit, .yes, .yes, .quit, .quit, .other, .other, .other,
      ])
  }

  @Test func arrowsInBothModesAndHoweverTheyAreCut() {
    #expect(keys("\u{1B}[C\u{1B}[D\u{1B}OC\u{1B}OD") == [.next, .back, .next, .back])
    #expect(keys("\u{1B}", "[", "C", "n") == [.next, .no])
  }

  @Test func otherSequencesAreOneKeyWithoutMeaning() {
    #expect(
      keys("\u{1B}[A\u{1B}[15~\u{1B}[1;5C\u{1B}q\u{1B}[200~") == Array(repeating: .other, count: 5))
  }

  @Test func escapeByItself() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}[") == [], "a sequence that never ends is dropped")
  }

  @Test func lettersBeyondASCIIAreOneKey() { #expect(keys("é漢🙂") == [.other, .other, .other]) }

  @Test func anyBytesAtAll() {
    var random = SeededRandom()
    var decoder = KeyDecoder()
    for _ in 0..<20_000 { _ = decoder.take([UInt8.random(in: 0...255, using: &random)]) }
    _ = decoder.flush()
    #expect(decoder.take(Array("y".utf8)) == [.yes])
  }
}
