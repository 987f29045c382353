import Core

/// A choice among a few names, given as an option.
///
/// The option itself is text: every further type of option costs the argument parser time at each
/// start, and an error in the program's own words says more than the parser's.
protocol NamedChoice: RawRepresentable, CaseIterable where RawValue == String {
  /// What is chosen, for messages.
  static var what: String { get }
}

extension NamedChoice {
  /// The names in order.
  static var names: [String] { allCases.map(\.rawValue) }

  /// Reads a name.
  ///
  /// - Throws: ``InputError`` that lists the names.
  init(named text: String) throws {
    guard let choice = Self(rawValue: text) else {
      throw InputError(
        "there is no \(Self.what) \(quoted(text))",
        hint: "choose from \(Self.names.joined(separator: ", "))")
    }
    self = choice
  }
}
