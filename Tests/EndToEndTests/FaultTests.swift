import Foundation
import Testing

/// Faults done on purpose, the fast ones; `scripts/faults` does them all.
@Suite struct FaultTests {
  static let canTrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// A log with an entry, which every fault has to leave there.
  private func started() throws -> Binary {
    let psoas = try Binary()
    try psoas.run("pain", "4", "--note", "first")
    return psoas
  }

  private func notes(_ psoas: Binary) throws -> [String] {
    try psoas.objects("list").compactMap { $0["note"] as? String }.sorted()
  }

  /// Each of the calls by which an entry is stored fails or is the last, and the entry is whole or not
  /// there, as the program says.
  @Test(.enabled(if: canTrace), arguments: ["error=EIO", "error=ENOSPC", "signal=KILL"])
  func aFaultAtEveryCallThatStores(fault: String) throws {
    let psoas = try started()
    try psoas.shell("cp log.db whole.db; strace -f -o calls psoas pain 5 -q --note second")
    let names = ["openat", "pwrite64", "fdatasync", "unlink", "fcntl", "close"]
    let calls = try String(contentsOfFile: psoas.path("calls"), encoding: .utf8).split(
      separator: "\n")
    let own = try #require(calls.firstIndex { $0.contains("F_GETFD") })
    for name in names {
      let isCall = { (line: Substring) in line.contains(" \(name)(") }
      let all = calls.count(where: isCall)
      let earlier = calls[..<own].count(where: isCall)
      // Not every lock and page: that is for the full run.
      let step = max(1, (all - earlier) / 6)
      for number in stride(from: earlier + 1, through: all, by: step) {
        let run = try psoas.shell(
          """
          cp whole.db log.db; rm -f log.db-journal
          strace -f -qq -o trace -e inject=\(name):\(fault):when=\(number) \
            psoas pain 5 -q --note second
          """)
        let place = Comment(rawValue: "\(name) \(number) \(fault): \(run)")
        let stored = try notes(psoas)
        #expect(stored == ["first", "second"] || (run.status != 0 && stored == ["first"]), place)
        if fault != "signal=KILL" {
          #expect(run.status == 0 || run.err.hasPrefix("error: "), place)
          #expect(!(stored.count == 2 && run.err.contains("nothing was")), place)
        }
        #expect(try psoas.integrity() == "ok\n", place)
      }
    }
  }

  /// The journal is gone, so the entry is there, but nobody can be sure that it would survive.
  @Test(.enabled(if: canTrace)) func aFaultWhenTheEntryIsThereAlready() throws {
    let psoas = try started()
    // The last of the five is that of the folder the journal was removed from.
    let run = try psoas.shell(
      "strace -f -qq -o trace -e inject=fdatasync:error=EIO:when=5 psoas pain 5 --note second")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      run.err == """
        error: the disk failed at the end of a change of '\(psoas.log)': disk I/O error
        hint: it may be stored or not: look with 'psoas history' before you enter it again

        """)
    #expect(try notes(psoas) == ["first", "second"])
  }

  /// Without /proc the runtime finds no words, and no words would be a request for help.
  @Test(.enabled(if: canTrace)) func aCommandLineThatCannotBeRead() throws {
    let psoas = try started()
    let run = try psoas.shell(
      "strace -f -qq -o trace -P /proc/self/maps -e inject=openat:error=EMFILE psoas pain 5 -q")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(
      // strace has a word of its own before it.
      run.err.hasSuffix(
        """
        error: the words of the command line cannot be read, nothing was done
        hint: make sure that /proc is there and 'ulimit -n' is above 10

        """), "\(run)")
  }
}
