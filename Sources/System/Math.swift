#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mathematical functions of the C library that Swift's standard library lacks.
package enum Math {
  package static func exp(_ x: Double) -> Double { cExp(x) }
  /// exp(x) − 1, exact near 0.
  package static func expm1(_ x: Double) -> Double { cExpm1(x) }
  /// The natural logarithm.
  package static func log(_ x: Double) -> Double { cLog(x) }
  /// log(1 + x), exact near 0.
  package static func log1p(_ x: Double) -> Double { cLog1p(x) }
  /// The complementary error function.
  package static func erfc(_ x: Double) -> Double { cErfc(x) }
}

// Under other names, because a method hides the function with its name.
private func cExp(_ x: Double) -> Double { exp(x) }
private func cExpm1(_ x: Double) -> Double { expm1(x) }
private func cLog(_ x: Double) -> Double { log(x) }
private func cLog1p(_ x: Double) -> Double { log1p(x) }
private func cErfc(_ x: Double) -> Double { erfc(x) }
