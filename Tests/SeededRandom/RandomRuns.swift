import System

/// How tests with random input run; the environment says it.
package enum RandomRuns {
  /// Where they start: `PSOAS_SEED`, or the same at each run, so that a run of the tests says the same twice.
  package static let seed: UInt64 = {
    let seed = setting("PSOAS_SEED") { UInt64($0) } ?? 20_261_121
    print("random tests start from seed \(seed)")
    return seed
  }()

  /// How many inputs they try: `PSOAS_FUZZ`, or as many as the tests have time for.
  package static func count(_ usual: Int) -> Int { setting("PSOAS_FUZZ") { Int($0) } ?? usual }

  private static func setting<Number>(_ name: String, _ read: (String) -> Number?) -> Number? {
    CurrentProcess.environment(name).flatMap(read)
  }
}
