/// Something the user gave that cannot be used, with what would work.
///
/// `message` is lower case, names the subject in single quotes and has no full stop; `hint` says
/// what would work. Both reach the terminal, so a subject is quoted through ``Swift/StringProtocol/quoted``.
package struct InputError: Error, Equatable, Sendable {
  /// What was wrong.
  package let message: String
  /// What would work, if that can be said.
  package let hint: String?

  /// Makes an error from its two sentences.
  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
