import Analytics
import App
import Core
import Foundation
import Import
import Render
import Store
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every value that a command prints, in every format and for every kind of terminal, made from logs and not by
/// starting the program.
@Suite struct OutputTests {
  /// A value with a name for failures.
  typealias Sample = (name: String, value: any Renderable)

  /// Twenty weeks with entries of every kind, two protocols, flares, a gap and notes with characters that mean
  /// something in one of the formats.
  private static let busyLog = Result<Data, any Error> {
    let user = try AppFixture()
    user.wait(days: -20 * 7)
    _ = try user.context.startProtocol(
      ProtocolRequest(name: "staged-recovery"),
      answers: { Dictionary(uniqueKeysWithValues: $0.map { ($0, false) }) }, ask: nil)
    for week in 0..<20 where week != 9 {
      for day in 0..<3 {
        let score = NPRSScore.points("\(max(1, 7 - week / 3 + (week * 7 + day * 3) % 3 - 1))")
        _ = try user.context.recordSession(
          SessionRequest(
            entries: day == 1
              ? ["glute-bridge", "3x12@20kg", "pain=\(day + week % 4)"]
              : ["bird-dog", "3x8", "side-plank", "3x2\(week % 3)s/side"],
            duration: day == 2 ? nil : Duration(seconds: 900), effort: try Effort("4"),
            pain: PainAround(before: score, after: .points("\((week + day) % 7)")),
            details: EntryDetails(note: day == 0 ? "a | b, \"c\" <d> & =1+1" : nil)))
        _ = try user.context.recordPain(
          PainRequest(
            score: score, sites: [try PainSite("knee:right")], triggers: ["sitting, long"],
            details: EntryDetails(note: "früh 🚗")))
        _ = try user.context.recordDay(
          [
            try Factor("sitting=\(6 + (week + day) % 4)h"), try Factor("steps=\(4000 + week * 90)"),
          ], at: nil)
        user.wait(days: 1)
        user.now -= 10 * 3600
        _ = try user.context.recordPain(PainRequest(score: score, recall: .morning))
        user.now += 10 * 3600
        user.wait(days: day == 2 ? 2 : 1)
      }
      user.wait(days: -1)
      _ = try user.context.recordMeasurement(
        MeasurementRequest(
          arguments: ["glute-bridge", "\(110 + week)", "\(112 + week % 5)"],
          method: MeasurementMethod(instrument: week < 10 ? .goniometer : .inclinometer)))
      _ = try user.context.recordMeasurement(
        MeasurementRequest(arguments: ["thomas", "\(5 - week / 4)"], side: .left))
      if week % 4 == 0 {
        _ = try user.context.recordMeasurement(
          MeasurementRequest(arguments: ["odi", "\(40 - week)"]))
      }
      if week == 6 { _ = try user.context.startFlare(EntryDetails(note: "after a drive")) }
      if week == 7 { _ = try user.context.endFlare(EntryDetails()) }
      if week == 8 { user.wait(days: 7) }
      if week == 11 {
        _ = try user.context.resolveAlerts("seen by a physiotherapist", at: nil)
        _ = try user.context.advanceStage(EntryDetails(), confirm: { _, _ in })
      }
      user.wait(days: 1)
    }
    return try Data(contentsOf: URL(fileURLWithPath: user.path("log.db")))
  }

  private static func entries(_ user: AppFixture) throws -> [Sample] {
    let all = try user.context.entries(of: nil, since: nil, until: nil, limit: 60)
    let each = try EntryKind.allCases.compactMap { kind in
      try user.context.entries(of: kind, since: nil, until: nil, limit: 1).first.map {
        Sample("entry of \(kind)", try user.context.entry(named: $0.id.description))
      }
    }
    let lists = try EntryKind.allCases.map { kind in
      Sample(
        "list of \(kind)",
        EntryList(try user.context.entries(of: kind, since: nil, until: nil, limit: 9)))
    }
    return [("list", EntryList(all)), ("no entries", EntryList([]))] + each + lists
  }

  private static func reports(_ user: AppFixture) throws -> [Sample] {
    let context = user.context
    let daily = SeriesRequest(step: .day, window: ReportWindow(weeks: 8), leavesOutFlares: true)
    let series = [
      "pain", "pain:morning", "glute-bridge", "thomas:left", "sitting", "sessions", "odi",
    ]
    let trends: [Sample] = try series.map { ("trend of \($0)", try context.trendReport(of: $0)) }
    return [
      ("status", try context.statusReport()), ("weekly", try context.weeklyReport()),
      ("weekly, all", try context.weeklyReport(ReportWindow(weeks: 22))),
      ("weekly, one", try context.weeklyReport(ReportWindow(weeks: 1))),
      (
        "weekly, none",
        try context.weeklyReport(ReportWindow(since: "2020-01-01", until: "2020-02-01"))
      ),
      ("adherence", try context.adherenceReport(ReportWindow(weeks: 20))),
      ("response", try context.responseReport(ReportWindow(weeks: 4))),
      ("flares", try context.flareReport()),
      ("clinician", try context.clinicianReport(ReportWindow(weeks: 20), withNotes: true)),
      ("pain by day", try context.trendReport(of: "pain", daily)),
      ("relation", try context.relationReport(of: "pain", with: "sitting")),
      ("relation by day", try context.relationReport(of: "pain", with: "steps", lag: 1, daily)),
      ("too few pairs", try context.relationReport(of: "pain", with: "odi")),
      ("split", try context.compareReport(of: "pain", PhaseRequest(split: "2026-09-14"))),
      ("stages", try context.compareReport(of: "glute-bridge", PhaseRequest(kind: .stage))),
      ("factors", try context.factorsReport(of: "pain")),
      ("factors by day", try context.factorsReport(of: "pain", daily)),
    ] + trends
  }

