/// A file that cannot be read as what it was given as.
///
/// It stops the import; a single row that cannot be used is a ``RejectedRow`` instead. The sentences
/// follow the rules of `InputError`: lower case, no full stop, the subject in single quotes.
package struct ImportFailure: Error, Equatable, Sendable {
  /// What was wrong.
  package let message: String
  /// What would work, if that can be said.
  package let hint: String?
  /// The line it was found in, counted from 1; nil when it is the file as a whole.
  package let line: Int?

  /// A failure from its sentences.
  package init(_ message: String, hint: String? = nil, line: Int? = nil) {
    self.message = message
    self.hint = hint
    self.line = line
  }
}
