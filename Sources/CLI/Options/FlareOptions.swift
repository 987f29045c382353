import ArgumentParser
import Core
import Store

/// Whether flares count.
struct FlareOptions: ParsableArguments {
  @Flag(
    name: .customLong("without-flares"), help: "Leave out the weeks or days that a flare touches.")
  var isWithout = false

  /// The flares to leave out of these days; nil when all count.
  ///
  /// - Throws: ``StoreError``.
  func leftOut(_ log: LogStore, _ days: ClosedRange<Day>) throws -> [Flare]? {
    isWithout ? try log.flares(touching: days) : nil
  }
}
