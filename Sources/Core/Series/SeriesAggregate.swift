/// The values of a series in a week or day as the log aggregates them: all entries with one score or amount,
/// or all measurements with one method.
package struct SeriesAggregate: Sendable, Equatable {
  /// The number of the week or day; see ``Step``.
  package let number: Int
  /// The measurement method, for measurements.
  package let method: MeasurementMethod?
  /// In stored units (``Series/keptPerUnit``): the score or amount, the sum of the measurements' means, the
  /// best trial, or the sum of the sessions.
  package let kept: Double
  /// How many ratings, days, measurements or sessions.
  package let count: Int
  /// How many single readings: trials for measurements, otherwise `count`.
  package let readings: Int

  package init(
    number: Int, method: MeasurementMethod? = nil, kept: Double, count: Int, readings: Int? = nil
  ) {
    self.number = number
    self.method = method
    self.kept = kept
    self.count = count
    self.readings = readings ?? count
  }
}

/// The repeated trials of one measurement, in hundredths of the kind's unit.
package struct TrialVisit: Sendable, Equatable {
  package let day: Day
  /// The trials, in order.
  package let trials: [Int]

  package init(day: Day, trials: [Int]) {
    self.day = day
    self.trials = trials
  }
}

/// The series that have entries in a log.
package struct LoggedSeries: Sendable, Equatable {
  /// The recall windows of its pain ratings.
  package var recalls: [Recall] = []
  /// The kinds and sides of its measurements as series, `thomas:left`, sorted.
  package var measures: [String] = []
  /// Its daily factors with their units.
  package var factors: [Slug: FactorUnit] = [:]
  /// Whether it has sessions.
  package var hasSessions = false

  package init() {}

  /// Their names: pain, measurements, factors, and totals of sessions.
  ///
  /// - Parameter own: the user's own kinds of measurement, whose names factors may share.
  package func names(own: [MeasurementKind]) -> [String] {
    let taken = Set(["pain"] + SessionCount.allCases.map(\.rawValue))
      .union((MeasurementKind.builtIn + own).map(\.slug.text))
    return Recall.allCases.filter(recalls.contains).map { Series.pain($0).name } + measures
      + factors.sorted { $0.key < $1.key }.map { name, unit in
        Series.factor(name, unit, shadowed: taken.contains(name.text)).name
      }
      + (hasSessions ? SessionCount.allCases.map(\.rawValue) : [])
  }
}
