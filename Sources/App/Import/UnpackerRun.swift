import Core
import System

/// One run of `psoas-unpack`, whose output is read as it arrives. The process ends with this object.
final class UnpackerRun {
  private let program: Subprocess
  private var hasEnded = false
  private var output: Descriptor?
  private var messages: Descriptor?
  private var report: [UInt8] = []
  /// How many bytes of its messages are kept.
  private static let mostMessages = 4096

  /// Starts the program.
  ///
  /// - Throws: ``Failure`` when it cannot be started.
  init(_ program: String, arguments: [String]) throws {
    do {
      let (results, errors) = (try Descriptor.pipe(), try Descriptor.pipe())
      (output, messages) = (results.reading, errors.reading)
      defer { for pipe in [results, errors] { pipe.writing.close() } }
      self.program = try Subprocess(
        [program] + arguments,
        streams: [.nothing, .descriptor(results.writing), .descriptor(errors.writing)])
    } catch {
      throw Failure(
        "cannot run \(program.quotedPath): \(error.reason)",
        hint: "scripts/install puts psoas-unpack next to psoas")
    }
  }

  deinit {
    output?.close()
    messages?.close()
    if !hasEnded { program.terminate() }
  }

  /// The next piece of output; nil when all was read and the program succeeded.
  ///
  /// - Throws: ``Failure`` with the program's message, when it failed.
  func piece() throws -> [UInt8]? {
    while let output {
      let isReady = Descriptor.waitToRead([messages, output])
      // Messages first, so that the program never blocks on them.
      if isReady[0] { readMessages() }
      if isReady[1] {
        let piece = (try? output.read(upTo: ImportFile.pieceSize)) ?? []
        if !piece.isEmpty { return piece }
        output.close()
        self.output = nil
        try finish()
      }
    }
    return nil
  }

  private func readMessages() {
    guard let messages else { return }
    let bytes = (try? messages.read(upTo: UnpackerRun.mostMessages)) ?? []
    if bytes.isEmpty {
      messages.close()
      self.messages = nil
    }
    if report.count < UnpackerRun.mostMessages { report += bytes }
  }

  private func finish() throws {
    while messages != nil { readMessages() }
    let end = program.wait()
    hasEnded = true
    guard end != .status(0) else { return }
    let lines = String(decoding: report, as: UTF8.self).split(separator: "\n").map(String.init)
    func line(_ mark: String) -> String? {
      lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }
    let reason =
      switch end {
      case .status(let status): "with status \(status)"
      case .signal(let signal): "by signal \(signal)"
      }
    throw Failure(
      line("error: ") ?? "psoas-unpack ended \(reason) before all was read",
      hint: line("hint: ")
        ?? "nothing was imported; scripts/install puts the right one next to psoas")
  }
}
