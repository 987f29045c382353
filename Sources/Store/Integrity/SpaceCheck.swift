import Core
import Glibc

/// Whether the disk has room for the next writes and a copy.
struct SpaceCheck {
  private let path: String
  private let around: Doctor.Surroundings

  init(_ path: String, _ around: Doctor.Surroundings) {
    self.path = path
    self.around = around
  }

  /// Free bytes below which a disk is too full, however small the log is.
  static let least = 50_000_000

  func findings() -> [Diagnostic] {
    var status = stat()
    guard stat(path, &status) == 0, let free = around.freeBytes ?? freeBytes() else { return [] }
    let size = Int(status.st_size)
    guard free < max(2 * size, SpaceCheck.least) else { return [] }
    return [
      Diagnostic(
        "disk", .attention,
        "the disk of the log has \(free / 1_000_000) MB free; a copy of the log needs "
          + "\(max(1, size / 1_000_000)) MB, and every write some room for its journal",
        advice: "free some space; an entry that does not fit is refused whole")
    ]
  }

  private func freeBytes() -> Int? {
    var disk = statvfs()
    guard statvfs(LogFile.folder(of: LogFile.resolved(path)), &disk) == 0 else { return nil }
    let (bytes, overflow) = Int(disk.f_bavail).multipliedReportingOverflow(by: Int(disk.f_frsize))
    return overflow ? Int.max : bytes
  }
}
