import Testing

@testable import Core

/// Files of the user's: what they may say, and the line of each mistake.
@Suite struct DefinitionsTests {
  private static let catalogue = Catalogue().withProtocols()

  private func read(_ text: String) throws -> Definitions {
    try Definitions(Array(text.utf8), on: DefinitionsTests.catalogue, own: true)
  }

  private static let whole = """
    # An evening of my own.
    [exercise heel-slide]
    name: Heel slide
    aliases: slides
    sided: yes
    harder: dead-bug

    [exercise heel-slide-band]
    variant-of: heel-slide

    [routine evening]
    step: heel-slide 2x8/side
    step: glute-bridge 2x10

    [protocol my-way]
    title: My way
    source: my physiotherapist
    stance: stretch-now | yes | she says so

    [question tired]
    asks: Too tired?
    advice: Sleep.

    [stage one]
    routine: evening | 3 a week
    routine: my-walk
    gate: enough
    next: two

    [stage two]
    routine: twelve-minute | daily | article

    [criterion enough]
    rule: exercise-days
    exercises: heel-slide
    threshold: 5
    days: 14
    says: Heel slides on {threshold} of {days} days

    [routine my-walk]
    step: walking
    """

  @Test func aWholeFileIsRead() throws {
    let found = try read(DefinitionsTests.whole)
    #expect(found.exercises.map(\.slug.text) == ["heel-slide", "heel-slide-band"])
    #expect(found.exercises[0].harder.map(\.text) == ["dead-bug"])
    #expect(found.exercises[1].variantOf?.text == "heel-slide")
    #expect(found.routines.map(\.slug.text) == ["evening", "my-walk"])
    let rehabProtocol = try #require(found.protocols.first)
    #expect(rehabProtocol.stages.map(\.slug.text) == ["one", "two"])
    #expect(rehabProtocol.stages[0].plans.map(\.daysPerWeek) == [3, 7])
    #expect(rehabProtocol.stages[0].gate.map(\.statement) == ["Heel slides on 5 of 14 days"])
    #expect(rehabProtocol.stages[1].plans[0].routine.slug.text == "twelve-minute")
    #expect(rehabProtocol.own && found.exercises[0].own)
  }

  /// What is kept in the log reads back as the same.
  @Test func theKeptTextIsTheDefinition() throws {
    let found = try read(DefinitionsTests.whole)
    let again = Catalogue(own: found.exercises, sources: found.sources).withProtocols()
    #expect(again.protocols.last == found.protocols.first)
    #expect(Array(again.routines.suffix(2)) == found.routines)
  }

  @Test func windowsFilesAreRead() throws {
    let text = "\u{FEFF}" + DefinitionsTests.whole.replacing("\n", with: "\r\n")
    #expect(try read(text).protocols.count == 1)
  }

  private static let head = "[protocol p]\ntitle: T\nsource: S\n"

