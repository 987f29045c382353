/// How something was measured: by which method, and who moved the joint. A change of either starts a
/// new series.
package struct Way: Hashable, Sendable {
  /// The method, when said.
  package let method: Method?
  /// Actively or passively, when said.
  package let motion: Motion?

  /// A way; unstated without arguments.
  package init(method: Method? = nil, motion: Motion? = nil) {
    self.method = method
    self.motion = motion
  }

  /// Reads what stands behind the `@` of a series: `goniometer`, `inclinometer-passive`, `unstated`,
  /// methods also by an unambiguous beginning.
  ///
  /// - Throws: ``InputError`` that lists the methods.
  package init(_ text: String) throws {
    let word = text.lowercased()
    guard word != Way.unstated else {
      self.init()
      return
    }
    var parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let motion = parts.last.flatMap { Motion(rawValue: $0) }
    if motion != nil { parts.removeLast() }
    guard parts.count <= 1 else {
      throw InputError(
        "there is no way of measuring \(quoted(text))",
        hint: "use a method, active or passive, or both, such as inclinometer-passive")
    }
    self.init(method: try parts.first.map { try Method($0) }, motion: motion)
  }

  /// As a part of the name of a series: `goniometer`, `inclinometer-passive`, `unstated`.
  package var label: String {
    let parts = [method?.rawValue, motion?.rawValue].compactMap(\.self)
    return parts.isEmpty ? Way.unstated : parts.joined(separator: "-")
  }

  /// In words, `passive inclinometer`; nil when nothing was said.
  package var words: String? {
    let parts = [motion?.rawValue, method?.rawValue].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static let unstated = "unstated"
}
