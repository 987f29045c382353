import Core

/// Whether the routines and protocols of the user's can still be read.
struct DefinitionCheck {
  private let log: LogStore

  init(_ log: LogStore) { self.log = log }

  func findings() throws -> [Diagnostic] {
    let catalogue: Catalogue
    do {
      catalogue = try Catalogue(
        own: try log.ownExercises(), kinds: MeasurementKind.builtIn + (try log.ownKinds()),
        sources: try log.ownDefinitions()
      ).withProtocols()
    } catch let error as InputError {
      throw StoreError(.damaged, error.message)
    }
    return catalogue.unreadable.map {
      Diagnostic(
        "definition", .attention, $0,
        advice:
          "add it again with 'psoas protocol add FILE', or remove it with 'psoas protocol remove'")
    }
  }
}
