import App
import ArgumentParser
import Core

/// `psoas measure`: stores the trials of one visit, or defines a kind of measurement.
struct MeasureCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
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

  // Unrecognised words are taken too, so that -5 is a value.
  @Argument(parsing: .allUnrecognized, help: "What was measured, and one or more values.")
  var kindAndValues: [String] = []

  @Option(
    name: .customLong("deg"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A value, where a bare number does not suit.", valueName: "value"))
  var deg: [String] = []

  @Option(
    name: .customLong("side"), help: ArgumentHelp("left or right.", valueName: "side"))
  var side: String?

  @Option(
    name: .customLong("method"),
    help: ArgumentHelp("inclinometer (phone), goniometer, photo or estimate.", valueName: "method"))
  var instrument: String?

  @Flag(help: "Moved by your own muscles, or by something else.")
  var motion: Motion?

  @Option(
    name: .customLong("pain"), parsing: .unconditional,
    help: ArgumentHelp("Pain during it, 0-10.", valueName: "score"))
  var pain: String?

  @Flag(name: .customLong("pain-free"), help: "It did not hurt.")
  var painFree = false

  @Option(
    name: .customLong("photo"), parsing: .unconditional,
    help: ArgumentHelp("Where a picture of it is.", valueName: "path"), completion: .file())
  var photo: String?

  @OptionGroup(title: "A kind of your own") var definition: KindOptions
  @OptionGroup(title: "Entry") var details: DetailOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context, _ output: ResultWriter) throws {
    let arguments = try positionals(kindAndValues, of: "psoas measure")
    if let name = definition.define {
      return try output.confirm(
        try definition.add(name, arguments: arguments, to: context))
    }
    try definition.refuseWithoutDefine()
    guard !painFree || pain == nil else {
      throw InputError("--pain and --pain-free together", hint: "use one of them")
    }
    let score = try pain.map { try NPRSScore($0, for: "pain during a measurement") }
    let request = MeasurementRequest(
      arguments: arguments, degrees: deg, side: side,
      method: MeasurementMethod(
        instrument: try instrument.map { try Instrument($0) }, motion: motion),
      pain: painFree ? NPRSScore(tenths: 0) : score, photo: try photo.map(PhotoPath.resolve(_:)),
      details: try details.checked)
    try output.confirm(try context.recordMeasurement(request))
  }
}

extension Motion: EnumerableFlag {
  /// The two ways, in the order of the help.
  package static let allCases: [Motion] = [.active, .passive]
}
