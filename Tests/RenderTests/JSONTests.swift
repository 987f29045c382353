import Foundation
import Render
import SeededRandom
import Testing

/// The program's JSON, read back by Foundation's parser.
@Suite struct JSONTests {
  private func parsed(_ json: JSON) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.text.utf8), options: [.fragmentsAllowed])
  }

  @Test(arguments: [
    "", "plain", "\"quotes\" \\ back\\slash", "line\nbreak\ttab\r", "\u{0}\u{1}\u{1F}\u{7F}",
    "é🙂👩‍⚕️ שלום",
    "\u{2028}\u{2029}", "\r\n",
  ])
  func stringsReadBack(_ text: String) throws {
    let back = try #require(try parsed(.object([("k", .string(text))])) as? [String: String])
    #expect(back == ["k": text])
  }

  @Test func numbersReadBackExactly() throws {
    var random = SeededRandom()
    for _ in 0..<5000 {
      let value = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &random))
      guard value.isFinite else { continue }
      #expect(Double(JSON.number(value).text.dropLast()) == value)
      #expect(try parsed(.array([.number(value)])) is [Double])
    }
    #expect(JSON.number(128).text == "128\n")
    #expect(JSON.number(-0.0).text == "0\n")
    #expect(JSON.number(3.35).text == "3.35\n")
    #expect(JSON.number(.nan).text == "null\n")
    #expect(JSON.number(.infinity).text == "null\n")
  }

  @Test func nestsAndKeepsTheOrderOfKeys() {
    let json = JSON.object([
      ("z", .array([])), ("a", .object([("n", .null), ("t", .bool(true))])),
      ("list", .array([.object([("x", .integer(1))]), .integer(2)])),
    ])
    #expect(
      json.text == """
        {
          "z": [],
          "a": {"n": null, "t": true},
          "list": [
            {"x": 1},
            2
          ]
        }

        """)
  }
}
