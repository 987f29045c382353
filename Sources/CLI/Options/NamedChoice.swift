import Core

/// A choice from a few names, given as an option.
protocol NamedChoice: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// The noun for messages.
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
        "unknown \(Self.what) \(text.quoted)",
        hint: "choose from \(Self.names.joined(separator: ", "))")
    }
    self = choice
  }
}
