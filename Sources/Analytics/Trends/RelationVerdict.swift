extension RelationReport {
  /// The conclusion about the pairs.
  package enum Verdict: Sendable, Equatable {
    /// Fewer pairs than the lag needs.
    case tooFew
    /// One or both never vary within the pairs.
    case constant(a: Bool, b: Bool)
    /// One of them has no residuals around its line.
    case onLine
    /// The two are claimed to vary together: by a p adjusted for all lags tested, and by an interval that
    /// excludes 0.
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

  /// The headline's adjusted p; nil without a headline.
  package var holmP: Double? { headline?.holmP }

  private var headline: Lag? { lags.first { $0.lag == lag } }

  /// The clearest of the other claimed lags.
  package var clearestOther: Lag? {
    lags.filter { $0.isClear && $0.lag != lag }.min { $0.holmP < $1.holmP }
  }

  package var doBothTrend: Bool { isTrendA && isTrendB }

  /// Whether they seem to vary together, so that a remark about causes is needed.
  package var seemsLinked: Bool { lags.contains(where: \.isClear) || doBothTrend }

  /// Weeks or days from the first to the last pair.
  package var span: Int { Int(points.last?.x ?? 0) + 1 }
}
