import Core

/// Zones with rules of their own, so that the tests ask the system nothing.
enum Zones {
  static let utc = Zone(name: "UTC") { _ in 0 }

  /// Central European Time in 2026: forward on 29 March 02:00, back on 25 October 03:00.
  static let berlin = Zone(name: "Europe/Berlin") { utc in
    (1_774_746_000..<1_792_890_000).contains(utc) ? 7200 : 3600
  }

  /// A zone that skipped 30 December 2011 whole.
  static let apia = Zone(name: "Pacific/Apia") { utc in utc < 1_325_239_200 ? -36_000 : 50_400 }
}

/// Seconds since 1970-01-01T00:00Z of a UTC date and time; nil when there is no such date.
func utc(_ date: String, _ hour: Int, _ minute: Int = 0) -> Int? {
  Day(date).map { $0.number * 86_400 + hour * 3600 + minute * 60 }
}
