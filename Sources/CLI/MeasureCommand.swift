import App
import ArgumentParser
import Core

/// `psoas measure`: stores the trials of a measurement, or defines a kind of measurement.
struct MeasureCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Log a measurement, such as hip extension in degrees.",
    usage: "psoas measure <kind> <value> ... [--side <side>] [--method <method>] [<options>]",
    discussion: """
      Kinds: glute-bridge, thomas, hip-extension, kneeling-extension (degrees); side-plank-hold, \
      curl-up-hold, extensor-hold (seconds); odi, rmdq, psfs (points). Several values are trials of \
      one visit; negative ones are normal.

      Example: psoas measure glute-bridge 126 128 127 --method phone --pain-free
      Example: psoas measure thomas -5 --side left
      Example: psoas measure --define heel-to-seat --unit cm --better lower --sided
      """)

  // Unrecognised words are accepted too, so that -5 is a value.
  @Argument(
    parsing: .allUnrecognized, help: "What was measured, and one or more values.",
    completion: .first { try $0.kinds() })
  var kindAndValues: [String] = []

  @Option(
    name: .customLong("deg"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A value, where a bare number does not suit.", valueName: "value"))
  var deg: [String] = []

  @Option(
    name: .customLong("side"), help: ArgumentHelp("left or right.", valueName: "side"),
    completion: .list(Side.allCases.map(\.rawValue)),
    transform: OptionReader.reader { try Side($0) })
  var side: Side?

  @Option(
    name: .customLong("method"),
    help: ArgumentHelp("inclinometer (phone), goniometer, photo or estimate.", valueName: "method"),
    completion: .list(Instrument.allCases.map(\.rawValue)),
    transform: OptionReader.reader { try Instrument($0) })
  var instrument: Instrument?

  @Flag(help: "Moved by your own muscles, or by something else.")
  var motion: Motion?

  @Option(
    name: .customLong("pain"), parsing: .unconditional,
    help: ArgumentHelp("Pain during it, 0-10.", valueName: "score"),
    transform: OptionReader.score("pain during a measurement"))
  var pain: NPRSScore?

  @Flag(name: .customLong("pain-free"), help: "It did not hurt.")
  var painFree = false

  @Option(
    name: .customLong("photo"), parsing: .unconditional,
    help: ArgumentHelp("Where a picture of it is.", valueName: "path"), completion: .file())
  var photo: String?

  @OptionGroup(title: "A kind of your own") var definition: KindOptions
  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    try OptionReader.validate {
      guard !painFree || pain == nil else {
        throw InputError("--pain and --pain-free together", hint: "use one of them")
      }
    }
  }

  func perform(_ context: Context, to output: ResultWriter) throws {
    let arguments = try positionals(kindAndValues)
    if definition.define != nil {
      return try output.confirm(try definition.addKind(arguments: arguments, to: context))
    }
    let request = MeasurementRequest(
      arguments: arguments, degrees: deg, side: side,
      method: MeasurementMethod(instrument: instrument, motion: motion),
      pain: painFree ? NPRSScore(tenths: 0) : pain, photo: try photo.map(PhotoPath.resolve(_:)),
      details: details.details)
    try output.confirm(try context.recordMeasurement(request))
  }
}

extension Motion: EnumerableFlag {
  /// In the order of the help.
  package static let allCases: [Motion] = [.active, .passive]
}