  private static func definitions(_ user: AppFixture) throws -> [Sample] {
    let context = user.context
    let all = try context.protocols()
    let routine = try context.routine(named: "balanced-psoas")
    let stage = try context.stageReport(at: nil)
    var samples: [Sample] = [
      ("exercises", ExerciseList(try context.exercises())),
      ("exercise", ExerciseDetailView(try context.exercise(named: "side-plank"))),
      ("routines", RoutineList(try context.routines())),
      ("routine", RoutineDetailView(routine.routine, exercises: routine.exercises)),
      ("protocols", ProtocolList(all.all, followed: all.followed)),
      ("all protocols compared", try context.compareProtocols(named: [])),
      ("two compared", try context.compareProtocols(named: ["twelve-minute", "balanced-psoas"])),
      ("stage", StageRenderer(stage.stage, alerts: stage.alerts)),
    ]
    for item in all.all {
      let found = try context.rehabProtocol(named: item.slug.text)
      samples.append(
        ("\(item.slug)", ProtocolDetailView(found.rehabProtocol, adjust: found.adjusted)))
    }
    return samples
  }

  /// The file and its history, and what a check finds. These change the log.
  private static func upkeep(_ user: AppFixture) throws -> [Sample] {
    let doctor = LogDoctor(user.context, knowsZone: { _ in true })
    let export = try export(user)
    let other = user.context(log: "other.db")
    let table = try user.write(
      "Day,Pain,Steps\n2026-10-01,4,900\n2026-10-02,x,800\n2026-10-03,11,700\n", to: "table.csv")
    let columns = try ColumnMap("date=Day,pain=Pain,factor:walked=Steps")
    var options = ImportOptions()
    options.columns = columns
    let imported = try user.context.importFile(
      ImportRequest(format: .csv, file: table, options: options))
    let flags = Safety().flags.map(\.id)
    let answers = Dictionary(uniqueKeysWithValues: flags.map { ($0, $0 == flags.first) })
    var samples: [Sample] = [
      ("history", HistoryRenderer(try user.context.history(limit: 40))),
      ("no history", HistoryRenderer([])),
      (
        "restored, dry",
        RestoreRenderer(try LogImport(other, form: .json, path: export).run(isDry: true))
      ),
      (
        "restored",
        RestoreRenderer(try LogImport(other, form: .json, path: export).run(isDry: false))
      ),
      (
        "restored again",
        RestoreRenderer(try LogImport(other, form: .json, path: export).run(isDry: false))
      ),
      ("imported", ImportRenderer(try #require(imported))),
      ("doctor", DoctorRenderer(try doctor.report(after: nil))),
      ("repair", DoctorRenderer(try doctor.report(after: .repair))),
      ("accept", DoctorRenderer(try doctor.report(after: .accept))),
      (
        "salvage",
        SalvageRenderer(
          try doctor.salvage(into: user.path("out.db")), path: "log.db", out: "out.db")
      ),
      ("lost", SalvageRenderer(lost, path: "log.db", out: "out.db")),
      ("backup", try user.context.backUp(to: nil, replacing: false)),
      ("backups", BackupRenderer(try user.context.backups())),
      ("no backups", BackupRenderer([])),
      ("undone", UndoneOperations(try user.context.undo(count: 2), verb: "undid")),
      ("redone", UndoneOperations(try user.context.redo(), verb: "redid")),
      ("removed", try user.context.removeEntry(named: "last")),
      ("check", CheckRenderer(try user.context.check(answers, at: nil).report)),
    ]
    let stage = try user.context.stageReport(at: nil)
    samples += [
      ("blocked stage", StageRenderer(stage.stage, alerts: stage.alerts)),
      ("blocked status", try user.context.statusReport()),
      ("blocked clinician", try user.context.clinicianReport()),
      ("resolved", try user.context.resolveAlerts("seen by a doctor", at: nil)),
      ("checked", CheckRenderer(try user.context.check([:], at: nil).report)),
      ("forgotten", ForgottenHistory(count: try user.context.forgetHistory())),
    ]
    return samples
  }

  private static func export(_ user: AppFixture) throws -> String {
    var bytes: [UInt8] = []
    try user.context.exportJSON(isRedacted: false) { bytes += $0 }
    return try user.write(String(decoding: bytes, as: UTF8.self), to: "export.json")
  }

  /// What a salvage of a badly damaged file reports.
  private static var lost: Salvaged {
    var salvaged = Salvaged()
    salvaged.rescued = [
      Salvaged.Count(table: "session", rows: 3), Salvaged.Count(table: "pain", rows: 1),
    ]
    let id = EntryID(nanoseconds: 1, using: &random)
    salvaged.lost = [
      Salvaged.Loss("session", entry: id, rows: nil, reason: "its values could not be read"),
      Salvaged.Loss("history", entry: nil, rows: 4, reason: "database disk image is malformed"),
    ]
    salvaged.changed = [id]
    salvaged.changedLists = ["settings"]
    salvaged.uncompared = [id]
    salvaged.rebuilt = ["the exercise 'bird-dog' was recreated"]
    salvaged.remarks = ["the header of the file was damaged and was repaired in a copy"]
    return salvaged
  }

  nonisolated(unsafe) private static var random = FixedRandom(state: 1)

  enum Group: String, CaseIterable, Sendable { case entries, reports, definitions, upkeep }

  private static func samples(_ group: Group) throws -> (user: AppFixture, samples: [Sample]) {
    let user = try AppFixture()
    try busyLog.get().write(to: URL(fileURLWithPath: user.path("log.db")))
    switch group {
    case .entries: return (user, try entries(user))
    case .reports: return (user, try reports(user))
    case .definitions: return (user, try definitions(user))
    case .upkeep: return (user, try upkeep(user))
    }
  }

  @Test(arguments: Group.allCases)
  func everyFormatHolds(group: Group) throws {
    let (user, samples) = try OutputTests.samples(group)
    defer { _ = user }
    #expect(samples.count >= 12)
    for (name, value) in samples {
      checkText(value, name)
      checkMarkdown(value.markdown(), name)
      try checkCSV(value.csv(), name)
      let json = value.json().text
      #expect(json.hasSuffix("\n"), "\(name)")
      #expect(throws: Never.self, "\(name)") {
        try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
      }
      for format in OutputFormat.allCases {
        let isThere =
          value.rendered(as: format, Style(width: 80, unicode: true, colour: false)) != nil
        #expect(isThere == type(of: value).formats.contains(format), "\(name) as \(format)")
      }
      if let pictured = value as? any Pictured {
        #expect(isXML(pictured.svg()), "\(name)")
        let page = pictured.html()
        #expect(page.hasPrefix("<!DOCTYPE html>") && !page.contains("<script"), "\(name)")
        #expect(
          !page.contains("<d>") && !page.contains("href=\"http") && !page.contains("src=\"http"),
          "\(name)")
      }
      if let printable = value as? any Printable {
        #expect(isXML(printable.printLayout()), "\(name)")
      }
    }
  }

