import Analytics
import Core
import Render
import Store

/// A request to start a protocol.
package struct ProtocolRequest {
  /// Its name, or a prefix of it.
  package var name: String
  /// How a question answered with "yes" was dealt with.
  package var dealtWith: String?
  package var details: EntryDetails

  package init(name: String, dealtWith: String? = nil, details: EntryDetails = EntryDetails()) {
    (self.name, self.dealtWith, self.details) = (name, dealtWith, details)
  }

  /// The note of the entry.
  ///
  /// - Throws: ``InputError`` where it is too long.
  var note: String? {
    get throws {
      let words = [dealtWith, details.note].compactMap(\.self).joined(separator: "; ")
      return words.isEmpty ? nil : try FreeText.note(words)
    }
  }
}

extension Context {
  /// Starts a protocol, once its questions are answered.
  ///
  /// - Parameters:
  ///   - answers: the answers already given.
  ///   - ask: asks the remaining questions, one by one; nil where no one can be asked.
  /// - Throws: ``InputError`` where answers are missing and no one can be asked, ``Failure`` for a "yes" that
  ///   was not dealt with.
  package func startProtocol(
    _ request: ProtocolRequest, answers: ([Slug]) throws -> [Slug: Bool],
    ask: ((String) throws -> Bool)?
  ) throws -> EntryConfirmation {
    let found = try existingLog()
    let settings = try settings(found)
    let rehabProtocol = try wholeCatalogue(found).rehabProtocol(named: request.name)
    let note = try request.note
    let moment = try moment(request.details.at, settings: settings)
    if let found {
      try found.read { try ProtocolTransitions.checkStart(at: moment, self, in: found) }
    }
    var given = try answers(rehabProtocol.questions.map(\.id))
    for question in rehabProtocol.questions where given[question.id] == nil {
      guard let ask else { throw Context.unanswered(rehabProtocol, given: given) }
      given[question.id] = try ask(question.question)
    }
    try Context.check(given, of: rehabProtocol, isDealtWith: request.dealtWith != nil)
    let log = try log(found)
    let change = StageTransition(
      id: newID(), moment: moment, kind: .start, rehabProtocol: rehabProtocol.slug,
      stage: rehabProtocol.stages[0].slug, answers: given, note: note)
    try log.write(commandRecord) {
      // Checked again inside the transaction, where no other program can change the answer.
      try ProtocolTransitions.checkStart(at: moment, self, in: log)
      try log.insert(change)
    }
    return .transition(change, of: rehabProtocol)
  }

  private static func unanswered(
    _ rehabProtocol: RehabProtocol, given: [Slug: Bool]
  ) -> InputError {
    let missing = rehabProtocol.questions.filter { given[$0.id] == nil }.map(\.id.text)
    return InputError(
      "these questions must be answered first: \(missing.joined(separator: ", "))",
      hint: "'psoas protocol show \(rehabProtocol.slug)' has them; answer with --yes, --no or "
        + "--no-to-all")
  }

  private static func check(
    _ given: [Slug: Bool], of rehabProtocol: RehabProtocol, isDealtWith: Bool
  ) throws {
    let yes = rehabProtocol.questions.filter { given[$0.id] == true }
    guard yes.isEmpty || isDealtWith else {
      throw Failure(
        "not started: yes to \(yes.map(\.id.text).joined(separator: ", "))",
        hint: yes.map(\.advice).joined(separator: " ")
          + " When that is done, begin with --seen and a note")
    }
  }

  /// Ends the protocol being followed.
  package func stopProtocol(_ details: EntryDetails) throws -> EntryConfirmation {
    let log = try requiredLog()
    let moment = try moment(details.at, settings: try settings(log))
    let change = try log.write(commandRecord) {
      let protocolHistory = try log.protocolHistory()
      let present = try ProtocolTransitions.present(protocolHistory)
      try ProtocolTransitions.checkOrder(protocolHistory, moment: moment)
      let change = StageTransition(
        id: newID(), moment: moment, kind: .stop, rehabProtocol: present.rehabProtocol,
        stage: nil, note: details.note)
      try log.insert(change)
      return change
    }
    return .transition(change, of: nil)
  }
}
