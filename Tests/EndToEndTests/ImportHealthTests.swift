import Foundation
import Testing
import ZipWriter

/// Exports of Apple Health and zip files, read by the program beside psoas.
@Suite struct ImportHealthTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let export = "\(tests)/UnpackTests/Fixtures/export.xml"
  private static let loop = "\(tests)/ImportTests/Fixtures/loop"

  private func binary() throws -> Binary { try Binary(now: "2027-01-01T00:00:00Z") }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func put(_ bytes: [UInt8], _ name: String, _ psoas: Binary) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: psoas.path(name)))
    return psoas.path(name)
  }

  /// The zip that the Health app makes on a Spanish phone.
  private static func parcel() throws -> ZipBytes {
    let cda = "<?xml version=\"1.0\"?><ClinicalDocument></ClinicalDocument>"
    return ZipBytes([
      .init("apple_health_export/", [], deflated: false),
      .init("apple_health_export/export_cda.xml", cda.utf8),
      .init("apple_health_export/workout-routes/route_1.gpx", "<gpx/>".utf8),
      .init("apple_health_export/Exportación.xml", try bytes(export)),
    ])
  }

  private static func run(_ psoas: Binary, _ words: String...) throws -> Run {
    try psoas.run(["import"] + words)
  }

  @Test func theSummaryInWords() throws {
    let psoas = try binary()
    let file = try Self.put(Self.parcel().bytes, "export.zip", psoas)
    let run = try Self.run(psoas, "apple-health", file)
    #expect(
      run.out == """
        Apple Health file of 13 rows, 2026-01-18 to 2026-02-04: added
          3 sessions with 3 sets
          3 measurements
        left out: records that are there twice (1)
        left out: workouts of 'Running' (1)
        names new to the log: Core Training = core-training, Functional Strength
          Training = functional-strength-training, Lower Back Pain = measure
          lower-back-pain, Yoga = yoga
        3 rows cannot be kept:
          line 40 says no severity of the pain
          line 54 has the length '0' min, which is not 1 second to 24 hours
          line 55 ends before it begins
        undo: psoas undo

        """)
    // The file by itself, and the same again, add nothing.
    for path in [Self.export, file] {
      let again = try psoas.object("import", "apple-health", path)
      #expect(again["added"] as? [String: Int] == [:])
      #expect(again["alreadyThere"] as? [String: Int] == ["sessions": 3, "measurements": 3])
    }
    try psoas.done("undo")
    #expect(try psoas.objects("list").isEmpty)
  }

  /// Each rating of a day stays, on its own scale and on the day that the record's clock showed.
  @Test func whatIsKept() throws {
    let psoas = try binary()
    try psoas.run("import", "apple-health", Self.export)
    let ratings = try psoas.objects("list", "measures")
    #expect(ratings.map { $0["day"] as? String } == ["2026-01-19", "2026-01-18", "2026-01-18"])
    #expect(ratings.map { $0["kind"] as? String } == Array(repeating: "lower-back-pain", count: 3))
    #expect(ratings.compactMap { ($0["trials"] as? [Double])?.first } == [0, 3, 1])
    #expect(try psoas.objects("list", "pain").isEmpty)
    let sessions = try psoas.objects("list", "sessions")
    #expect(sessions.compactMap { $0["minutes"] as? Double } == [15, 45.5, 12.516666666666667])
    #expect(try psoas.done("measure", "lower-back-pain", "2").contains("lower-back-pain 2"))
    let beyond = try psoas.run("measure", "lower-back-pain", "4")
    #expect(beyond.status != 0)
  }

  @Test func namesCanBeMapped() throws {
    let psoas = try binary()
    let map = psoas.path("names.txt")
    try psoas.run("import", "apple-health", Self.export, "--write-map", map)
    #expect(
      try String(contentsOfFile: map, encoding: .utf8) == """
        Core Training = core-training
        Functional Strength Training = functional-strength-training
        Lower Back Pain = measure lower-back-pain
        Yoga = yoga

        """)
    func say(_ pain: String) throws {
      try Data("Yoga = skip\nCore Training = plank\nLower Back Pain = \(pain)\n".utf8)
        .write(to: URL(fileURLWithPath: map))
    }
    try say("pain")
    let refused = try psoas.run("import", "apple-health", Self.export, "--map", map)
    #expect(
      refused.err
        == "error: the mapping takes 'Lower Back Pain' for 'pain', and in the file it is a rating "
        + "on a scale of its own\nhint: use measure KIND, factor NAME or skip\n")
    try say("measure lower-back-pain")
    let run = try psoas.object("import", "apple-health", Self.export, "--map", map)
    #expect(run["leftOutByMapping"] as? Int == 1 && run["rejectedRows"] as? Int == 3)
    #expect(try psoas.objects("list", "sessions").count == 2)
  }

  /// The zip of Loop Habit Tracker is its folder.
  @Test(arguments: ["loop", "loop-old"]) func theZipOfLoop(_ name: String) throws {
    let psoas = try binary()
    let folder = "\(Self.tests)/ImportTests/Fixtures/\(name)"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }.sorted()
    let zip = ZipBytes(try names.map { .init($0, try Self.bytes("\(folder)/\($0)")) })
    let file = try Self.put(zip.bytes, "Loop Habits CSV.zip", psoas)
    let first = try psoas.object("import", "loop", file)
    let second = try psoas.object("import", "loop", folder)
    #expect(first["rows"] as? Int == second["rows"] as? Int)
    #expect(first["added"] as? [String: Int] == second["alreadyThere"] as? [String: Int])
    #expect(second["added"] as? [String: Int] == [:])
    #expect(try psoas.objects("history").count == 1)
  }

  /// A file that is refused, and what is said of it.
  struct Refused: Sendable, CustomTestStringConvertible {
    let form: String
    let statement: String
    let make: @Sendable () throws -> [UInt8]

    init(_ form: String, _ statement: String, _ make: @escaping @Sendable () throws -> [UInt8]) {
      (self.form, self.statement, self.make) = (form, statement, make)
    }

    /// An export with a text for its XML.
    init(xml: String, _ statement: String) {
      self.init("apple-health", statement) { Array(xml.utf8) }
    }

    /// The zip of the Health app with something wrong.
    init(
      _ form: String, _ statement: String,
      change: @escaping @Sendable (inout ZipBytes) throws -> Void
    ) {
      self.init(form, statement) {
        var zip = try parcel()
        try change(&zip)
        return zip.bytes
      }
    }

    var testDescription: String { statement }
  }

  static let refused = [
    Refused(xml: "Date,Pain\n", "line 1 is no XML: syntax error"),
    Refused(xml: "", "the file ends in line 1, before its last element does"),
    Refused(
      xml: "<ClinicalDocument/>",
      "this is not an export of Apple Health: it starts with 'ClinicalDocument'"),
    Refused(
      xml: "<!DOCTYPE HealthData [\n<!ENTITY a \"b\">]><HealthData/>",
      "line 2 declares an entity, which no export of Apple Health has"),
    Refused(
      xml: "<HealthData>" + String(repeating: "<a>", count: 101),
      "line 1 has more than 100 elements one within the other"),
    Refused(
      xml: "<HealthData>\n<a b=\"" + String(repeating: "x", count: 3 << 20),
      "line 2 has an element of more than 1 MiB"),
    Refused("apple-health", "the file ends in line 53, before its last element does") {
      Array(try bytes(export).prefix(4000))
    },
    Refused("apple-health", "the list of files in 'PATH' is missing or damaged") {
      Array(try parcel().bytes.dropLast(30))
    },
    Refused("apple-health", "there is no export of Apple Health in 'PATH'") {
      $0.items.removeLast()
    },
    Refused("apple-health", "there are 2 exports of Apple Health in 'PATH'") {
      $0.items.append(.init("export.xml", try bytes(export)))
    },
    Refused(
      "apple-health",
      "'apple_health_export/Exportación.xml' in the zip is damaged: its checksum does not fit"
    ) { $0.items[3].crc ^= 1 },
    Refused("loop", "the zip holds '../../Habits.csv', which is no name within a folder") {
      $0.items[1].path = Array("../../Habits.csv".utf8)
    },
    Refused("loop", "there is no Checkmarks.csv among the files") { _ in },
    Refused("loop", "the tables in 'PATH' have more than 64 MiB each or 256 MiB together") {
      var item = ZipBytes.Item("Checkmarks.csv", "Date,A,\n".utf8, deflated: false)
      item.data = Array(repeating: 0, count: 1 << 20)
      (item.method, item.size) = (8, 65 << 20)
      $0.items = [item]
    },
    Refused("strong", "'PATH' is a zip file") { _ in },
  ]

  @Test(arguments: refused) func refusals(_ refused: Refused) throws {
    let psoas = try binary()
    try psoas.done("init", "--quiet")
    let before = psoas.bytes()
    let path = try Self.put(refused.make(), "a", psoas)
    let run = try Self.run(psoas, refused.form, path)
    let message = refused.statement.replacingOccurrences(of: "PATH", with: path)
    #expect(run.status == 1 && run.out == "")
    #expect(run.err.hasPrefix("error: \(message)\nhint: "), "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 2)
    #expect(psoas.bytes() == before)
  }

  /// A zip of zeros whose end says that they are a list of 44 million files, for which a reader would
  /// need 1.4 GB.
  @Test func aListThatNeedsTooMuchMemory() throws {
    let psoas = try binary()
    let path = try Self.put([0x50, 0x4B, 3, 4], "a.zip", psoas)
    try psoas.shell("truncate -s 2G a.zip")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(
      contentsOf: ZipBytes.end(
        count: 44_000_000, start: 4, length: 2 << 30 - 4, isLarge: true))
    try file.close()
    let run = try Self.run(psoas, "apple-health", path)
    #expect(run.status == 1 && run.out == "")
    #expect(
      run.err == """
        error: there is no memory for the list of files in '\(path)'
        hint: unpack it and give the file in it

        """)
  }

  /// A copy of psoas with something else beside it in place of psoas-unpack.
  private func beside(
    _ script: String?, _ psoas: Binary, words: String = "apple-health \(export)"
  ) throws -> Run {
    try psoas.done("init", "--quiet")
    try psoas.shell("mkdir bin; cp \(Binary.path) bin/psoas")
    if let script {
      _ = try Self.put(Array("#!/bin/sh\n\(script)\n".utf8), "bin/psoas-unpack", psoas)
      try psoas.shell("chmod +x bin/psoas-unpack")
    }
    let before = psoas.bytes()
    let run = try psoas.shell(
      "PATH=/usr/bin:/bin; printf 'PK\\3\\4' > a.zip; bin/psoas import \(words)")
    #expect(run.status == 1 && run.out == "" && psoas.bytes() == before)
    return run
  }

  private static let row =
    "line,element,type,value,start,end,duration,unit,source\\n"
    + "1,Workout,HKWorkoutActivityTypeYoga,,2026-01-01 07:00:00 +0100,,30,min,S\\n"

  /// Without the program that reads XML, or with one that does not do it, nothing comes in.
  @Test func theProgramBesideHasToDoItsWork() throws {
    #expect(
      try beside(nil, binary()).err == """
        error: '\(Self.export)' needs psoas-unpack, which is not installed
        hint: scripts/install puts it next to psoas

        """)
    #expect(
      try beside(nil, binary(), words: "loop a.zip").err == """
        error: 'a.zip' needs psoas-unpack, which is not installed
        hint: unpack the zip and give the folder; scripts/install installs the program too

        """)
    let again = "hint: nothing was imported; scripts/install puts the right one next to psoas\n"
    #expect(
      try beside("printf '\(Self.row)'; kill -9 $$", binary()).err
        == "error: psoas-unpack ended by signal 9 before all was read\n" + again)
    #expect(
      try beside("printf '\(Self.row)'; exit 7", binary()).err
        == "error: psoas-unpack ended with status 7 before all was read\n" + again)
    #expect(
      try beside("head -c 300000 /dev/zero >&2; printf '\(Self.row)'; exit 7", binary()).err
        == "error: psoas-unpack ended with status 7 before all was read\n" + again)
    #expect(
      try beside("echo 'something,else'", binary()).err.hasPrefix(
        "error: this is no Apple Health file: line 1 has no column 'line'\nhint: "))
    #expect(try beside("exit 0", binary()).err.hasPrefix("error: the file is empty\nhint: "))
  }

  /// What psoas itself runs is no command that it offers.
  @Test func theProgramIsNoCommand() throws {
    let psoas = try binary()
    #expect(try !psoas.shell("psoas __complete u").out.contains("unpack"))
    #expect(try psoas.shell("psoas __complete u").out.contains("undo"))
  }
}
