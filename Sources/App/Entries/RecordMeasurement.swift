import Core
import Render
import Store

/// A request to record a measurement.
package struct MeasurementRequest {
  /// The kind and the values of its trials, as typed.
  package var arguments: [String]
  /// More trials of an angle, as typed.
  package var degrees: [String]
  package var side: Side?
  package var method: MeasurementMethod
  package var pain: NPRSScore?
  /// The path of a picture of it.
  package var photo: String?
  package var details: EntryDetails

  package init(
    arguments: [String], degrees: [String] = [], side: Side? = nil,
    method: MeasurementMethod = MeasurementMethod(), pain: NPRSScore? = nil, photo: String? = nil,
    details: EntryDetails = EntryDetails()
  ) {
    (self.arguments, self.degrees, self.side) = (arguments, degrees, side)
    (self.method, self.pain, self.photo, self.details) = (method, pain, photo, details)
  }
}

extension Context {
  /// Stores the trials of one sitting.
  package func recordMeasurement(_ request: MeasurementRequest) throws -> EntryConfirmation {
    let found = try existingLog()
    let measurement = try measurement(request, in: found)
    let log = try log(found)
    return try record(.measurement(measurement), in: log) {
      try log.insert(measurement)
      return []
    }
  }

  private func measurement(
    _ request: MeasurementRequest, in log: LogStore?
  ) throws -> Measurement {
    guard let name = request.arguments.first else {
      throw InputError(
        "nothing was measured", hint: "give a kind and a value, such as 'psoas measure thomas -5'")
    }
    let parser = MeasurementParser(own: try log?.ownKinds() ?? [])
    let kind = try parser.kind(named: name)
    let trials = try parser.trials(Array(request.arguments.dropFirst()) + request.degrees, of: kind)
    guard kind.unit == .degrees || (request.method.motion == nil && request.degrees.isEmpty) else {
      throw InputError(
        "'\(kind.slug)' is not an angle", hint: "leave out --deg, --active and --passive")
    }
    return Measurement(
      id: newID(), moment: try moment(request.details.at, settings: try settings(log)), kind: kind,
      side: try parser.side(request.side, of: kind), instrument: request.method.instrument,
      motion: request.method.motion, trials: trials, pain: request.pain, photo: request.photo,
      note: request.details.note)
  }

  /// Adds a kind of measurement defined by the user.
  package func defineKind(
    named name: String, unit: MeasurementKind.Unit?, better: MeasurementKind.Better?, sided: Bool,
    title: String?
  ) throws -> Confirmation {
    let slug = try Slug(name, for: "a kind of measurement")
    let taken = InputError(
      "there is a kind of measurement '\(slug)' already", hint: "use it, or take another name")
    guard !MeasurementKind.builtIn.contains(where: { $0.slug == slug }) else { throw taken }
    guard let unit, let better else {
      throw InputError(
        "a kind of measurement needs a unit and a better direction",
        hint: "add --unit deg|s|points|cm|kg|count and --better higher|lower")
    }
    // Wide enough for anything a person measures on a body.
    let kind = MeasurementKind(
      slug: slug, title: try title.map { try FreeText.title($0) } ?? slug.text, unit: unit,
      better: better, sided: sided, range: -10_000...10_000)
    let log = try log(try existingLog())
    guard try log.write(commandRecord, body: { try log.insert(kind, own: true) }) else {
      throw taken
    }
    return .added(kind)
  }
}
