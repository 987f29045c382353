/// Unusable input, with what would work instead.
///
/// `message` is lower case, names the subject in single quotes and has no full stop; `hint` says what would
/// work. Both reach the terminal, so a subject is quoted with ``Swift/StringProtocol/quoted``.
package struct InputError: Error, Equatable, Sendable {
  /// What was wrong.
  package let message: String
  /// What would work, if known.
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
