import Core

/// Parses options and arguments into domain types.
///
/// Such a reader is passed to the argument parser as `transform:`, which needs no conformance of the type:
/// the parser looks up every conformance at run time, at some 50,000 instructions each. The parser would
/// replace the error of a reader with a sentence of its own, so the first error is kept here and reported
/// instead.
enum OptionReader {
  /// The first error of a reader or of `validate()`. A process parses only one command line.
  nonisolated(unsafe) private(set) static var failure: (any Error)?

  static func reader<Value>(
    _ read: @escaping @Sendable (String) throws -> Value
  ) -> @Sendable (String) throws -> Value {
    { text in
      do { return try read(text) } catch { throw kept(error) }
    }
  }

  /// Runs the checks of an option group or a command, for its `validate()`.
  static func validate(_ check: () throws -> Void) throws {
    do { try check() } catch { throw kept(error) }
  }

  private static func kept(_ error: any Error) -> any Error {
    failure = failure ?? error
    return error
  }

  static let note = reader { try FreeText.note($0) }
  static let limit = wholeNumber(
    "--limit", in: 1...999_999_999, hint: "use a whole number, 1 or more")

  static func score(_ what: String = "pain score") -> @Sendable (String) throws -> NPRSScore {
    reader { try NPRSScore($0, for: what) }
  }

  /// One of the names of a type.
  static func choice<Choice: NamedChoice>(
    _ type: Choice.Type = Choice.self
  ) -> @Sendable (String) throws -> Choice {
    reader { try Choice(named: $0) }
  }

  /// - Parameter name: what the message calls it.
  static func wholeNumber(
    _ name: String, in range: ClosedRange<Int>, hint: String
  ) -> @Sendable (String) throws -> Int {
    reader { text in
      guard text.utf8.count <= 9, let number = Int(text), range.contains(number) else {
        throw InputError("\(name) cannot be \(text.quoted)", hint: hint)
      }
      return number
    }
  }
}
