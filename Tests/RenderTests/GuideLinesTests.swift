import Core
import Render
import Testing

/// A guided session told line by line.
@Suite struct GuideLinesTests {
  /// Something that happens.
  private enum Event {
    case key(GuideKey)
    case seconds(Int)
  }

  /// What is said while it happens, a look each second.
  private func guided(_ routine: String, _ style: Style, _ events: [Event]) throws -> String {
    var session = try GuideScreenTests.session(routine, begun: false)
    let lines = GuideLines(style)
    var said = lines.lines(from: nil, to: session)
    func follow(_ change: (inout GuideSession) -> Void) {
      let before = session
      change(&session)
      said += lines.lines(from: before, to: session)
    }
    for event in events {
      switch event {
      case .key(let key): follow { $0.press(key) }
      case .seconds(let count): for _ in 0..<count { follow { $0.advance(1000) } }
      }
    }
    return said.map { $0 + "\n" }.joined()
  }

  @Test func theWholeStory() throws {
    let style = Style(width: 72, unicode: false, colour: false)
    let events: [Event] = [
      .key(.space), .seconds(36), .key(.no), .key(.enter), .seconds(1), .key(.space), .key(.space),
      .key(.exercise), .key(.more), .key(.space), .key(.back), .key(.quit), .key(.yes),
    ]
    let said = try guided("stretch", style, events)
    #expect(
      said == """
        Hip-flexor stretch, then glutes: about 6:50 with changes and rests
        note: some doses of stretch-and-activate are our defaults
        Stop when pain turns sharp or spreads into a leg. What was done so far
          can be kept.
        keys: space begins, pauses and ends a counted set; + and - count; n
          skips; x leaves the exercise; b goes back; q ends; ? tells more
        exercise 1 of 2: Half-kneeling hip-flexor stretch
          Kneel on one knee, squeeze that glute, ease the hip forward; lean to
            the other side for more. The low back does not arch.
          left side, set 1 of 3, hold 30 s
          get ready: 5 s
          hold: 30 s
          20 s
          10 s
          right side, set 1 of 3, hold 30 s
          switch to the right side: 5 s
          left side, set 2 of 3, hold 30 s
          get ready: 5 s
          hold: 30 s
        paused; space goes on
        going on
        exercise 2 of 2: Donkey kick
          On hands and knees, press one bent leg up and pause. The back does not
            dip.
          left side, set 1 of 2, 10 times, 2 s each
          in your own time: 10
          11
          right side, set 1 of 2, 10 times, 2 s each
          in your own time: 10
        back
          left side, set 1 of 2, 10 times, 2 s each
          in your own time: 10
        done so far:
          half-kneeling-stretch 30s,1s left
        end here? y keeps it, n throws it away, space goes on
        ended

        """)
  }

  @Test(arguments: [20, 40, 80]) func fitsTheWidth(_ width: Int) throws {
    let style = Style(width: width, unicode: true, colour: true)
    let events: [Event] = [.key(.space), .key(.help), .key(.other), .seconds(900)]
    for line in try guided("twelve", style, events).split(separator: "\n") {
      #expect(line.count <= max(width, 30), "\(line)")
      #expect(!line.contains("\u{1B}"))
    }
  }
}