  static let bad: [(String, String)] = [
    ("", "the file defines nothing"),
    ("hello", "line 1: 'hello' is neither '[kind name]' nor 'key: value'"),
    ("[routine]", "line 1: '[routine]' is no '[kind name]'"),
    ("[routine a b]", "line 1: '[routine a b]' is no '[kind name]'"),
    ("[routine Ä]", "line 1: '[routine Ä]' is no '[kind name]'"),
    ("[dance a]", "line 1: there is no kind of block 'dance'"),
    ("[routine a]", "line 1: [routine a] has no step"),
    ("[routine a]\nstep: fly 3x8", "line 2: there is no exercise 'fly'"),
    ("[routine a]\nstep: bird-dog 3x8x9x9", "line 2: cannot read the dose '3x8x9x9'"),
    ("[routine a]\nstep: walking\ncolour: red", "line 3: [routine a] cannot have 'colour'"),
    (
      "[routine a]\nstep: walking\ntitle: x\ntitle: y",
      "line 4: 'title' appears twice in [routine a]"
    ),
    (
      "[routine a]\nstep: pigeon 50s/side\nminutes: 1",
      "line 3: the holds of [routine a] add up to 100 s, more than 1 minutes"
    ),
    ("[routine a]\nstep: walking\nminutes: x", "line 3: cannot read 'x' as minutes"),
    (
      "[routine a]\nstep: walking\ndose-source: hearsay", "line 3: there is no source 'hearsay'"
    ),
    (
      "[routine a]\nstep: walking\n[routine a]\nstep: walking",
      "line 3: [routine a] is on line 1 already"
    ),
    ("[routine big-three]\nstep: walking", "line 1: the name of [routine big-three] is taken"),
    ("[exercise bird-dog]", "line 1: the name of [exercise bird-dog] is taken"),
    ("[exercise bridge]", "line 1: 'bridge' is taken by the exercise 'glute-bridge'"),
    ("[exercise 3x8]", "line 1: '3x8' would be read as a dose or a side"),
    ("[exercise a]\ndose: many", "line 2: there is no kind of dose 'many'"),
    ("[exercise a]\nsided: maybe", "line 2: 'sided' cannot be 'maybe'"),
    ("[exercise a]\neasier: nothing-such", "line 2: there is no exercise 'nothing-such'"),
    (
      "[exercise a]\neasier: plank\nharder: plank",
      "line 2: 'plank' cannot be both easier and harder"
    ),
    (
      "[exercise a]\nharder: b\n[exercise b]\nharder: a",
      "line 1: harder: a > b > a goes round in a circle"
    ),
    ("[exercise a]\nvariant-of: a", "line 1: variant-of: a > a goes round in a circle"),
    (
      "[exercise a]\neasier: b\n[exercise b]\neasier: a",
      "line 1: easier: a > b > a goes round in a circle"
    ),
    ("[stage a]", "line 1: [stage a] belongs to no protocol"),
    ("[protocol p]\nsource: S", "line 1: [protocol p] has no 'title'"),
    (head, "line 1: [protocol p] has no stage"),
    (head + "[stage a]\nroutine: fly", "line 5: there is no routine 'fly'"),
    (
      head + "[stage a]\nroutine: big-three | often",
      "line 5: cannot read how often in 'big-three | often'"
    ),
    (
      head + "[stage a]\nroutine: big-three | 8 a week",
      "line 5: cannot read how often in 'big-three | 8 a week'"
    ),
    (head + "[stage a]\n[stage b]", "line 4: [stage a] has no gate to the stage behind it"),
    (head + "[stage a]\ngate: c", "line 5: there is no criterion 'c'"),
    (head + "[stage a]\n[stage a]", "line 5: [stage a] is on line 4 already"),
    (
      head + "[stage a]\ngate: c\n[criterion c]\nrule: days-in-stage\nthreshold: 3\nsays: x",
      "line 5: [stage a] is the last stage, so it can have no gate"
    ),
    (
      head + "[stage a]\n[criterion c]\nrule: days-in-stage\nthreshold: 3\nsays: x",
      "line 5: no stage asks for [criterion c]"
    ),
    (
      head + "[stage a]\ngoal: c, c\n[criterion c]\nrule: days-in-stage\nthreshold: 3\nsays: x",
      "line 5: 'c' appears twice"
    ),
    (head + "[stage a]\ngoal: c\n[criterion c]\nrule: luck", "line 7: there is no rule 'luck'"),
    (
      head + "[stage a]\ngoal: c\n[criterion c]\nrule: rating-at-least\nthreshold: 8\nsays: x",
      "line 7: there is no rule 'rating-at-least'"
    ),
    (
      head + "[stage a]\ngoal: c\n[criterion c]\nrule: days-in-stage\nsays: x",
      "line 6: [criterion c] has no 'threshold'"
    ),
    (
      head + "[stage a]\ngoal: c\n[criterion c]\nrule: days-in-stage\nthreshold: many\nsays: x",
      "line 8: 'threshold' cannot be 'many'"
    ),
    (
      head
        + "[stage a]\ngoal: c\n[criterion c]\nrule: exercise-days\nexercises: plank\nthreshold: 8\n"
        + "days: 7\nsays: x", "line 6: in [criterion c] 8 of 7 days cannot be"
    ),
    (
      head
        + "[stage a]\ngoal: c\n[criterion c]\nrule: exercise-days\nexercises: fly\nthreshold: 3\n"
        + "days: 7\nsays: x", "line 8: there is no exercise 'fly'"
    ),
    (
      head + "[stage a]\ngoal: c\n[criterion c]\nrule: pain-free-measures\nmeasure: height\n"
        + "threshold: 2\nsays: x", "line 8: there is no measurement 'height'"
    ),
    (
      head
        + "[stage a]\ngoal: c\n[criterion c]\nrule: practice-share\nroutine: fly\nthreshold: 80\n"
        + "days: 7\nsays: x", "line 8: there is no routine 'fly'"
    ),
    (
      head + "[stage a]\ngoal: big-three-days\n[criterion big-three-days]\nrule: days-in-stage\n"
        + "threshold: 3\nsays: x", "line 6: the name of [criterion big-three-days] is taken"
    ),
    (head + "stance: weather | yes | x", "line 4: 'weather | yes | x' is no stance"),
    (
      head + "stance: stretch-now | yes | x\nstance: stretch-now | no | y",
      "line 5: 'stretch-now' is answered twice"
    ),
    (head + "[stage a]\nnext: c", "line 5: there is no stage 'c'"),
    (
      head + "[stage a]\nnext: b\n[stage b]\nnext: a", "line 4: [stage a] goes round in a circle"
    ),
    (
      head + "[stage a]\nnext: b\n[stage b]\n[stage c]\nnext: b",
      "line 8: 'a' leads to 'b' already"
    ),
    (
      head + "[stage a]\nnext: b\n[stage b]\n[stage c]",
      "line 7: [stage c] is reached from no other stage"
    ),
    ("[routine a]\nstep: wal\u{1B}king", "line 2: there is the control character U+1B"),
  ]

  @Test(arguments: bad)
  func mistakesNameTheirLine(_ text: String, _ message: String) {
    let error = #expect(throws: InputError.self, "\(text)") { try read(text) }
    #expect(error?.message == message)
    #expect(error?.hint?.isEmpty == false)
  }

  @Test func bytesThatAreNoTextAndEndlessFilesAreRefused() throws {
    let catalogue = DefinitionsTests.catalogue
    let bytes = #expect(throws: InputError.self) {
      try Definitions(Array("[routine a]\n".utf8) + [0xFF], on: catalogue, own: true)
    }
    #expect(bytes?.message == "line 2: this is not UTF-8")
    let long = #expect(throws: InputError.self) {
      try Definitions(Array(repeating: 0x0A, count: 300_000), on: catalogue, own: true)
    }
    #expect(long?.message == "the file is 300000 bytes long")
  }
}
