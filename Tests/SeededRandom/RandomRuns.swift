import Glibc

/// How tests with random input run; the environment says it.
package enum RandomRuns {
  /// Where they start: `PSOAS_SEED`, or the same at each run, so that a run of the tests says the same twice.
  package static let seed = UInt64(setting("PSOAS_SEED") ?? 20_261_121)

  /// How many inputs they try: `PSOAS_FUZZ`, or as many as the tests have time for.
  package static func count(_ usual: Int) -> Int { setting("PSOAS_FUZZ") ?? usual }

  private static func setting(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
