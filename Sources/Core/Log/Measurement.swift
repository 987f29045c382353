/// A kind of measurement, and which values it accepts.
package struct MeasurementKind: Hashable, Sendable {
  /// The unit of its values.
  package enum Unit: String, CaseIterable, Sendable {
    /// Degrees of a joint angle.
    case degrees = "deg"
    /// Seconds held.
    case seconds = "s"
    /// Points of a questionnaire.
    case points
    case centimetres = "cm"
    case kilograms = "kg"
    case count

    /// The unit after a number, with a space where needed.
    package var suffix: String {
      switch self {
      case .degrees: "°"
      case .seconds: " s"
      case .points: ""
      case .centimetres: " cm"
      case .kilograms: " kg"
      case .count: ""
      }
    }
  }

  /// Which direction is better.
  package enum Better: String, Sendable {
    /// More is better, as with a hold.
    case higher
    /// Less is better, as with a disability score.
    case lower
  }

  /// The name by which it is typed.
  package let slug: Slug
  package let title: String
  package let unit: Unit
  /// Which direction is better.
  package let better: Better
  /// Whether it is measured on one side at a time.
  package let sided: Bool
  /// The accepted values, in hundredths of the unit.
  package let range: ClosedRange<Int>
  /// Whether only whole numbers are accepted.
  package let wholePoints: Bool

  /// - Parameter range: in the unit itself.
  package init(
    slug: Slug, title: String, unit: Unit, better: Better, sided: Bool, range: ClosedRange<Int>,
    wholePoints: Bool = false
  ) {
    self.slug = slug
    self.title = title
    self.unit = unit
    self.better = better
    self.sided = sided
    self.range = range.lowerBound * 100...range.upperBound * 100
    self.wholePoints = wholePoints
  }

  /// The series of its values on a side, `thomas:left`.
  package func series(_ side: Side?) -> String {
    side.map { "\(slug):\($0.rawValue)" } ?? slug.text
  }

  /// The kinds built into every log. The ranges refuse typing errors, and nothing a body can do.
  package static let builtIn: [MeasurementKind] = [
    kind(
      "glute-bridge", title: "hip angle in a glute bridge, 180° is straight", unit: .degrees,
      range: 60...210),
    kind(
      "thomas", title: "modified Thomas test, below horizontal is negative", unit: .degrees,
      range: -90...90,
      better: .lower, sided: true),
    kind(
      "hip-extension", title: "hip extension lying prone", unit: .degrees, range: -45...60,
      sided: true),
    kind(
      "kneeling-extension", title: "hip extension in half kneeling", unit: .degrees,
      range: -45...90, sided: true),
    kind(
      "side-plank-hold", title: "side bridge endurance", unit: .seconds, range: 0...1800,
      sided: true),
    kind("curl-up-hold", title: "flexor endurance", unit: .seconds, range: 0...1800),
    kind(
      "extensor-hold", title: "Biering-Sorensen test, stopped at 240 s", unit: .seconds,
      range: 0...240),
    kind("odi", title: "Oswestry total, typed in", unit: .points, range: 0...100, better: .lower),
    kind(
      "rmdq", title: "Roland-Morris total, typed in", unit: .points, range: 0...24, better: .lower,
      whole: true),
    kind(
      "psfs", title: "your own 3 to 5 activities, 10 is as before", unit: .points, range: 0...10),
  ]

  private static func kind(
    _ slug: String, title: String, unit: Unit, range: ClosedRange<Int>,
    better: Better = .higher, sided: Bool = false, whole: Bool = false
  ) -> MeasurementKind {
    MeasurementKind(
      slug: Slug(stored: slug), title: title, unit: unit, better: better, sided: sided,
      range: range, wholePoints: whole)
  }
}

/// How an angle was measured. A change of instrument starts a new series.
package enum Instrument: String, CaseIterable, Sendable {
  /// An inclinometer, such as the one in a phone.
  case inclinometer
  /// A two-armed goniometer.
  case goniometer
  /// Read off a photograph.
  case photo
  /// Judged by eye.
  case estimate

  /// Parses an instrument's name or unique prefix; `phone` is an inclinometer.
  ///
  /// - Throws: ``InputError`` that lists the instruments.
  package init(_ text: String) throws {
    let word = text.lowercased()
    if word == "phone" {
      self = .inclinometer
      return
    }
    let found = Instrument.allCases.filter { !word.isEmpty && $0.rawValue.hasPrefix(word) }
    guard found.count == 1 else {
      let names = Instrument.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputError("there is no method \(text.quoted)", hint: "the methods are \(names)")
    }
    self = found[0]
  }
}

