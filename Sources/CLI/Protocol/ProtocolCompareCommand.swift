import ArgumentParser
import Core
import Render
import Store

/// `psoas protocol compare`: where programmes disagree.
struct ProtocolCompareCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "compare", under: "psoas protocol",
    abstract: "Show on which questions programmes disagree.",
    usage: "psoas protocol compare [<name> <name> ...] [<options>]",
    discussion: """
      Without names all programmes are compared. The articles contradict one another; this shows \
      where, and does not say who is right.

      Example: psoas protocol compare staged-recovery twelve-minute
      """)

  @Argument(help: "Protocols, by name or beginning.")
  var name: [String] = []

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let catalogue = try context.wholeCatalogue(try context.existingLog())
    var chosen: [RehabProtocol] = []
    for word in name {
      let rehabProtocol = try catalogue.rehabProtocol(named: word)
      guard !chosen.contains(where: { $0.slug == rehabProtocol.slug }) else {
        throw InputError(
          "'\(rehabProtocol.slug)' is named twice", hint: "name each protocol once")
      }
      chosen.append(rehabProtocol)
    }
    guard chosen.count != 1 else {
      throw InputError(
        "there is nothing to compare '\(chosen[0].slug)' with",
        hint: "name two protocols or more, or none for all")
    }
    let comparison = ProtocolComparison(
      chosen.isEmpty ? catalogue.protocols : chosen, topics: catalogue.topics)
    try result.emit(comparison, context.style)
  }
}
