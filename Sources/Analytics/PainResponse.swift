import Core

/// The pain before, during and after a session, compared with the thresholds.
package enum ResponseColour: String, CaseIterable, Comparable, Sendable {
  /// No rating is above the lower threshold.
  case green
  /// A rating is above the lower threshold, none above the upper one.
  case amber
  /// A rating is above the upper threshold.
  case red

  package static func < (left: ResponseColour, right: ResponseColour) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { ResponseColour.allCases.firstIndex(of: self) ?? 0 }
}

/// The limits of green and red.
///
/// For pain during and after, the limits are those of the pain-monitoring rule (Silbernagel), which was
/// tested in tendinopathy and not in low-back pain: up to 3 fine, up to 5 acceptable, above 5 too much; worse
/// the next morning means doing less. How much worse is our default.
package struct ResponseThresholds: Equatable, Sendable {
  /// The highest green pain during or after a session, in tenths of a point.
  package let fine: Int
  /// The highest amber one; above it is red.
  package let tooMuch: Int
  /// The rise from the score before to the next morning from which it is amber.
  package let morning: Int
  /// The rise from which it is red.
  package let morningRed: Int

  /// 3 and 5 (pain-monitoring rule, Silbernagel); 1 and 2 (our default).
  package static let standard = ResponseThresholds(
    checkedFine: 30, tooMuch: 50, morning: 10, morningRed: 20)

  /// Whether the limits for pain during and after are those of the rule.
  package var isRuleStandard: Bool {
    (fine, tooMuch) == (ResponseThresholds.standard.fine, ResponseThresholds.standard.tooMuch)
  }

  /// Whether the limits for the next morning are our defaults.
  package var isMorningStandard: Bool {
    let standard = ResponseThresholds.standard
    return (morning, morningRed) == (standard.morning, standard.morningRed)
  }

  /// Limits in tenths of a point; nil where the lower of a pair is not below the upper one.
  package init?(fine: Int, tooMuch: Int, morning: Int, morningRed: Int) {
    guard fine < tooMuch, morning < morningRed else { return nil }
    self.init(checkedFine: fine, tooMuch: tooMuch, morning: morning, morningRed: morningRed)
  }

  private init(checkedFine fine: Int, tooMuch: Int, morning: Int, morningRed: Int) {
    self.fine = fine
    self.tooMuch = tooMuch
    self.morning = morning
    self.morningRed = morningRed
  }

  /// The colour of a score during or after a session.
  package func colour(of score: NPRSScore) -> ResponseColour {
    score.tenths > tooMuch ? .red : score.tenths > fine ? .amber : .green
  }

  /// The colour of a rise from the score before to the next morning, in tenths of a point.
  package func colour(ofRise rise: Int) -> ResponseColour {
    rise >= morningRed ? .red : rise >= morning ? .amber : .green
  }
}

/// The response to a session.
package struct PainResponse: Equatable, Sendable {
  /// When a rating was made.
  package enum Time: Equatable, Sendable {
    case during
    case after
    /// The rise above the score before, in tenths of a point.
    case nextMorning(rise: Int)
  }

  /// A rating with its colour.
  package struct Part: Equatable, Sendable {
    package let time: Time
    package let score: NPRSScore
    package let colour: ResponseColour
  }

  /// The ratings with a colour: during, after, next morning.
  package let parts: [Part]
  /// A next-morning rating without a score to compare it with.
  package let uncompared: NPRSScore?
  /// Whether the pain after it or the next morning is amber or red.
  package let isWorseLater: Bool

  /// The response to a session with its ratings.
  package init(_ rated: RatedSession, thresholds: ResponseThresholds = .standard) {
    self.init(rated.pain, during: rated.during, thresholds: thresholds)
  }

  /// The response from the ratings of a session and the highest pain during it.
  ///
  /// A missing rating is left out. A next morning without a score before is not compared.
  package init(_ pain: PainAround, during: NPRSScore?, thresholds: ResponseThresholds) {
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

  /// The worst colour of the ratings; nil without any.
  package var colour: ResponseColour? { parts.map(\.colour).max() }

  /// The ratings with that colour.
  package var reasons: [Part] { parts.filter { $0.colour == colour } }
}
