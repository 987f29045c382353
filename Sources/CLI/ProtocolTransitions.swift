import Analytics
import Core
import Render
import Store

/// What has to hold before a protocol or a stage changes.
enum ProtocolTransitions {
  /// The stage that the user is in.
  ///
  /// - Throws: ``Failure`` without a protocol.
  static func present(_ course: Course) throws -> Course.Stay {
    if let present = course.present { return present }
    throw Failure(
      "you follow no protocol",
      hint: "'psoas protocol list' shows them, 'psoas protocol start NAME' begins one")
  }

  /// The report on the stage that the user is in.
  ///
  /// - Throws: ``Failure`` without a protocol, or with one that is gone.
  static func stage(_ protocolStatus: ProtocolStatus) throws -> StageReport {
    let present = try present(protocolStatus.course)
    if let stage = protocolStatus.stage { return stage }
    throw Failure(
      "your stage '\(present.stage)' of '\(present.programme)' is in no protocol of this program",
      hint: "add its file again with 'psoas protocol add FILE', or 'psoas protocol stop'")
  }

  /// Refuses a change before the last one: it would overlap what is recorded.
  static func checkOrder(_ course: Course, _ moment: Moment) throws {
    guard let last = course.changes.last, moment.utc < last.moment.utc else { return }
    let what = last.stage.map { "'\(last.programme)' entered stage '\($0)'" }
    throw InputError(
      "\(moment.label) lies before the last change: "
        + (what ?? "'\(last.programme)' was stopped") + " on \(last.moment.label)",
      hint: "give a later --at, or take that change back with 'psoas rm \(last.id.short)'")
  }

  /// Refuses to begin a protocol beside another, in the past of another, or over an open concern.
  static func checkStart(
    _ programme: Programme, _ moment: Moment, _ context: Context, _ log: LogStore
  ) throws {
    let course = try log.course()
    if let present = course.present {
      throw Failure(
        "you follow '\(present.programme)' since \(present.start), and two at once cannot be told apart",
        hint: "end it first with 'psoas protocol stop'")
    }
    try checkOrder(course, moment)
    try checkConcerns(try ProtocolStatus(context, log))
  }

  /// Refuses what a programme would suggest while something wants to be seen to first.
  static func checkConcerns(_ protocolStatus: ProtocolStatus) throws {
    guard let first = protocolStatus.concerns.first else { return }
    throw Failure(
      "something comes first: \(first.says) (\(first.evidence))",
      hint: "\(first.advice) When it has been seen to: psoas check --resolved NOTE")
  }
}

extension ResultOptions {
  /// Confirms a change of protocol or stage.
  ///
  /// - Parameter isHeld: whether concerns are open, so that nothing is suggested.
  func emitChange(
    _ change: CourseChange, _ programme: Programme?, _ context: Context, isHeld: Bool = false
  ) throws {
    let entry = LogEntry.stage(change)
    let stage = change.stage.flatMap { programme?.stage($0) }
    var remarks: [String] = []
    if let programme, let stage, let number = programme.number(of: stage.slug) {
      remarks.append("stage \(number) of \(programme.stages.count): \(stage.title)")
      if isHeld {
        remarks.append("something comes first, see 'psoas check'")
      } else {
        remarks += stage.plans.map { "\($0.routine.slug) \($0.frequency)" }
        remarks.append("'psoas stage' shows what the next one needs")
      }
    }
    let confirmation = Confirmation(entry, remarks: remarks)
    try emitConfirmation(
      ResultForms(
        text: confirmation.text, markdown: confirmation.markdown, csv: confirmation.csv,
        json: confirmation.json), context)
  }
}
