#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Strings of C libraries, compared and measured without making copies of them.
package enum CString {
  package static func areEqual(_ left: UnsafePointer<CChar>, _ right: StaticString) -> Bool {
    strcmp(left, UnsafeRawPointer(right.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// The number of bytes before the end, or `most` where the end is not among so many.
  package static func length(_ string: UnsafePointer<CChar>, upTo most: Int) -> Int {
    strnlen(string, most)
  }
}
