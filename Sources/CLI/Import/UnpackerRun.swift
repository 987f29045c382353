import Core
import Glibc

/// One run of `psoas-unpack`, whose output is read as it comes. It ends with this object.
final class UnpackerRun {
  private let program: Subprocess
  private var hasEnded = false
  private var output: Int32
  private var messages: Int32
  private var said: [UInt8] = []
  private static let pieceSize = 1 << 18

  /// Starts the program.
  ///
  /// - Throws: ``Failure`` when it cannot be started.
  init(_ program: String, _ words: [String]) throws {
    guard let results = UnpackerRun.pipe(), let errors = UnpackerRun.pipe() else {
      throw UnpackerRun.unable(program, errno)
    }
    (output, messages) = (results.reading, errors.reading)
    defer { for descriptor in [results.writing, errors.writing] { close(descriptor) } }
    do {
      self.program = try Subprocess(
        [program] + words,
        [.nothing, .descriptor(results.writing), .descriptor(errors.writing)])
    } catch let error as Subprocess.Unable {
      throw UnpackerRun.unable(program, error.code)
    }
  }

  deinit {
    for descriptor in [output, messages] where descriptor >= 0 { close(descriptor) }
    if !hasEnded { program.kill() }
  }

  /// The next piece of the output; nil when all of it was read and the program ended well.
  ///
  /// - Throws: ``Failure`` with what the program said, when it failed.
  func piece() throws -> [UInt8]? {
    guard output >= 0 else { return nil }
    while true {
      var waiting = [
        pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waiting, 2, -1) < 0, errno == EINTR { continue }
      // Messages first, so that the program never waits with them.
      if waiting[0].revents != 0 {
        let words = UnpackerRun.read(messages, upTo: 4096)
        if words.isEmpty { end(&messages) }
        if said.count < 4096 { said += words }
      }
      if waiting[1].revents != 0 {
        let piece = UnpackerRun.read(output, upTo: UnpackerRun.pieceSize)
        if !piece.isEmpty { return piece }
        end(&output)
        try finish()
        return nil
      }
    }
  }

  private func finish() throws {
    while messages >= 0 {
      let words = UnpackerRun.read(messages, upTo: 4096)
      if words.isEmpty { end(&messages) }
      if said.count < 4096 { said += words }
    }
    let end = program.wait()
    hasEnded = true
    guard end != .status(0) else { return }
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
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
        ?? "nothing was imported; scripts/install puts the right one beside psoas")
  }

  private func end(_ descriptor: inout Int32) {
    close(descriptor)
    descriptor = -1
  }

  /// Some bytes; none at the end, and where reading fails.
  private static func read(_ descriptor: Int32, upTo most: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      var count = -1
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, most)
      } while count < 0
        && errno == EINTR
      filled = max(0, count)
    }
  }

  /// A pipe whose ends the program gets only where it is told to.
  private static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func unable(_ program: String, _ code: Int32) -> Failure {
    Failure(
      "cannot run \(quotedPath(program)): \(String(cString: strerror(code)))",
      hint: "scripts/install puts psoas-unpack beside psoas")
  }
}
