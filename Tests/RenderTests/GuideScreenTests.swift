import Core
import Testing

@testable import Render

/// The screens of a guided session, whole.
@Suite struct GuideScreenTests {
  private let plain = Style(width: 80, unicode: true, colour: false)
  private let narrow = Style(width: 40, unicode: true, colour: false)

  /// A session of one of the program's routines, after the intro unless said.
  static func session(_ routine: String, begun: Bool = true) throws -> GuideSession {
    let catalogue = Catalogue().withProtocols()
    let plan = GuidePlan(try catalogue.routine(named: routine), exercises: catalogue.index)
    var session = GuideSession(plan)
    if begun { session.press(.space) }
    return session
  }

  /// The lines without those that are empty at the end.
  private func screen(_ session: GuideSession, _ style: Style, _ height: Int) -> String {
    GuideScreen(session, style: style, height: height).lines().map { $0 + "\n" }.joined()
  }

  @Test func aHold() throws {
    var session = try GuideScreenTests.session("twelve")
    session.advance(5000 + 150_000 + 5000 + 12_400)
    #expect(
      screen(session, plain, 24) == """
        Twelve minutes of hip stretches                                  exercise 2 of 6
        ────────────────────────────────────────────────────────────────────────────────

          Figure-4 stretch
          left side · hold 50 s

          Hold

          ██████  ██████
              ██  ██  ██
          ██████  ██████
              ██  ██  ██
          ██████  ██████

          ██████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

          On your back, cross one ankle over the other knee and draw that thigh
          in. Name the crossed leg.

          Next: right side, hold 50 s



          space pause  n skip  b back  q end  ? help                           9:58 left

        """)
  }

  @Test func aSmallTerminal() throws {
    var session = try GuideScreenTests.session("twelve")
    session.advance(5000 + 150_000 + 5000 + 50_000 + 1000)
    session.press(.space)
    #expect(
      screen(session, narrow, 12) == """
        Twelve minutes of hip stretches   2 of 6
        ────────────────────────────────────────
          Figure-4 stretch
          right side · hold 50 s
          Paused: Switch to the right side  4 s
          ███████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          On your back, cross one ankle over
          the other knee and draw that thigh
          in. Name the crossed leg.
          Next: Half-kneeling hip-flexor
          9:19 left
          space go on  n skip  q end  ? help

        """)
  }

  @Test func aCountInASCII() throws {
    var session = try GuideScreenTests.session("stretch")
    session.press(.exercise)
    session.press(.more)
    #expect(
      screen(session, Style(width: 60, unicode: false, colour: false), 24) == """
        Hip-flexor stretch, then glutes              exercise 2 of 2
        ------------------------------------------------------------

          Donkey kick
          left side | set 1 of 2 | 10 times, 2 s each

          In your own time

            ##      ##
          ####    ####
            ##      ##
            ##      ##
          ######  ######

          Space when done, + - for the number

          On hands and knees, press one bent leg up and pause. The
          back does not dip.

          Next: right side, set 1 of 2, 10 times, 2 s each


          about 3:20 left
          space done  + - count  n skip  b back  q end  ? help

        """)
  }

  @Test func beforeItBegins() throws {
    let session = try GuideScreenTests.session("twelve", begun: false)
    #expect(
      screen(session, narrow, 12) == """
          Twelve minutes of hip stretches
          12:50 with changes and rests
          1  Knees to chest, 150s
          2  Figure-4 stretch, 50s a side
          3  Half-kneeling hip-flexor stretch, …
          4  90/90, 50s a side
          5  Pigeon, 50s a side
          6  Closing decompression, 170s
          Stop when pain turns sharp or spreads
          into a leg. What was done so far can
          be kept.
          Space begins.

        """)
  }

  @Test func theQuestionWhetherToKeep() throws {
    var session = try GuideScreenTests.session("big")
    session.advance(5000 + 23_000)
    session.press(.quit)
    #expect(
      screen(session, narrow, 8) == """
          End here?

          Done so far:
            curl-up 1x2x10s

          y      keep it
          n      throw it away
          space  go on

        """)
  }

  @Test func theKeys() throws {
    var session = try GuideScreenTests.session("big")
    session.press(.help)
    #expect(
      screen(session, narrow, 12) == """
          Keys

          space     pause, or the set is done
          Enter     begin, or the set is done
          + -       one repetition more, less
          n →       skip this rest or this set
          x         skip this exercise
          b ←       back
          q         end, as Ctrl-C does
          ?         these keys

          Any key goes back.

        """)
  }

  @Test func colourOnlyWhenAsked() throws {
    let session = try GuideScreenTests.session("big")
    let coloured = Style(width: 80, unicode: true, colour: true)
    #expect(screen(session, coloured, 24).contains("\u{1B}[33m  Get ready\u{1B}[0m"))
    #expect(!screen(session, plain, 24).contains("\u{1B}"))
  }

  /// At every step through a routine, in every size, with what matters in sight.
  @Test(arguments: ["big", "bal", "twelve", "stretch", "release"])
  func fitsEveryTerminal(_ routine: String) throws {
    var session = try GuideScreenTests.session(routine, begun: false)
    var count = 0
    while session.ending == nil {
      for (width, height) in [(80, 24), (40, 12), (20, 6), (132, 50), (47, 20), (60, 3), (30, 1)] {
        for unicode in [true, false] {
          let style = Style(width: width, unicode: unicode, colour: false)
          let lines = GuideScreen(session, style: style, height: height).lines()
          #expect(lines.count == height)
          for line in lines { #expect(Style.columns(line) <= width, "\(line)") }
          if !unicode { #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 }) }
          if height >= 12, session.pauseReason == nil, let task = session.task {
            let text = lines.joined(separator: "\n")
            #expect(text.contains(style.cut("  " + session.step(of: task).name, to: width)))
            #expect(text.contains(" left") && text.contains(session.label))
          }
        }
      }
      count += 1
      // What the keys open is looked at as well.
      var keys: [GuideKey] = [.space, .help, .other, .space]
      if !session.entries().isEmpty { keys += [.quit, .escape] }
      session.press(keys[count % keys.count])
      session.advance(3700)
    }
    #expect(count > 20)
  }
}
