#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compares and measures C strings without copying them.
package enum CString {
  package static func areEqual(_ left: UnsafePointer<CChar>, _ right: StaticString) -> Bool {
    strcmp(left, UnsafeRawPointer(right.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// The number of bytes before the terminator, or `most` if there is none among that many.
  package static func length(_ string: UnsafePointer<CChar>, upTo most: Int) -> Int {
    strnlen(string, most)
  }
}
