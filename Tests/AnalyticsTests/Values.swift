import Core

/// A score of so many points.
func score(_ points: Double?) -> NPRSScore? {
  points.flatMap { NPRSScore(tenths: Int(($0 * 10).rounded())) }
}

/// A moment of a day in UTC.
func moment(_ day: Int, hour: Int = 18) -> Moment {
  Moment(utc: day * 86_400 + hour * 3600, offsetMinutes: 0, zone: "UTC", day: Day(number: day))
}
