import App
import Core
import Testing

/// Settings and aliases.
@Suite struct SettingsTests {
  private let user: AppFixture

  init() throws { user = try AppFixture() }

  @Test(arguments: [
    ("day.start", "05:00", "05:00"), ("report.weeks", "8", "8"), ("history.keep", "50", "50"),
    ("adherence.share", "60", "60"), ("backup.auto", "off", "off"),
    ("backup.keep", "3d 2w", "3d 2w"), ("response.fine", "2.5", "2.5"),
    ("clinician.name", "A. Tester", "A. Tester"), ("check.pain-high", "8", nil),
  ])
  func valuesAreKeptInOneForm(key: String, value: String, kept: String?) throws {
    guard let kept else { return }
    let changed = try user.context.set(key, to: value)
    let shown = changed.values.value(changed.settings[0])
    #expect(shown.hasPrefix(kept))
    #expect(changed.values.isSet(changed.settings[0]))
    let report = try user.context.settingsReport(of: key)
    #expect(report.values.value(report.settings[0]) == shown)
    let unset = try user.context.set(key, to: nil)
    #expect(!unset.values.isSet(unset.settings[0]))
  }

  @Test(arguments: [
    ("day.start", "13:00"), ("report.weeks", "0"), ("report.weeks", "5301"),
    ("history.keep", "0"), ("adherence.share", "101"), ("backup.auto", "maybe"),
    ("backup.keep", "0d"), ("response.fine", "11"), ("response.morning", "0"),
    ("clinician.name", "a\nb"), ("nothing", "1"), ("alias.pain", "log"), ("alias.x y", "log"),
    ("alias.loop", "loop"), ("alias.none", " "),
  ])
  func whatCannotBeIsRefused(key: String, value: String) throws {
    #expect(throws: InputError.self) { try user.context.set(key, to: value) }
  }

  @Test func thresholdsStayInOrder() throws {
    _ = try user.context.set("response.toomuch", to: "4")
    #expect(throws: Failure.self) { try user.context.set("response.fine", to: "6") }
    _ = try user.context.set("response.morning.red", to: "2")
    #expect(throws: Failure.self) { try user.context.set("response.morning", to: "3") }
  }

  @Test func numbersOfCriteriaAreSettings() throws {
    let all = try user.context.settingsReport()
    let gates = all.settings.filter { $0.key.hasPrefix("gate.") }
    #expect(!gates.isEmpty && all.settings.contains { $0.key.hasPrefix("check.") })
    for gate in gates.prefix(3) {
      #expect(throws: InputError.self) { try user.context.set(gate.key, to: "many") }
    }
    #expect(throws: InputError.self) { try user.context.settingsReport(of: "gate.nothing") }
  }

  @Test func anAliasStandsForItsWords() throws {
    _ = try user.context.set("alias.am", to: "pain 4 --note 'in the morning'")
    _ = try user.context.set("alias.early", to: "am")
    let stored = ["alias.am": "pain 4 --note 'in the morning'", "alias.early": "am"]
    let names = CommandNames(isCommand: { $0 == "pain" })
    #expect(
      try Alias.expand(["early", "-q"], stored: stored, names: names)
        == ["pain", "4", "--note", "in the morning", "-q"])
    #expect(try Alias.expand(["pain"], stored: stored, names: names) == nil)
    #expect(
      Alias.all(in: stored.merging(["alias.$(x)": "y"]) { $1 }).map(\.name) == ["am", "early"])
    #expect(throws: Failure.self) { try user.context.settingsReport(of: "alias.nothing") }
    #expect(throws: InputError.self) { try user.context.set("alias.am", to: "early") }
  }
}
