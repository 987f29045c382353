/// How something was measured: by which method, and who moved the joint. A change of either starts a
/// new series.
package struct MeasurementMethod: Hashable, Sendable {
  /// The method, when said.
  package let instrument: Instrument?
  /// Actively or passively, when said.
  package let motion: Motion?

  /// A way; unstated without arguments.
  package init(instrument: Instrument? = nil, motion: Motion? = nil) {
    self.instrument = instrument
    self.motion = motion
  }

  /// Reads what stands behind the `@` of a series: `goniometer`, `inclinometer-passive`, `unstated`,
  /// methods also by an unambiguous beginning.
  ///
  /// - Throws: ``InputError`` that lists the methods.
  package init(_ text: String) throws {
    let word = text.lowercased()
    guard word != MeasurementMethod.unstated else {
      self.init()
      return
    }
    var parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let motion = parts.last.flatMap { Motion(rawValue: $0) }
    if motion != nil { parts.removeLast() }
    guard parts.count <= 1 else {
      throw InputError(
        "there is no way of measuring \(text.quoted)",
        hint: "use a method, active or passive, or both, such as inclinometer-passive")
    }
    self.init(instrument: try parts.first.map { try Instrument($0) }, motion: motion)
  }

  /// As a part of the name of a series: `goniometer`, `inclinometer-passive`, `unstated`.
  package var label: String {
    let parts = [instrument?.rawValue, motion?.rawValue].compactMap(\.self)
    return parts.isEmpty ? MeasurementMethod.unstated : parts.joined(separator: "-")
  }

  /// In words, `passive inclinometer`; nil when nothing was said.
  package var words: String? {
    let parts = [motion?.rawValue, instrument?.rawValue].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static let unstated = "unstated"
}
