import App
import Testing

/// Lines of aliases, split as a shell does it.
@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("pain 4", ["pain", "4"]), ("  a\tb ", ["a", "b"]), ("'a b' \"c d\"e", ["a b", "c de"]),
    (#"a\ b "x\"y" 'a\b' "a\b""#, ["a b", "x\"y", #"a\b"#, #"a\b"#]), ("'' x", ["", "x"]),
    ("", []), ("$HOME `x` *", ["$HOME", "`x`", "*"]),
  ])
  func wordsAreSplitAsAShellDoes(line: String, words: [String]) throws {
    #expect(try ShellWords.split(line) == words)
  }

  @Test(arguments: ["'a", "a\"", "a\\"])
  func whatIsNotClosedIsRefused(line: String) {
    #expect(throws: (any Error).self) { try ShellWords.split(line) }
  }
}
