import Foundation
import Testing

/// What a run of the program left behind.
struct Run {
  let status: Int32
  let out: String
  let err: String
}

/// The built program, run as a user runs it, on a log of its own.
struct Binary {
  let folder: URL
  var environment: [String: String]

  /// The path of the log.
  var log: String { folder.appendingPathComponent("log.db").path }

  /// A folder for one test, with a fixed clock, zone and locale.
  init(now: String = "2026-11-20T18:00:00Z", zone: String = "UTC") throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("psoas-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PSOAS_DB": folder.appendingPathComponent("log.db").path, "PSOAS_NOW": now, "TZ": zone,
      "LC_ALL": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin", "COLUMNS": "80",
    ]
  }

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

  /// Runs the program and waits for it.
  @discardableResult
  func run(_ arguments: String..., extra: [String: String] = [:]) throws -> Run {
    try run(arguments, extra: extra)
  }

  /// Runs the program and waits for it.
  func run(_ arguments: [String], extra: [String: String] = [:]) throws -> Run {
    try Binary.execute(
      Binary.path, arguments, environment.merging(extra) { _, new in new }.filter { $0.value != "-" })
  }

  /// Runs a line of bash, in which `psoas` is the program.
  func shell(_ line: String, extra: [String: String] = [:]) throws -> Run {
    var environment = environment.merging(extra) { _, new in new }
    environment["PATH"] =
      URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path + ":/usr/bin:/bin:/usr/sbin"
    return try Binary.execute("/bin/bash", ["-c", line], environment)
  }

  private static func execute(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    // Files, not pipes: nothing has to be drained while the program runs.
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let (outFile, errFile) = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
    defer {
      try? FileManager.default.removeItem(at: outFile)
      try? FileManager.default.removeItem(at: errFile)
    }
    for file in [outFile, errFile] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errFile)
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Run(
      status: status, out: String(decoding: try Data(contentsOf: outFile), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: errFile), as: UTF8.self))
  }

  /// The bytes of the log, or nil when there is none.
  func bytes() -> Data? { try? Data(contentsOf: URL(fileURLWithPath: log)) }

  /// A value read from JSON that the program printed.
  func json(_ arguments: String...) throws -> Any {
    let run = try run(arguments)
    try #require(run.status == 0, "\(run.err)")
    return try JSONSerialization.jsonObject(with: Data(run.out.utf8), options: [.fragmentsAllowed])
  }
}
