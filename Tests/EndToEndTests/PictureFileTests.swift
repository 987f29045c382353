import Foundation
import Testing

/// PNG and PDF, which `rsvg-convert` makes: here mostly a stand-in of the tests, found in PATH.
@Suite struct PictureFileTests {
  private let psoas: Binary

  init() throws {
    psoas = try Binary()
    try psoas.done("pain", "4", "--quiet")
  }

  /// Runs the weekly report with this script as the program that makes pictures.
  private func run(
    _ script: String, output: String = "x.png", _ words: String...
  ) throws -> Run {
    try psoas.shell(
      """
      mkdir -p bin; printf '%s\\n' '#!/bin/sh' "$SCRIPT" > bin/rsvg-convert
      chmod +x bin/rsvg-convert
      """, extra: ["SCRIPT": script])
    let words = ["report", "weekly", "--output", psoas.path(output)] + words
    return try psoas.run(words, extra: ["PATH": "\(psoas.path("bin")):/usr/bin:/bin"])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: psoas.path(name)), encoding: .utf8)
  }

  private func files() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: psoas.folder.path))
  }

  private static let honest = "echo \"$@\" > \"$HOME/words\"; cat > \"$HOME/svg\"; printf PICTURE"

  @Test(arguments: [
    ("x.png", "--format=png --zoom=2\n"), ("x.pdf", "--format=pdf\n"),
    ("X.PNG", "--format=png --zoom=2\n"),
  ])
  func thePictureIsMadeOfTheSVG(_ name: String, _ words: String) throws {
    let run = try run(PictureFileTests.honest, output: name)
    #expect(run.status == 0 && run.out.isEmpty && run.err.isEmpty)
    #expect(try text(name) == "PICTURE")
    #expect(try psoas.mode(psoas.path(name)) == 0o600)
    #expect(try text("words") == words)
    #expect(try text("svg") == psoas.done("report", "weekly", "--format", "svg"))
    #expect(try files() == ["bin", "log.db", "words", "svg", name])
  }

  @Test func theFormMayBeSaid() throws {
    #expect(try run(PictureFileTests.honest, output: "x.png", "--format", "svg").status == 0)
    let adherence = try psoas.run(
      "report", "adherence", "--output", psoas.path("a.pdf"),
      extra: ["PATH": "\(psoas.path("bin")):/usr/bin:/bin"])
    #expect(adherence.status == 0)
    #expect(try text("a.pdf") == "PICTURE")
  }

  /// The summary for a clinician is a sheet of paper as PDF, and its picture where that was asked for.
  @Test func thePageForAClinicianIsAPage() throws {
    try psoas.shell(
      """
      mkdir -p bin; printf '%s\\n' '#!/bin/sh' "$SCRIPT" > bin/rsvg-convert
      chmod +x bin/rsvg-convert
      """, extra: ["SCRIPT": PictureFileTests.honest])
    func svg(_ words: String...) throws -> String {
      let run = try psoas.run(
        ["report", "clinician", "--output", psoas.path("c.pdf")] + words,
        extra: ["PATH": "\(psoas.path("bin")):/usr/bin:/bin"])
      #expect(run.status == 0 && run.out.isEmpty && run.err.isEmpty)
      return try text("svg")
    }
    let page = try svg()
    for part in ["width=\"210mm\"", ">Summary for a clinician<", ">Red flags<", ">Then and now<"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(try svg("--format", "svg") == psoas.done("report", "clinician", "--format", "svg"))
  }

  @Test(arguments: [
    ("printf half; echo 'no font' >&2; echo 'at all' >&2; exit 3", "no font; at all"),
    ("cat > /dev/null", "it ended with status 0 and without a picture"),
    ("kill -9 $$", "it was stopped by a signal"),
    ("printf 'a\\033[31m\\342\\200\\256b' >&2; exit 1", "a[31mb"),
  ])
  func aFailureLeavesWhatWasThere(_ script: String, _ said: String) throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: psoas.path("x.png")))
    let run = try run(script)
    #expect(run.status == 1 && run.out.isEmpty)
    let line = "error: rsvg-convert could not make '\(psoas.path("x.png"))': \(said)\nhint: "
    #expect(run.err.hasPrefix(line), "\(run.err)")
    #expect(try text("x.png") == "old")
    #expect(try files() == ["bin", "log.db", "x.png"])
  }

  /// Neither side waits for the other, however much is said before anything is read.
  @Test func muchTalkDoesNotBlock() throws {
    let run = try run("yes talk | head -c 300000 >&2; cat > /dev/null; printf PICTURE")
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(try text("x.png") == "PICTURE")
  }

  @Test func withoutTheProgramNothingIsWritten() throws {
    let words = ["report", "weekly", "--output", psoas.path("x.pdf")]
    for path in ["/nowhere", ""] {
      let run = try psoas.run(words, extra: ["PATH": path])
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(
        run.err == """
          error: '\(psoas.path("x.pdf"))' needs rsvg-convert, which is not installed
          hint: install it (on Debian: apt-get install librsvg2-bin), or use --format svg

          """)
    }
    #expect(try files() == ["log.db"])
  }

  @Test func aProgramThatCannotRunIsSaid() throws {
    try psoas.shell("mkdir bin; printf '#!/nowhere/sh\\n' > bin/rsvg-convert; chmod +x bin/*")
    let run = try psoas.run(
      "report", "weekly", "--output", psoas.path("x.png"), extra: ["PATH": psoas.path("bin")])
    #expect(run.status == 1)
    #expect(run.err.hasPrefix("error: cannot run '"))
    #expect(try files() == ["bin", "log.db"])
  }

  @Test func otherEndingsKeepTheirForm() throws {
    try psoas.done("report", "weekly", "--output", psoas.path("x.svg"))
    #expect(try text("x.svg").hasPrefix("Weeks "))
    try psoas.done("report", "weekly", "--format", "html", "--output", psoas.path("x.html"))
    #expect(try text("x.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try psoas.mode(psoas.path("x.html")) == 0o600)
  }

  @Test(.needs(.rsvgConvert, .pdfinfo)) func theRealProgramMakesPictures() throws {
    for (name, start) in [
      ("x.png", [0x89, 0x50, 0x4E, 0x47]), ("x.pdf", [0x25, 0x50, 0x44, 0x46]),
    ] {
      try psoas.done("report", "weekly", "--output", psoas.path(name))
      let bytes = try Data(contentsOf: URL(fileURLWithPath: psoas.path(name)))
      #expect(bytes.prefix(4).map(Int.init) == start)
      #expect(bytes.count > 1000)
    }
    try psoas.done("report", "clinician", "--output", psoas.path("c.pdf"))
    // A sheet of A4 is 595 by 842 points; a page that is there once is not there twice.
    let found = try psoas.shell("pdfinfo c.pdf | grep -E 'Pages|Page size' | tr -s ' '")
    #expect(found.out == "Pages: 1\nPage size: 595.276 x 841.89 pts (A4)\n", "\(found)")
  }
}
