/// Why a use case could not do what it was asked, for a reason other than what was typed.
package struct Failure: Error {
  /// Lower case, the subject in single quotes, no full stop.
  package let message: String
  /// What would work.
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    (self.message, self.hint) = (message, hint)
  }
}
