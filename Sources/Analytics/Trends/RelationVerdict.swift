extension RelationReport {
  /// What the pairs come to.
  package enum Verdict: Sendable, Equatable {
    /// Fewer pairs than the lag needs.
    case tooFew
    /// One of the two, or both, never vary within the pairs.
    case constant(a: Bool, b: Bool)
    /// Nothing is left of one of them around its line.
    case onLine
    /// The two are claimed to move together: by a p that allows for all lags tried, and by an interval
    /// that leaves 0 out.
    case clear(Correlation)
    case none(Correlation)
  }

  package var verdict: Verdict {
    guard points.count >= neededPairs else { return .tooFew }
    guard raw != nil else {
      func isConstant(_ values: [Double]) -> Bool { Set(values).count <= 1 }
      return .constant(a: isConstant(points.map(\.a)), b: isConstant(points.map(\.b)))
    }
    guard let detrended else { return .onLine }
    return isClear ? .clear(detrended) : .none(detrended)
  }

  package var isClear: Bool { headline?.isClear ?? false }

  /// The headline's p that allows for all lags tried; nil without a headline.
  package var holmP: Double? { headline?.holmP }

  private var headline: Lag? { lags.first { $0.lag == lag } }

  /// The clearest of the other lags that stand out.
  package var clearestOther: Lag? {
    lags.filter { $0.isClear && $0.lag != lag }.min { $0.holmP < $1.holmP }
  }

  package var doBothTrend: Bool { isTrendA && isTrendB }

  /// Whether they seem to go together, so that it has to be said that this is no cause.
  package var seemsLinked: Bool { lags.contains(where: \.isClear) || doBothTrend }

  /// Weeks or days from the first through the last pair.
  package var span: Int { Int(points.last?.x ?? 0) + 1 }
}
