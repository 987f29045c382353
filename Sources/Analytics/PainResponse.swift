import Core

/// How the pain around a session stands against the thresholds.
package enum ResponseColour: String, CaseIterable, Comparable, Sendable {
  /// No known part is above the lower threshold.
  case green
  /// A known part is above the lower threshold, none above the upper one.
  case amber
  /// A known part is above the upper threshold.
  case red

  /// Green before amber before red.
  package static func < (left: ResponseColour, right: ResponseColour) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { ResponseColour.allCases.firstIndex(of: self) ?? 0 }
}

/// Where green ends and red begins.
///
/// Pain during and after follows the pain-monitoring rule (Silbernagel), which was tested in
/// tendinopathy and not in low-back pain: up to 3 fine, up to 5 acceptable, above 5 too much; worse
/// on the next morning means doing less. How much worse is this program's default.
package struct ResponseThresholds: Equatable, Sendable {
  /// The highest pain during or after a session that is green, in tenths of a point.
  package let fine: Int
  /// The highest that is amber; above it is red.
  package let tooMuch: Int
  /// From which rise of the next morning above the score before on it is amber.
  package let morning: Int
  /// From which rise on it is red.
  package let morningRed: Int

  /// 3 and 5 (pain-monitoring rule, Silbernagel); 1 and 2 (our default).
  package static let standard = ResponseThresholds(30, 50, 10, 20)

  /// Whether the thresholds of pain during and after are those of the rule.
  package var isRuleStandard: Bool {
    (fine, tooMuch) == (ResponseThresholds.standard.fine, ResponseThresholds.standard.tooMuch)
  }

  /// Whether those of the next morning are our defaults.
  package var isMorningStandard: Bool {
    let standard = ResponseThresholds.standard
    return (morning, morningRed) == (standard.morning, standard.morningRed)
  }

  /// Thresholds in tenths of a point; nil where the lower of a pair is not below the upper one.
  package init?(fine: Int, tooMuch: Int, morning: Int, morningRed: Int) {
    guard fine < tooMuch, morning < morningRed else { return nil }
    self.init(fine, tooMuch, morning, morningRed)
  }

  private init(_ fine: Int, _ tooMuch: Int, _ morning: Int, _ morningRed: Int) {
    self.fine = fine
    self.tooMuch = tooMuch
    self.morning = morning
    self.morningRed = morningRed
  }

  /// The colour of a score during or after a session.
  package func colour(of score: NPRSScore) -> ResponseColour {
    score.tenths > tooMuch ? .red : score.tenths > fine ? .amber : .green
  }

  /// The colour of a rise of the next morning above the score before, in tenths of a point.
  package func colour(ofRise rise: Int) -> ResponseColour {
    rise >= morningRed ? .red : rise >= morning ? .amber : .green
  }
}

/// What the ratings around a session come to.
package struct PainResponse: Equatable, Sendable {
  /// When a rating was made.
  package enum Time: Equatable, Sendable {
    case during
    case after
    /// How far it is above the score before, in tenths of a point.
    case nextMorning(rise: Int)
  }

  /// A rating that has a colour.
  package struct Part: Equatable, Sendable {
    package let time: Time
    package let score: NPRSScore
    package let colour: ResponseColour
  }

  /// The ratings that have a colour: during, after, next morning.
  package let parts: [Part]
  /// A next morning that has nothing to be held against.
  package let uncompared: NPRSScore?
  /// Whether the pain after it or on the next morning is amber or red.
  package let isWorseLater: Bool

  /// The response to a session with the pain around it.
  package init(_ rated: RatedSession, _ thresholds: ResponseThresholds = .standard) {
    self.init(rated.pain, during: rated.during, thresholds)
  }

  /// The response to a session from the pain around it and the highest pain during it.
  ///
  /// What was not rated has no part in it. A next morning without a score before is not compared.
  package init(_ pain: PainAround, during: NPRSScore?, _ thresholds: ResponseThresholds) {
    var parts: [Part] = []
    for (time, score) in [(Time.during, during), (.after, pain.after)] {
      if let score {
        parts.append(Part(time: time, score: score, colour: thresholds.colour(of: score)))
      }
    }
    if let morning = pain.nextMorning, let rise = pain.riseNextMorning {
      parts.append(
        Part(
          time: .nextMorning(rise: rise), score: morning, colour: thresholds.colour(ofRise: rise)))
    }
    self.parts = parts
    let later = [
      pain.after.map { thresholds.colour(of: $0) },
      pain.riseNextMorning.map { thresholds.colour(ofRise: $0) },
    ]
    isWorseLater = later.contains { $0.map { $0 > .green } ?? false }
    uncompared = pain.riseNextMorning == nil ? pain.nextMorning : nil
  }

  /// The worst colour of the parts; nil when nothing was rated that could have one.
  package var colour: ResponseColour? { parts.map(\.colour).max() }

  /// The parts that have it.
  package var reasons: [Part] { parts.filter { $0.colour == colour } }
}
