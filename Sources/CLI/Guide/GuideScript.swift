import App
import Core
import System

/// The lines of a script: `key space`, `wait 10`, `answer 3`. Empty lines and lines that start with `#` are
/// skipped.
struct GuideScript {
  /// One event.
  enum Event: Equatable {
    /// A key is pressed.
    case key(GuideKey)
    /// This many milliseconds pass.
    case wait(Int)
    /// A question is answered; empty to skip it.
    case answer(String)
  }

  /// The events with the numbers of their lines, in order.
  let events: [(line: Int, event: Event)]

  private static let keys: [String: GuideKey] = [
    "space": .space, "enter": .enter, "n": .no, "right": .next, "b": .back, "left": .back,
    "x": .exercise, "+": .more, "-": .fewer, "?": .help, "q": .quit, "y": .yes, "esc": .escape,
  ]

  /// Reads a script.
  ///
  /// - Throws: ``InputError`` with the line that cannot be read.
  init(_ text: String) throws {
    var events: [(line: Int, event: Event)] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let verb = words.first, !verb.hasPrefix("#") else { continue }
      events += try GuideScript.read(verb, rest: Array(words.dropFirst()), line: index + 1).map {
        (index + 1, $0)
      }
    }
    self.events = events
  }

  private static func read(_ verb: String, rest: [String], line: Int) throws -> [Event] {
    switch verb {
    case "key" where !rest.isEmpty:
      return try rest.map { name in
        guard let key = keys[name.lowercased()] else {
          throw InputError(
            "line \(line): there is no key \(name.quoted)",
            hint: "the keys are \(keys.keys.sorted().joined(separator: ", "))")
        }
        return .key(key)
      }
    case "wait" where rest.count == 1:
      guard let time = Decimal(rest[0], places: 3), (0...86_400_000).contains(time.scaled) else {
        throw InputError(
          "line \(line): cannot wait for \(rest[0].quoted)",
          hint: "give seconds, up to 86400, such as 'wait 10' or 'wait 2.5'")
      }
      return [.wait(time.scaled)]
    case "answer": return [.answer(rest.joined(separator: " "))]
    default:
      throw InputError(
        "line \(line): cannot read \(([verb] + rest).joined(separator: " ").quoted)",
        hint: "a line is 'key NAME', 'wait SECONDS' or 'answer TEXT'")
    }
  }
}

extension GuideScript {
  /// The size limit in bytes.
  private static let most = 1_048_576

  /// Reads standard input to the end.
  ///
  /// - Throws: ``InputError`` with the invalid line; ``Failure`` when the input is empty.
  static func fromStandardInput() throws -> GuideScript {
    var bytes: [UInt8] = []
    while let piece = try? Descriptor.standardInput.read(upTo: 65_536), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= most else {
        throw InputError("the script is longer than \(most) bytes", hint: "give a shorter one")
      }
    }
    let script = try GuideScript(String(decoding: bytes, as: UTF8.self))
    guard !script.events.isEmpty else {
      throw Failure(
        "standard input is neither a terminal nor a script",
        hint: "run it in a terminal; a script has lines such as 'key space' and 'wait 10'")
    }
    return script
  }
}
