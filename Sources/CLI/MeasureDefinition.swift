import ArgumentParser
import Core
import Render
import Store

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

  /// Adds the kind and says so.
  func add(
    _ name: String, words: [String], _ context: Context, _ result: ResultOptions
  ) throws {
    guard words.isEmpty else {
      throw InputError(
        "--define takes no values, but \(quoted(words[0])) was given",
        hint: "define the kind first, then measure with it")
    }
    let kind = try kind(name)
    let log = try context.log(try context.existingLog())
    let added = try log.write(context.commandRecord) { try log.insert(kind, own: true) }
    guard added else { throw KindOptions.taken(kind.slug) }
    let table = Table(
      columns: [
        Table.Column("kind", "Kind"), Table.Column("unit", "Unit"),
        Table.Column("better", "Better"), Table.Column("sided", "Sided"),
        Table.Column("title", "Title"),
      ],
      cells: [
        [
          .text(kind.slug.text), .text(kind.unit.rawValue), .text(kind.better.rawValue),
          .flag(kind.sided), .text(kind.title),
        ]
      ])
    let example = "psoas measure \(kind.slug) 12" + (kind.sided ? " --side left" : "")
    try result.emitConfirmation(
      Confirmation("added the kind '\(kind.slug)'; measure with '\(example)'", table: table),
      context)
  }

  private func kind(_ name: String) throws -> MeasurementKind {
    let slug = try Slug(name, for: "a kind of measurement")
    guard !MeasurementKind.builtIn.contains(where: { $0.slug == slug }) else {
      throw KindOptions.taken(slug)
    }
    guard let unit, let better else {
      throw InputError(
        "a kind of measurement needs a unit and a better direction",
        hint: "add --unit deg|s|points|cm|kg|count and --better higher|lower")
    }
    let title = try title.map { try FreeText.title($0) } ?? slug.text
    // Wide enough for anything a person measures on a body.
    return MeasurementKind(
      slug: slug, title: title, unit: unit, better: better, sided: sided, range: -10_000...10_000)
  }

  private static func taken(_ slug: Slug) -> InputError {
    InputError(
      "there is a kind of measurement '\(slug)' already", hint: "use it, or take another name")
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
