import Foundation
import Testing

// What the tests of guided sessions do at a terminal.

extension Pseudoterminal {
  /// What a screen begins and ends with.
  static let enter = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l"
  static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// A terminal in which a routine was begun, with time enough that no hold begins by itself.
  convenience init(
    _ psoas: Binary, guiding words: String, columns: Int = 80, rows: Int = 24
  ) throws {
    let line = "psoas routine start \(words) --ready 600; echo \"[status $?]\""
    try self.init(psoas, line, columns: columns, rows: rows)
    try expect(Pseudoterminal.enter)
    try expect("Space begins")
    #expect(isRaw)
    send(" ")
    try expect("Get ready")
  }

  /// Confirms the first set of donkey kicks in `stretch-and-activate`, with one more than planned.
  func kick() throws {
    send("x")
    try expect("Donkey kick")
    send("+ ")
    try expect("right side · set 1")
  }

  /// Waits for the shell, which has to find its terminal as it was.
  func expectEnd(status: Int = 0) throws {
    try expect("[status \(status)]")
    try expect("ready> ")
    #expect(modes == before)
    let pieces = text.components(separatedBy: Pseudoterminal.leave)
    #expect(text.components(separatedBy: Pseudoterminal.enter).count == pieces.count)
    #expect(pieces.last?.contains("\u{1B}[?") == false)
  }
}
