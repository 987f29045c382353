#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file descriptor. It does not close itself; ``File`` does.
package struct Descriptor: Hashable, Sendable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static let standardInput = Descriptor(number: 0)
  package static let standardOutput = Descriptor(number: 1)
  package static let standardError = Descriptor(number: 2)

  package func close() { cClose(number) }

  /// Closes it in programs that this one starts.
  package func closeOnExec() { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
}

extension Descriptor {
  /// Reads available bytes, up to a limit; empty at the end.
  package func read(upTo most: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      do throws(SystemError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads into a buffer; returns the number of bytes, 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try Descriptor.retrying { cRead(number, buffer.baseAddress, buffer.count) }
  }

  /// Reads bytes at an offset; fewer at the end of the file.
  package func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try Descriptor.retrying { pread(number, &bytes, count, off_t(offset)) }
    return Array(bytes.prefix(read))
  }

  /// Writes all bytes.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try Descriptor.retrying { cWrite(number, rest.baseAddress, rest.count) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemError) { try write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Overwrites bytes at an offset.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    let count = try Descriptor.retrying { pwrite(number, bytes, bytes.count, off_t(offset)) }
    guard count == bytes.count else { throw .diskFull }
  }

  /// Seeks to the start of a file.
  package func rewind() { lseek(number, 0, SEEK_SET) }

  /// Repeats a call that a signal interrupted.
  private static func retrying(_ call: () -> Int) throws(SystemError) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      let error = SystemError.last
      if error != .interrupted { throw error }
    }
  }
}

extension Descriptor {
  package func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Flushes everything written so far to disk.
  package func sync() throws(SystemError) {
    guard fsync(number) == 0 else { throw .last }
  }

  package func setPermissions(_ permissions: UInt32) throws(SystemError) {
    guard fchmod(number, mode_t(permissions)) == 0 else { throw .last }
  }

  package func truncate(to size: Int) throws(SystemError) {
    guard ftruncate(number, off_t(size)) == 0 else { throw .last }
  }

  /// Sets the modification time.
  package func setModified(_ time: FileStatus.Time) {
    futimens(number, [time.timespec, time.timespec])
  }

  /// Locks the file for this process, unless another one holds the lock.
  @discardableResult package func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }
}

extension Descriptor {
  package enum Event: Sendable { case readable, writable }

  /// Waits until it can be read or written without blocking, or has ended.
  ///
  /// - Returns: false after this many milliseconds.
  package func isReady(for event: Event, within milliseconds: Int32) -> Bool {
    let wanted = event == .readable ? POLLIN : POLLOUT
    var poll = pollfd(fd: number, events: Int16(wanted), revents: 0)
    return cPoll(&poll, 1, milliseconds) > 0
  }

  /// Waits until one of several can be read or has ended.
  ///
  /// - Returns: whether each can be read; false for nil.
  package static func waitToRead(_ descriptors: [Descriptor?]) -> [Bool] {
    var polls = descriptors.map {
      pollfd(fd: $0?.number ?? -1, events: Int16(POLLIN), revents: 0)
    }
    while cPoll(&polls, numericCast(polls.count), -1) < 0, errno == EINTR {}
    return polls.map { $0.revents != 0 }
  }

  /// The two ends of a new pipe, closed in child processes unless passed on.
  package static func pipe() throws(SystemError) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    guard cPipe(&ends) == 0 else { throw .last }
    let (reading, writing) = (Descriptor(number: ends[0]), Descriptor(number: ends[1]))
    reading.closeOnExec()
    writing.closeOnExec()
    return (reading, writing)
  }
}

extension Descriptor {
  package var isTerminal: Bool { isatty(number) == 1 }

  /// The columns and rows of a terminal; nil if unknown, or if it is not one.
  package var terminalSize: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

// The C functions, under other names, because a method hides the function with its name.
private func cRead(_ number: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(number, buffer, count)
}
private func cWrite(_ number: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(number, buffer, count)
}
private func cPoll(
  _ polls: UnsafeMutablePointer<pollfd>, _ count: nfds_t, _ milliseconds: Int32
) -> Int32 {
  poll(polls, count, milliseconds)
}
private func cPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func cClose(_ number: Int32) { close(number) }
