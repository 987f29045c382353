/// A file that cannot be read as the given format.
///
/// It stops the import; a single unusable row is a ``RejectedRow`` instead. The sentences follow the rules of
/// `InputError`: lower case, no full stop, the subject in single quotes.
package struct ImportFailure: Error, Equatable, Sendable {
  /// What was wrong.
  package let message: String
  /// What would work, if known.
  package let hint: String?
  /// The line of the problem, counted from 1; nil when it is the file as a whole.
  package let line: Int?

  package init(_ message: String, hint: String? = nil, line: Int? = nil) {
    self.message = message
    self.hint = hint
    self.line = line
  }
}