  /// Nothing is wider than the terminal, colour changes no character, and under `LC_ALL=C` only the user's own
  /// letters are beyond ASCII.
  private func checkText(_ value: any Renderable, _ name: String) {
    for width in [72, 80, 120] {
      let plain = value.text(Style(width: width, unicode: true, colour: false))
      #expect(plain.isEmpty || plain.hasSuffix("\n"), "\(name)")
      for line in plain.split(separator: "\n") where !line.contains("/") {
        #expect(line.count <= width, "\(name) at \(width): \(line)")
      }
      #expect(!plain.contains("\u{1B}"), "\(name)")
      let coloured = value.text(Style(width: width, unicode: true, colour: true))
      let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(stripped == plain, "\(name)")
    }
    let ascii = value.text(Style(width: 80, unicode: false, colour: false))
    let own = ascii.replacing("früh", with: "").replacing("🚗", with: "")
    #expect(
      own.utf8.allSatisfy { $0 < 0x80 }, "\(name): \(own.unicodeScalars.filter { !$0.isASCII })")
  }

  /// The rows of a table have the cells of its head, with separators escaped.
  private func checkMarkdown(_ markdown: String, _ name: String) {
    #expect(markdown.isEmpty || markdown.hasSuffix("\n"), "\(name)")
    var head: Int?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        head = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if let head { #expect(cells == head, "\(name): \(line)") } else { head = cells }
    }
  }

  /// Every record has the fields of the header, which are all different.
  private func checkCSV(_ csv: String, _ name: String) throws {
    var piece: [UInt8]? = Array(csv.utf8)
    var reader = CSVReader(source: {
      defer { piece = nil }
      return piece
    })
    guard try reader.next() else { return }
    let header = reader.record.texts
    #expect(Set(header).count == header.count, "\(name): \(header)")
    while try reader.next() {
      #expect(reader.record.count == header.count, "\(name): \(reader.record.texts)")
    }
  }

  private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }
}
