import Core
import Render
import Store

// Exercises, routines and protocols defined by the user.

extension Context {
  /// Adds an exercise.
  package func add(_ exercise: Exercise) throws -> Confirmation {
    let found = try existingLog()
    let taken = try catalogue(found).index
    for word in [exercise.slug.text] + exercise.aliases {
      if let other = taken.exactly(word) {
        throw InputError(
          "\(word.quoted) is taken by the exercise '\(other.slug)'",
          hint: "use it, or take another name")
      }
    }
    let log = try log(found)
    // The name was free a moment ago, but another program may have taken it since.
    guard try log.write(commandRecord, body: { try log.insert(exercise) }) else {
      throw InputError("there is an exercise '\(exercise.slug)' already", hint: "use it")
    }
    return .added(exercise)
  }

  /// The exercise with this name, alias or prefix.
  package func exercise(named name: String) throws -> Exercise {
    let parser = EntryParser(exercises: try catalogue(try existingLog()).index)
    return try parser.exercise(named: name.lowercased())
  }

  /// All exercises, by name.
  package func exercises() throws -> [Exercise] {
    try catalogue(try existingLog()).exercises.sorted { $0.slug < $1.slug }
  }

  /// Adds the definitions in a file, all or none.
  package func addDefinitions(fromFile file: String) throws -> Confirmation {
    let bytes = try Input.read(file, hint: "give a file of exercises, routines and protocols")
    let found = try existingLog()
    _ = try definitions(bytes, of: file, in: found)
    let log = try log(found)
    // Read again inside the transaction, where no other program can take a name in between.
    return try log.write(commandRecord) {
      let definitions = try definitions(bytes, of: file, in: log)
      try log.insert(definitions)
      return .added(definitions)
    }
  }

  private func definitions(
    _ bytes: [UInt8], of file: String, in log: LogStore?
  ) throws -> Definitions {
    do {
      return try Definitions(bytes, on: try wholeCatalogue(log), own: true)
    } catch let error as InputError {
      throw InputError("\(file.quotedPath), \(error.message)", hint: error.hint)
    }
  }

  /// Removes a routine or a protocol, unless it is followed or another one needs it.
  package func removeDefinition(named name: String) throws -> Confirmation {
    let log = try requiredLog()
    return try log.write(commandRecord) {
      let own = try log.ownDefinitions()
      guard let source = own.first(where: { $0.slug.text == name }) else {
        let names = own.map(\.slug.text)
        throw InputError(
          "you have no routine or protocol \(name.quoted)",
          hint: names.isEmpty
            ? "'psoas protocol add' adds some" : "yours are \(names.joined(separator: ", "))")
      }
      if let present = try log.protocolHistory().present, present.rehabProtocol == source.slug {
        throw Failure(
          "you follow '\(source.slug)'", hint: "end it first with 'psoas protocol stop'")
      }
      let before = try Set(wholeCatalogue(log).unreadable)
      try log.remove(source)
      // Whatever needs it could no longer be read.
      if let orphan = try Catalogue.whole(log).unreadable.first(where: { !before.contains($0) }) {
        throw Failure("it is needed: \(orphan)", hint: "remove that first")
      }
      return .removed(kind: source.kind.rawValue, name: source.slug.text)
    }
  }

  /// All routines and protocols, and the one being followed.
  package func protocols() throws -> (all: [RehabProtocol], followed: Slug?) {
    let log = try existingLog()
    return (
      try wholeCatalogue(log).protocols, try log?.protocolHistory().present?.rehabProtocol
    )
  }

  /// A protocol, and its criteria with the user's numbers.
  package func rehabProtocol(
    named name: String
  ) throws -> (rehabProtocol: RehabProtocol, adjusted: @Sendable (Criterion) -> Criterion) {
    let log = try existingLog()
    let settings = try settings(log)
    let rehabProtocol = try wholeCatalogue(log).rehabProtocol(named: name)
    return (rehabProtocol, { settings.adjusted($0, prefix: "gate") })
  }

  /// Protocols side by side; all of them when no names are given.
  package func compareProtocols(named names: [String]) throws -> ProtocolComparison {
    let catalogue = try wholeCatalogue(try existingLog())
    var chosen: [RehabProtocol] = []
    for name in names {
      let rehabProtocol = try catalogue.rehabProtocol(named: name)
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
    return ProtocolComparison(
      chosen.isEmpty ? catalogue.protocols : chosen, topics: catalogue.topics)
  }

  package func routines() throws -> [Routine] { try wholeCatalogue(try existingLog()).routines }

  /// A routine by name or prefix, with the exercises it uses.
  package func routine(
    named name: String
  ) throws -> (routine: Routine, exercises: NameIndex<Exercise>) {
    let catalogue = try wholeCatalogue(try existingLog())
    return (try catalogue.routine(named: name), catalogue.index)
  }
}
