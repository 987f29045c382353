import SQLite
import Testing

@testable import Store

/// Keys between two others, by which salvage halves what it could not read.
@Suite struct KeySpanTests {
  private func value(_ span: KeySpan?) -> Value? { span.flatMap { $0.middle.map($0.value) } }

  @Test func theMiddleOfNumbers() {
    #expect(value(KeySpan(.integer(10), .integer(20), isNumber: true)) == .integer(15))
    #expect(value(KeySpan(.integer(10), .integer(12), isNumber: true)) == .integer(11))
    #expect(value(KeySpan(.integer(10), .integer(11), isNumber: true)) == nil)
    #expect(value(KeySpan(nil, nil, isNumber: true)) == .integer(Int.max / 2))
    #expect(KeySpan(.integer(20), .integer(10), isNumber: true) == nil)
    #expect(KeySpan(.integer(-1), .integer(10), isNumber: true) == nil)
  }

  @Test func theMiddleOfKeys() {
    let low = [UInt8](repeating: 0xFF, count: 15) + [0xFD]
    let high = [UInt8](repeating: 0xFF, count: 16)
    let span = KeySpan(.blob(low), .blob(high), isNumber: false)
    #expect(span?.middle == [UInt8](repeating: 0xFF, count: 15) + [0xFE], "the carry is kept")
    #expect(KeySpan(nil, nil, isNumber: false)?.middle?.first == 0x7F)
    #expect(KeySpan(.blob([1, 2]), nil, isNumber: false) == nil, "no key of an entry")
    #expect(KeySpan(.text("a"), .text("b"), isNumber: false) == nil, "words have no middle")
  }

  /// Halving ends, and every part is within the whole.
  @Test func halvingEnds() throws {
    var span = try #require(KeySpan(nil, nil, isNumber: false))
    var steps = 0
    while let middle = span.middle {
      steps += 1
      #expect(span.low.lexicographicallyPrecedes(middle))
      #expect(middle.lexicographicallyPrecedes(span.high))
      span = steps.isMultiple(of: 2) ? span.above(middle) : span.below(middle)
    }
    #expect((120...129).contains(steps))
  }
}
