import ArgumentParser

/// Whether days in a flare count.
struct FlareOptions: ParsableArguments {
  @Flag(
    name: .customLong("without-flares"), help: "Leave out the weeks or days that a flare touches.")
  var isWithout = false
}
