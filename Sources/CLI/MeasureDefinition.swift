import App
import ArgumentParser
import Core
import Render

/// Options of `psoas measure --define`.
struct KindOptions: ParsableArguments {
  @Option(
    name: .customLong("define"),
    help: ArgumentHelp("Add a kind of measurement with this name.", valueName: "name"))
  var define: String?

  @Option(
    name: .customLong("unit"),
    help: ArgumentHelp(
      "What it is counted in: deg, s, points, cm, kg or count.", valueName: "unit"),
    completion: .list(MeasurementKind.Unit.names), transform: OptionReader.choice())
  var unit: MeasurementKind.Unit?

  @Option(
    name: .customLong("better"),
    help: ArgumentHelp("Which direction is the better one, higher or lower.", valueName: "way"),
    completion: .list(MeasurementKind.Better.names), transform: OptionReader.choice())
  var better: MeasurementKind.Better?

  @Flag(name: .customLong("sided"), help: "It is measured on one side at a time.")
  var sided = false

  @Option(
    name: .customLong("title"), parsing: .unconditional,
    help: ArgumentHelp("What it is, in a few words.", valueName: "words"))
  var title: String?

  /// Refuses options that need --define.
  func validate() throws {
    try OptionReader.validate {
      guard define != nil || (unit == nil && better == nil && !sided && title == nil) else {
        throw InputError(
          "--unit, --better, --sided and --title describe a new kind",
          hint: "give the new kind's name with --define")
      }
    }
  }

  /// - Parameter arguments: other words that were typed, which are refused.
  func addKind(arguments: [String], to context: Context) throws -> Confirmation {
    guard arguments.isEmpty else {
      throw InputError(
        "--define takes no values, but \(arguments[0].quoted) was given",
        hint: "define the kind first, then measure with it")
    }
    return try context.defineKind(
      named: define ?? "", unit: unit, better: better, sided: sided, title: title)
  }
}

extension MeasurementKind.Unit: NamedChoice {
  static let what = "unit"
}

extension MeasurementKind.Better: CaseIterable, NamedChoice {
  package static let allCases: [MeasurementKind.Better] = [.higher, .lower]
  static let what = "direction"
}
