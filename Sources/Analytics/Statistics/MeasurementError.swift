/// How much one person's measurements vary when nothing has changed, from trials repeated within one sitting.
package struct MeasurementError: Sendable, Equatable {
  /// The standard error of measurement: the root of the pooled variance within visits, in the units
  /// of the measurement.
  package let sem: Double
  /// Σ(kᵢ − 1) over visits of kᵢ trials; few of them make a poor estimate.
  package let degreesOfFreedom: Int

  /// The error of trials repeated within visits.
  ///
  /// Pooled over visits as Σᵢ Σⱼ(xᵢⱼ − x̄ᵢ)² / Σᵢ(kᵢ − 1) (Bland and Altman, *BMJ* 1996;313:744), so
  /// that a change between visits is no error.
  ///
  /// - Parameter visits: the trials of each visit; a visit of one trial adds nothing.
  /// - Returns: nil when no visit has two trials, or when the values cannot be used.
  package init?(visits: [[Double]]) {
    guard visits.allSatisfy(Validation.isFinite) else { return nil }
    let degreesOfFreedom = visits.reduce(0) { $0 + max(0, $1.count - 1) }
    guard degreesOfFreedom > 0 else { return nil }
    var squares = 0.0
    for trials in visits {
      guard let first = trials.first else { continue }
      let mean = first + trials.reduce(0) { $0 + ($1 - first) } / Double(trials.count)
      squares += trials.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    sem = (squares / Double(degreesOfFreedom)).squareRoot()
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The smallest change between two visits that is beyond this error with 95 % confidence:
  /// 1.96·√2·SEM/√k.
  ///
  /// - Parameter trials: k, how many trials the value of a visit is the mean of.
  /// - Returns: the change in the units of the measurement, or nil for fewer than one trial.
  package func mdc95(trials: Int) -> Double? {
    Self.mdc95(sem: sem, trials: trials)
  }

  /// The same from a published standard error of measurement, which is at least 0.
  package static func mdc95(sem: Double, trials: Int) -> Double? {
    guard Validation.isFinite([sem]), sem >= 0, trials >= 1 else { return nil }
    return 1.96 * 2.0.squareRoot() * sem / Double(trials).squareRoot()
  }
}
