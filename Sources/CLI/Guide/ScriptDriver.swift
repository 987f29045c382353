import Core

/// A guided session that follows a script, in which time passes instantly.
final class ScriptDriver: GuideDriver {
  private var events: ArraySlice<(line: Int, event: GuideScript.Event)>
  private let view: any GuideView
  /// The line of the last event, for errors.
  private var line = 0

  /// Milliseconds between updates of a view that follows time.
  private static let step = 1000

  init(_ script: GuideScript, view: any GuideView) {
    events = script.events[...]
    self.view = view
  }

  func guide(_ session: inout GuideSession) throws {
    try view.show(session)
    while session.ending == nil {
      // At the end of a script the work done is kept, as when a terminal disappears.
      guard let next = events.popFirst() else { return session.stop() }
      line = next.line
      switch next.event {
      case .key(let key): session.press(key)
      case .wait(let time): try wait(time, session: &session)
      case .answer:
        throw InputError(
          "line \(line): there is no question yet",
          hint: "answers follow when the routine is over; 'key q' ends it before")
      }
      try view.show(session)
    }
  }

  private func wait(_ time: Int, session: inout GuideSession) throws {
    guard view.followsTime else { return session.advance(time) }
    var left = time
    while left > 0, session.ending == nil {
      session.advance(min(left, ScriptDriver.step))
      left -= ScriptDriver.step
      try view.show(session)
    }
  }

  func answer(_ question: String) throws -> String? {
    guard let next = events.popFirst() else { return nil }
    line = next.line
    guard case .answer(let text) = next.event else {
      throw InputError(
        "line \(line): a question waits for an answer (\(question))",
        hint: "give a line such as 'answer 3', or 'answer' alone to leave it out")
    }
    try view.say("\(question): \(text)\n")
    return text
  }

  func refuse(_ error: InputError) throws {
    throw InputError("line \(line): \(error.message)", hint: error.hint)
  }

  func finish() throws {
    guard let next = events.first else { return }
    throw InputError(
      "line \(next.line): nothing is left to do or to answer",
      hint: "end the script where the routine ends")
  }

  func end() {}
}
