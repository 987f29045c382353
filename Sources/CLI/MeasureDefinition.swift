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
    help: ArgumentHelp("What it is counted in.", valueName: "unit"))
  var unit: MeasurementKind.Unit?

  @Option(
    name: .customLong("better"),
    help: ArgumentHelp("Which direction is the better one.", valueName: "way"))
  var better: MeasurementKind.Better?

  @Flag(name: .customLong("sided"), help: "It is measured on one side at a time.")
  var sided = false

  @Option(
    name: .customLong("title"), parsing: .unconditional,
    help: ArgumentHelp("What it is, in a few words.", valueName: "words"))
  var title: String?

  /// Adds the kind.
  func add(_ name: String, arguments: [String], to context: Context) throws -> Confirmation {
    guard arguments.isEmpty else {
      throw InputError(
        "--define takes no values, but \(quoted(arguments[0])) was given",
        hint: "define the kind first, then measure with it")
    }
    return try context.defineKind(
      named: name, unit: unit, better: better, sided: sided, title: title)
  }

  /// Refuses options that only make sense with --define.
  func refuseWithoutDefine() throws {
    guard unit == nil, better == nil, !sided, title == nil else {
      throw InputError(
        "--unit, --better, --sided and --title describe a new kind",
        hint: "give the new kind's name with --define")
    }
  }
}

extension MeasurementKind.Unit: ExpressibleByArgument {}
extension MeasurementKind.Better: ExpressibleByArgument, CaseIterable {
  /// Both ways.
  package static let allCases: [MeasurementKind.Better] = [.higher, .lower]
}
