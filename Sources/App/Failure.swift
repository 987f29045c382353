/// Why a use case failed, other than because of what was typed.
package struct Failure: Error {
  /// Starts in lower case, names the subject in single quotes, has no full stop.
  package let message: String
  /// What would work instead.
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    (self.message, self.hint) = (message, hint)
  }
}
