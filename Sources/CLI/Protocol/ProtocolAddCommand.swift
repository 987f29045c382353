import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol add`: adds exercises, routines and protocols from a file.
struct ProtocolAddCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "add", under: "psoas protocol",
    abstract: "Add exercises, routines and protocols of your own from a file.",
    usage: "psoas protocol add <file> [<options>]",
    discussion: """
      The file has the form of the program's own; docs/protocols.md explains it. A file with a \
      mistake is refused whole, with the line.

      Example: psoas protocol add evening.txt
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  var namedFiles: [String] { [file] }

  func perform(_ context: Context) throws {
    let bytes = try Input.read(file, hint: "give a file of exercises, routines and protocols")
    let found = try context.existingLog()
    _ = try definitions(bytes, context, found)
    let log = try context.log(found)
    // Read again where nobody else can take a name in between.
    let added = try log.write(context.commandRecord) {
      let definitions = try definitions(bytes, context, log)
      try log.insert(definitions)
      return definitions
    }
    let table = Table(
      columns: [Table.Column("kind", "Kind"), Table.Column("name", "Name")],
      cells: ProtocolAddCommand.rows(added).map { [.text($0.0), .text($0.1)] })
    let names = ProtocolAddCommand.rows(added).map { "\($0.0) '\($0.1)'" }
    try result.emitConfirmation(
      Confirmation("added \(names.joined(separator: ", "))", table: table, isWrapped: true), context
    )
  }

  private func definitions(
    _ bytes: [UInt8], _ context: Context, _ log: LogStore?
  ) throws -> Definitions {
    do {
      return try Definitions(bytes, on: try context.wholeCatalogue(log), own: true)
    } catch let error as InputError {
      throw InputError("\(quotedPath(file)), \(error.message)", hint: error.hint)
    }
  }

  private static func rows(_ added: Definitions) -> [(String, String)] {
    added.exercises.map { ("exercise", $0.slug.text) }
      + added.routines.map { ("routine", $0.slug.text) }
      + added.protocols.map { ("protocol", $0.slug.text) }
  }
}
