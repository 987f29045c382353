import Core
import Testing

@testable import Import

/// Texts that the log cannot keep as they are, and columns that no reader knows.
@Suite struct CleaningTests {
  static let head = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Notes\n"

  @Test func namesLoseWhatTheLogCannotHold() throws {
    let bell = "2026-01-02 07:00:00,A\u{7}B,\"Pla\u{1}nk\",1,0,8,\n"
    #expect(
      try described(.strong, Array((CleaningTests.head + bell).utf8)) == [
        "2...2 2026-01-02 07:00 A B", "  Pla nk 8",
      ])
  }

  @Test func columnsThatNobodyReadsAreCounted() throws {
    let head = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Tempo,Workout #\n"
    let rows = "2026-01-02 07:00:00,A,Row,1,20,8,3-1-3,7\n2026-01-02 07:00:00,A,Row,2,20,8,,7\n"
    let counts = try Importer.read(.strong, from: { source(head + rows) }, deliver: { _ in })
    #expect(counts.leftOut == ["column 'Tempo'": 1])
  }

  @Test(arguments: [
    (
      Format.strong, "Date,Workout Name,Exercise Name,Set Order,Weight (st),Reps",
      "2026-01-02,A,Row,1,3,8", "Weight (st)"
    ), (.hevy, "start_time,exercise_title,set_index,duration", "2026-01-02,Row,1,90", "duration"),
    (
      .fitnotes, "Date,Exercise,Category,Reps,Weight (st)", "2026-01-02,Row,Back,8,3", "Weight (st)"
    ),
  ])
  func weightsAndTimesInUnknownUnitsStop(
    _ format: Format, _ head: String, _ row: String, _ name: String
  ) throws {
    let failure = #expect(throws: ImportFailure.self) {
      try described(format, Array("\(head)\n\(row)\n".utf8))
    }
    #expect(
      failure?.message == "line 2 has a value in the column '\(name)', whose unit is not known")
  }

  @Test func secondsUnderAnotherName() throws {
    let strong = "Date,Workout Name,Exercise Name,Set Order,Secs\n2026-01-02,A,Plank,1,45\n"
    #expect(try described(.strong, Array(strong.utf8)).last == "  Plank 45s")
    let fitnotes = "Date,Exercise,Category,Reps,Duration\n2026-01-02,Plank,Core,,1:30\n"
    #expect(try described(.fitnotes, Array(fitnotes.utf8)).last == "  Plank 90s")
  }

  @Test func halfARowAtTheEndStops() throws {
    let row = "2026-01-02 07:00:00,A,Plank,1,0,8,\n"
    let failure = #expect(throws: ImportFailure.self) {
      try described(.strong, Array((CleaningTests.head + row + "2026-01-02 07:00:00,A,Pl").utf8))
    }
    #expect(failure?.message == "line 3, the last, has 3 of 7 fields and no line end")
  }

  @Test func theOrderOfDatesIsForEveryApp() throws {
    var options = kilograms
    options.dates = .mdy
    let texts: [(Format, String)] = [
      (.strong, "Date,Workout Name,Exercise Name,Set Order\n3/4/2026,A,Row,1\n"),
      (.hevy, "start_time,exercise_title,set_index\n3/4/2026,Row,1\n"),
      (.wger, "Date,Weight\n3/4/2026,80\n"),
      (.bearable, "date,category,rating/amount,detail\n3/4/2026,Mood,3,\n"),
      (.rehabTracker, "Date,Exercise,Left Reps,Right Reps,Pain Level\n3/4/2026,Row,3,3,0\n"),
    ]
    for (format, text) in texts {
      let lines = try described(format, Array(text.utf8), options: options)
      #expect(lines.first?.contains("2026-03-04") == true, "\(format): \(lines)")
      let failure = #expect(throws: ImportFailure.self) {
        try described(format, Array(text.utf8), options: kilograms)
      }
      #expect(failure?.hint == "say it with '--dates dmy' or '--dates mdy'")
    }
  }

  @Test func anAmountIsShownAsItIsWritten() throws {
    var options = ImportOptions()
    options.columns = try ColumnMap("date=Day,factor:steps=Steps")
    #expect(
      try described(.csv, Array("Day,Steps\n2026-01-02,\"12,000\"\n".utf8), options: options) == [
        "line 2 has the amount '12,000' of 'steps', where the comma may group thousands"
      ])
  }

  @Test func aMarkOfAnotherEncodingIsNamed() throws {
    var options = CSVOptions()
    options.encoding = .windows1252
    let failure = #expect(throws: ImportFailure.self) {
      try table(Array("\u{FEFF}Date,Weight\n".utf8), options: options)
    }
    #expect(failure?.hint == "leave '--encoding windows-1252' out")
  }
}
