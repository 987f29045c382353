/// How something was measured: with which instrument, and what moved the joint. A change of either starts a
/// new series.
package struct MeasurementMethod: Hashable, Sendable {
  /// The instrument, if given.
  package let instrument: Instrument?
  /// Active or passive, if given.
  package let motion: Motion?

  /// Unstated without arguments.
  package init(instrument: Instrument? = nil, motion: Motion? = nil) {
    self.instrument = instrument
    self.motion = motion
  }

  /// Parses the part after the `@` of a series: `goniometer`, `inclinometer-passive`, `unstated`; instruments
  /// also by a unique prefix.
  ///
  /// - Throws: ``InputError`` that lists the instruments.
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

  /// As part of a series name: `goniometer`, `inclinometer-passive`, `unstated`.
  package var label: String {
    let parts = [instrument?.rawValue, motion?.rawValue].compactMap(\.self)
    return parts.isEmpty ? MeasurementMethod.unstated : parts.joined(separator: "-")
  }

  /// In words, `passive inclinometer`; nil when nothing was given.
  package var words: String? {
    let parts = [motion?.rawValue, instrument?.rawValue].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static let unstated = "unstated"
}
