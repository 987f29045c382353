#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An error of the operating system.
package struct SystemError: Error, Hashable, Sendable {
  /// The error number (errno).
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// The error of the last failed call. To be read at once: any further call may change it.
  package static var last: SystemError { SystemError(code: errno) }

  /// The system's message: `No such file or directory`.
  package var reason: String { String(cString: strerror(code)) }
}

extension SystemError {
  package static let accessDenied = SystemError(code: EACCES)
  package static let alreadyExists = SystemError(code: EEXIST)
  package static let brokenPipe = SystemError(code: EPIPE)
  package static let diskFull = SystemError(code: ENOSPC)
  package static let interrupted = SystemError(code: EINTR)
  package static let isFolder = SystemError(code: EISDIR)
  package static let nameTooLong = SystemError(code: ENAMETOOLONG)
  package static let notFolder = SystemError(code: ENOTDIR)
  package static let notFound = SystemError(code: ENOENT)
  package static let notImplemented = SystemError(code: ENOSYS)
  package static let notPermitted = SystemError(code: EPERM)
  package static let notSupported = SystemError(code: EOPNOTSUPP)
  package static let quotaExceeded = SystemError(code: EDQUOT)
  package static let readOnly = SystemError(code: EROFS)
  package static let tooManyLinks = SystemError(code: EMLINK)
  package static let wouldBlock = SystemError(code: EAGAIN)
}