/// What moved the joint.
package enum Motion: String, Sendable {
  /// The user's own muscles.
  case active
  /// Gravity, a strap or another person.
  case passive
}

/// A measurement: one or more trials of one kind on one side.
package struct Measurement: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// When it was.
  package let moment: Moment
  package let kind: MeasurementKind
  /// The side, for kinds that have sides.
  package let side: Side?
  /// The instrument, if given.
  package let instrument: Instrument?
  /// Active or passive, if given.
  package let motion: Motion?
  /// The trials in order, in hundredths of the kind's unit; at least one.
  package let trials: [Int]
  /// Pain during it, if given; 0 is pain-free.
  package let pain: NPRSScore?
  /// The path of a picture.
  package let photo: String?
  /// The user's note.
  package let note: String?

  package init(
    id: EntryID, moment: Moment, kind: MeasurementKind, side: Side? = nil,
    instrument: Instrument? = nil,
    motion: Motion? = nil, trials: [Int], pain: NPRSScore? = nil, photo: String? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.moment = moment
    self.kind = kind
    self.side = side
    self.instrument = instrument
    self.motion = motion
    self.trials = trials
    self.pain = pain
    self.photo = photo
    self.note = note
  }

  /// The value in the kind's unit: the best hold, or the mean of the trials for everything else.
  package var value: Double {
    if kind.unit == .seconds {
      return Double((kind.better == .higher ? trials.max() : trials.min()) ?? 0) / 100
    }
    return Double(trials.reduce(0, +)) / Double(100 * max(1, trials.count))
  }

  /// The series it belongs to, `thomas:left`.
  package var series: String { kind.series(side) }
  /// How it was measured.
  package var method: MeasurementMethod {
    MeasurementMethod(instrument: instrument, motion: motion)
  }
}

extension EntryField {
  package static let kind = EntryField("kind")
  package static let side = EntryField("side")
  package static let value = EntryField("value")
  package static let method = EntryField("method")
  package static let motion = EntryField("motion")
  package static let pain = EntryField("pain")
  package static let photo = EntryField("photo")
}

extension Measurement: EditableEntry {
  static let fields: [EntryField] = [
    .at, .kind, .side, .value, .method, .motion, .pain, .photo, .note,
  ]

  var lines: [(EntryField, [String?])] {
    [
      (.at, [moment.iso8601]), (.kind, [kind.slug.text]), (.side, [side?.rawValue]),
      (.value, trials.map { Decimal.text(hundredths: $0) }), (.method, [instrument?.rawValue]),
      (.motion, [motion?.rawValue]), (.pain, [pain?.description]), (.photo, [photo]),
      (.note, EntryText.lines(of: note)),
    ]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> Measurement {
    let measurements = reader.measurements
    let kind = try edit.needed(.kind, value: self.kind) { try measurements.kind(named: $0) }
    let isOther = kind.slug != self.kind.slug
    // Another kind may have other limits, and sides or none.
    let trials =
      !isOther && !edit.isChanged(.value)
      ? self.trials : try edit.on(.value) { try measurements.trials($0, of: kind) }
    let side =
      !isOther && !edit.isChanged(.side)
      ? self.side
      : try edit.on(.side) { try measurements.side(try $0.first.map { try Side($0) }, of: kind) }
    let motion = try edit.one(.motion, value: self.motion) { text in
      guard let motion = Motion(rawValue: text) else {
        throw InputError("there is no motion \(text.quoted)", hint: "write active or passive")
      }
      return motion
    }
    guard kind.unit == .degrees || motion == nil else {
      throw edit.error(
        .motion, message: "'\(kind.slug)' is not an angle", hint: "leave the motion empty")
    }
    return Measurement(
      id: id, moment: try reader.at(edit, before: moment), kind: kind, side: side,
      instrument: try edit.one(.method, value: instrument) { try Instrument($0) }, motion: motion,
      trials: trials,
      pain: try edit.one(.pain, value: pain) {
        try NPRSScore($0, for: "pain during a measurement")
      },
      photo: try edit.one(.photo, value: photo, read: reader.photo), note: try edit.note(note))
  }
}
