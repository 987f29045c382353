import Foundation
import SeededRandom
import Testing

/// What a run of the program left behind.
struct Run {
  let status: Int32
  let out: String
  let err: String
}

/// The built program, run as a user runs it, on a log of its own in a folder that goes away with
/// this object.
final class Binary: Sendable {
  let folder: URL
  let environment: [String: String]

  /// The path of the log.
  var log: String { path("log.db") }

  /// A folder for one test, with a fixed clock, zone and locale.
  init(now: String = "2026-11-20T18:00:00Z", zone: String = "UTC") throws {
    folder = URL(fileURLWithPath: "/tmp/psoas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PSOAS_DB": folder.appendingPathComponent("log.db").path, "PSOAS_NOW": now, "TZ": zone,
      "LC_ALL": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin", "COLUMNS": "80",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program itself, beside the bundle of the tests.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("psoas")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        (try? candidate.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true
      {
        return candidate.path
      }
      folder = folder.deletingLastPathComponent()
    }
    return "/nowhere/psoas"
  }()

  /// The path of a file in the folder of this test.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Runs the program and waits for it; a variable whose extra value is nil is taken away.
  @discardableResult
  func run(_ arguments: String..., extra: [String: String?] = [:]) throws -> Run {
    try run(arguments, extra: extra)
  }

  /// Runs the program and waits for it.
  func run(_ arguments: [String], extra: [String: String?] = [:]) throws -> Run {
    try execute(Binary.path, arguments, changed(extra))
  }

  /// Runs the program, which has to do its work without a word on standard error.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func done(_ arguments: String..., extra: [String: String?] = [:]) throws -> String {
    let run = try run(arguments, extra: extra)
    try #require(run.status == 0 && run.err.isEmpty, "psoas \(arguments): \(run)")
    return run.out
  }

  /// Runs the program in the same way.
  @discardableResult
  func done(_ arguments: [String]) throws -> String {
    let run = try run(arguments)
    try #require(run.status == 0 && run.err.isEmpty, "psoas \(arguments): \(run)")
    return run.out
  }

  /// Runs a line of bash, in which `psoas` is the program and `$LOG` its log.
  @discardableResult
  func shell(_ line: String, extra: [String: String?] = [:]) throws -> Run {
    var environment = changed(extra)
    let folder = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    environment["PATH"] = "\(folder):/usr/bin:/bin:/usr/sbin:/sbin"
    environment["LOG"] = log
    // What a script draws with RANDOM is the same in every run, too.
    let start = "cd \"$HOME\"; RANDOM=\(RandomRuns.seed & 32_767)"
    return try execute("/bin/bash", ["-c", "\(start); \(line)"], environment)
  }

  /// Runs a line of bash as a user whom permissions bind, and who can do the system no harm.
  func unprivileged(_ line: String) throws -> Run {
    guard geteuid() == 0 else { return try shell(line) }
    // By way of an open folder: a checkout of root's may stand where that user may not look.
    let line = "PATH=/proc/self/fd/9:$PATH; \(line)"
    return try shell(
      "setpriv --reuid=65534 --regid=65534 --clear-groups bash -c \"$LINE\" 9< \"${PATH%%:*}\"",
      extra: ["LINE": line])
  }

  /// Gives the folder of this test to that user, and makes sure that it can be used then.
  func handOver() throws {
    if geteuid() == 0 { try shell("chown -R 65534:65534 .") }
    let run = try unprivileged("psoas pain 5 --quiet")
    try #require(run.status == 0, "\(run.err)")
  }

  private func changed(_ extra: [String: String?]) -> [String: String] {
    var environment = environment
    for (name, value) in extra { environment[name] = value }
    return environment
  }

  private func execute(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    // Files, not pipes: nothing has to be drained while the program runs. They stand outside the
    // folder of the test, so that they are not taken for something the program made.
    let base = URL(fileURLWithPath: "/tmp/psoas-run-\(UUID().uuidString)")
    let files = ["out", "err"].map { base.appendingPathExtension($0) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    let handles = try files.map { try FileHandle(forWritingTo: $0) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    // A signal shows as its number below zero, so that a crash is never an exit status.
    let ended = process.terminationStatus
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(
      status: process.terminationReason == .exit ? ended : -ended, out: texts[0], err: texts[1])
  }
}

extension Binary {
  /// The bytes of the log, or nil when there is none.
  func bytes() -> Data? { try? Data(contentsOf: URL(fileURLWithPath: log)) }

  /// A value read from JSON that the program printed.
  func json(_ arguments: [String]) throws -> Any {
    let run = try run(arguments)
    try #require(run.status == 0, "psoas \(arguments): \(run)")
    return try JSONSerialization.jsonObject(with: Data(run.out.utf8), options: [.fragmentsAllowed])
  }

  /// An object that the program printed as JSON.
  func object(_ arguments: String...) throws -> [String: Any] {
    try #require(try json(arguments + ["--format", "json"]) as? [String: Any])
  }

  /// The objects that the program printed as a JSON array.
  func objects(_ arguments: String...) throws -> [[String: Any]] {
    try #require(try json(arguments + ["--format", "json"]) as? [[String: Any]])
  }

  /// The permissions of a file or folder.
  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  /// What SQLite itself says about the log; `ok` when it is whole.
  func integrity() throws -> String {
    try shell("sqlite3 \"$LOG\" 'PRAGMA integrity_check; PRAGMA foreign_key_check'").out
  }
}
