import Foundation
import Testing

/// A log that a suite makes once, and of which each of its tests begins with a copy: the program starts
/// in the time that it takes to copy a hundred logs.
struct LogTemplate: Sendable {
  private let now: String
  private let zone: String
  let bytes: Result<Data, any Error>

  /// Makes the log by running commands, all in the one second `now`.
  init(
    now: String = "2026-11-20T18:00:00Z", zone: String = "UTC", _ fill: (Binary) throws -> Void
  ) {
    self.now = now
    self.zone = zone
    bytes = Result {
      let psoas = try Binary(now: now, zone: zone)
      try fill(psoas)
      let files = try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path)
      try #require(files == ["log.db"], "nothing else would be copied")
      return try #require(psoas.bytes())
    }
  }

  /// A program on a copy of the log.
  func copy() throws -> Binary {
    let psoas = try Binary(now: now, zone: zone)
    try bytes.get().write(to: URL(fileURLWithPath: psoas.log))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: psoas.log)
    return psoas
  }
}

extension LogTemplate {
  /// Three hundred entries (sessions, ratings, measurements, days) and a setting.
  static let damageable = LogTemplate { psoas in
    let run = try psoas.shell(
      """
      for i in $(seq 1 60); do
        psoas pain $((i % 11)) --site low-back --note "note $i" --at -${i}h -q &&
        psoas log bird-dog 3x8 side-plank 2x20s/side --minutes 9 --after 3 --at -${i}h -q &&
        psoas day sitting=${i}m --at -${i}d -q &&
        psoas measure thomas -$i --side left --at -${i}h -q || exit 1
      done
      psoas config report.weeks 8 -q
      """)
    try #require(run.status == 0, "\(run.err)")
  }
}
