import App
import Core
import Render
import Testing

/// Entries that are changed.
@Suite struct EditTests {
  private let user: AppFixture

  init() throws {
    user = try AppFixture()
    _ = try user.context.recordPain(
      PainRequest(score: .points("4"), details: EntryDetails(note: "stiff")))
  }

  private func editor(_ id: String = "last") throws -> EntryEditor {
    try EntryEditor(user.context("edit"), entry: id, photo: { $0 })
  }

  @Test func aFieldIsReplacedAndAnEmptyOneTakenAway() throws {
    let editor = try editor()
    #expect(try editor.store([(.score, ["3"]), (.note, [""])]))
    guard case .pain(let rating, _) = try user.context.entry(named: "last") else { return }
    #expect(rating.score == .points("3") && rating.note == nil)
    let style = Style(width: 80, unicode: true, colour: false)
    #expect(editor.confirmation(isChanged: true).text(style).contains("changed"))
  }

  @Test func nothingChangedIsNoCommand() throws {
    let editor = try editor()
    #expect(try !editor.store([(.score, ["4"])]))
    _ = editor.confirmation(isChanged: false)
    #expect(user.takeNotes().last == "nothing was changed")
    #expect(try user.context.history(limit: nil).count == 1)
  }

  @Test(arguments: [(EntryField.score, "11"), (.recall, "never"), (.side, "left")])
  func whatCannotBeIsRefused(field: EntryField, value: String) throws {
    let editor = try editor()
    #expect(throws: InputError.self) { try editor.store([(field, [value])]) }
  }

  @Test func whatOthersChangedMeanwhileStays() throws {
    let (first, second) = (try editor(), try editor())
    #expect(try first.store([(.score, ["3"])]))
    #expect(throws: Failure.self) { try second.store([(.score, ["5"])]) }
    let third = try editor()
    _ = try user.context.removeEntry(named: "last")
    #expect(throws: Failure.self) { try third.store([(.score, ["5"])]) }
  }

  @Test func flaresAndStagesKeepTheirOrder() throws {
    _ = try user.context.startFlare(EntryDetails(at: "2026-11-01 08:00"))
    _ = try user.context.endFlare(EntryDetails(at: "2026-11-03 08:00"))
    user.wait(days: 1)
    _ = try user.context.startFlare(EntryDetails(at: "2026-11-10 08:00"))
    #expect(throws: InputError.self) { try editor().store([(.at, ["2026-11-02 08:00"])]) }
    #expect(try editor().store([(.at, ["2026-11-09 08:00"])]))
  }
}
