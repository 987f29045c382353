import Core
import Import
import Testing

/// Files that are not what they were given as, and rows that cannot be used.
@Suite struct BadImportTests {
  func failure(_ format: Format, _ text: String, options: ImportOptions = ImportOptions())
    -> ImportFailure?
  {
    do {
      _ = try described(format, Array(text.utf8), options: options)
    } catch let failure as ImportFailure {
      return failure
    } catch {
      Issue.record("\(error)")
    }
    return nil
  }

  static let headers: [(Format, String)] = [
    (
      .strong, "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
    ),
    (
      .strong,
      "\u{FEFF}\"Workout #\";\"Date\";\"Workout Name\";\"Duration (sec)\";\"Exercise Name\";\"Set Order\";\"Weight (kg)\""
    ),
    (
      .hevy,
      "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"weight_lbs\""
    ),
    (.fitnotes, "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time"),
    (.loop, "Position,Name,Question,Description,NumRepetitions,Interval,Color"),
    (.loop, "Date,Value,Notes"), (.loop, "Date,Meditate,Run,"),
    (.bearable, "date,date formatted,weekday,time of day,category,rating/amount,detail,notes"),
    (.rehabTracker, "Date,Phase,Exercise,Left Reps,Right Reps,Sets,Pain Level,Notes"),
    (
      .rehabTracker,
      "Week,Date,Stand Left,Stand Right,Bridge Left,Bridge Right,Reach Left,Reach Right,Knee Pain,Back Pain,Foot Pain,Notes"
    ), (.wger, "Date,Weight"),
  ]

  /// Every format's header given as every other names the right one.
  @Test func wrongHeadersNameTheRightFormat() {
    for (found, header) in BadImportTests.headers {
      for format in Format.allCases where format != .csv && format != found {
        let failure = failure(format, header + "\n")
        #expect(
          failure?.message == "this looks like a \(found.title) file, not a \(format.title) one")
        #expect(failure?.hint == "use 'psoas import \(found.rawValue) FILE'")
      }
    }
  }

  @Test func unknownHeadersNameWhatIsMissing() {
    #expect(
      failure(.strong, "Date,Workout Name,Reps\n")?.message
        == "this is no Strong file: line 1 has no column 'exercise name'")
    #expect(
      failure(.wger, "Day,Kg\n")?.message == "this is no wger file: line 1 has no column 'weight'")
    #expect(failure(.hevy, "\n\n{\"a\": 1}")?.message.contains("line 3 has no column") == true)
    #expect(failure(.hevy, "")?.message == "the file is empty")
    #expect(failure(.hevy, "\n\r\n")?.message == "the file is empty")
    #expect(
      failure(.loop, "Date,Value,Notes\n")?.message == "Loop Habit Tracker exports several files")
    #expect(Format.detect(header: ["id", "name"]) == nil)
  }

  static let strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Seconds,RPE\n"

  @Test func rowsNameTheirLineAndReason() throws {
    let start = "2026-01-02 07:00:00,A,"
    let rows = [
      "\(start)Row,1,20,8,,", "\(start)Row,1,x,8,,", "\(start)Row,1,20,eight,,",
      "\(start)Row,1,20,-8,,", "\(start)Row,1,20,0,,", "\(start)Row,1,1001,8,,",
      "\(start)Row,1,,,86401,", "\(start),1,20,8,,", "yesterday,A,Row,1,20,8,,", "\(start)Row,1",
      "\(start)Row,1,20,8,,,more", "\(start)Row,1,20,8,,,", "\(start)Row,1,,,later,",
      "1969-12-31 07:00:00,A,Row,1,20,8,,",
    ]
    #expect(
      try described(
        .strong, Array((BadImportTests.strong + rows.joined(separator: "\n")).utf8),
        options: kilograms)
        == [
          "line 3 has the weight 'x', which is no number",
          "line 4 has 'eight' repetitions, which is not a whole number up to 9999",
          "line 5 has '-8' repetitions, which is not a whole number up to 9999",
          "line 6 has a weight and 0 repetitions",
          "line 7 has the weight '1001', which is not 0 to 1000",
          "line 8 has '86401' seconds, which cannot be read or is over a day",
          "line 9 names no exercise", "line 10 has no date that can be read: 'yesterday'",
          "line 11 has 4 fields where the header has 8",
          "line 12 has 9 fields where the header has 8",
          "line 14 has 'later' seconds, which cannot be read or is over a day",
          "line 15 has no date that can be read: '1969-12-31 07:00:00'",
          "2...13 2026-01-02 07:00 A", "  Row 8 @20kg", "  Row 8 @20kg",
        ])
  }

  @Test func asksForTheUnitOfWeights() throws {
    let row = "2026-01-02 07:00:00,A,Row,1,20,8,,\n"
    let failure = failure(.strong, BadImportTests.strong + row)
    #expect(failure?.message == "line 2 has a weight, and the file does not say its unit")
    #expect(failure?.hint == "say it with '--unit kg' or '--unit lb'")
    let noWeight = "2026-01-02 07:00:00,A,Row,1,0,8,,\n"
    #expect(try described(.strong, Array((BadImportTests.strong + noWeight).utf8)).count == 2)
    #expect(
      self.failure(.wger, "Date,Weight\n2026-01-02,80\n")?.message
        == "the file does not say the unit of its weights")
    let units = "Date,Exercise,Category,Weight,Weight Unit,Reps\n2026-01-02,Row,Back,20,stone,8\n"
    #expect(
      try described(.fitnotes, Array(units.utf8)) == [
        "line 2 has a weight in 'stone', which is neither kg nor lb"
      ])
  }

  @Test func asksForTheOrderOfDates() throws {
    let header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"
    let open =
      "\(header)03/02/2026,Row,Back,,8,,,,\n04/02/2026,Row,Back,,8,x,,,\n05/02/2026,Row,Back,,,,,soon,\n"
    let failure = failure(.fitnotes, open)
    #expect(failure?.message == "no date of the file says whether the day or the month comes first")
    #expect(failure?.hint == "say it with '--dates dmy' or '--dates mdy'")
    for (order, day) in [(DateOrder.dmy, "2026-02-03"), (.mdy, "2026-03-02")] {
      var options = ImportOptions()
      options.dates = order
      #expect(
        try described(.fitnotes, Array(open.utf8), options: options) == [
          "line 3 has the distance 'x', which is no number",
          "line 4 has the time 'soon', which cannot be read", "2...2 \(day)", "  Row 8",
        ])
    }
    let mixed = "\(header)13/02/2026,Row,Back,,8,,,,\n02/13/2026,Row,Back,,8,,,,\n"
    #expect(
      self.failure(.fitnotes, mixed)?.message == "line 2 has the day first and line 3 the month")
  }

  @Test func halfAFileNamesTheOpenQuote() {
    let row = "2026-01-02 07:00:00,A,Row,1,20,8,,\n2026-01-02 07:00:00,\"A"
    #expect(
      failure(.strong, BadImportTests.strong + row, options: kilograms)?.message
        == "the quote opened in line 3 is never closed")
  }
}
