import Core
import Import
import Testing

/// Any CSV file, by the columns that the user names.
@Suite struct ColumnTests {
  func read(_ columns: String, _ text: String) throws -> [String] {
    var options = kilograms
    options.columns = try ColumnMap(columns)
    return try described(.csv, Array(text.utf8), options: options)
  }

  @Test func readsADiary() throws {
    var options = kilograms
    options.csv.encoding = .windows1252
    options.columns = try ColumnMap(
      "date=Tag,pain=Schmerz,exercise=Übung,reps=Wdh,sets=Sätze,seconds=Dauer,weight=Gewicht,"
        + "side=Seite,minutes=Minuten,effort=Anstrengung,factor:sitting=Sitzen,"
        + "measure:thomas:left=Thomas,note=Bemerkung")
    #expect(
      try described(.csv, fixture("diary.csv"), options: options) == [
        "2 factor 2026-01-31 sitting 6.5h", "2 measured 2026-01-31 thomas left -5.5 -",
        "2 pain 2026-01-31 - 3.5 'langer Tag'",
        "line 4 has a value that cannot be read: there is no side 'links'",
        "3...3 2026-02-01 1200s effort 4", "  Brücke 12 pain 2 'gut'", "  Brücke 12 pain 2",
        "  Brücke 12 pain 2", "5 factor 2026-02-02 sitting 7",
        "line 6 has the pain '11', which is not 0 to 10 in steps of 0.1",
        "5...5 2026-02-02 900s effort 3 'spazieren'",
      ])
  }

  @Test func readsSidesUnitsTimesAndTitles() throws {
    #expect(
      try read(
        "date=d,time=t,title=n,exercise=e,reps=r,seconds=s,weight=w,unit=u,side=x",
        "d,t,n,e,r,s,w,u,x\n2026-01-02,7:30 PM,A,Row,8,,20.5,lb,left\n2026-01-02,7:30 PM,A,Plank,,0:45,,,\n"
          + "2026-01-02,20:00,A,Row,8,,20,,both\n2026-01-02,20:00,B,Row,8,30,,,\n"
      ) == [
        "2...3 2026-01-02 19:30 A", "  Row 8 @20.5lb left", "  Plank 45s",
        "4...4 2026-01-02 20:00 A",
        "  Row 8 @20kg both", "5...5 2026-01-02 20:00 B", "  Row 8 30s",
      ])
  }

  @Test func rejectsRowsAsAWhole() throws {
    #expect(
      try read(
        "date=d,pain=p,exercise=e,reps=r,seconds=s,sets=n,minutes=m,effort=f,factor:sitting=h,measure:odi=o",
        "d,p,e,r,s,n,m,f,h,o\n2026-01-01,3.55,,,,,,,,\n2026-01-01,,,8,,,,,,\n2026-01-01,,Row,8,x,,,,,\n"
          + "2026-01-01,,Row,8,,101,,,,\n2026-01-01,,,,,,1441,,,\n2026-01-01,,,,,,,11,,\n"
          + "2026-01-01,,,,,,,,-3,\n2026-01-01,,,,,,,,1,far\n2026-01-01,,Row,1.5,,,,,,\n"
          + "2026-01-01,,Row,10000,,,,,,\n,1,,,,,,,,\n2026-01-01,1,,\n2026-01-01,,,,,,,,,,,,\n"
          + "2026-01-01,,Row,1,100000,,,,,\n"
      ) == [
        "line 2 has the pain '3.55', which is not 0 to 10 in steps of 0.1",
        "line 3 has reps and names no exercise", "line 4 has the time 'x', which cannot be read",
        "line 5 has '101' sets, which is not a whole number up to 100",
        "line 6 has '1441' minutes, which is not more than 0 and up to 1440",
        "line 7 has the effort '11', which is not 0 to 10",
        "line 8 has a value that cannot be read: 'sitting' cannot be less than nothing: '-3'",
        "line 9 has the value 'far', which is no number",
        "line 10 has '1.5' repetitions, which is not a whole number up to 9999",
        "line 11 has '10000' repetitions, which is not a whole number up to 9999",
        "line 12 has no date that can be read: ''", "line 13 has 4 fields where the header has 10",
        "line 15 has the time '100000', which cannot be read",
      ])
  }

  @Test(arguments: [
    ("date", "'date' has no '='"), ("date=", "'date' names no column"),
    ("pain=p", "the columns lack a date"),
    ("date=d", "the columns have a date and nothing to keep"),
    ("date=d,mood=m", "'mood' is nothing that a column can be"),
    ("date=d,pain=a,pain=b", "'pain' is given twice"),
    ("date=d,reps=r", "'reps' is given without 'exercise'"),
    ("date=d,factor:a=x,factor:a=y", "'factor:a' is given twice"),
    ("date=d,measure:odi=x,measure:odi=y", "'measure:odi' is given twice"),
    ("date=d,factor=x", "'factor' is nothing that a column can be"),
    ("date=d,pain=\"p", "the columns have a quote that is never closed"),
    ("date=d,measure:a:up=x", "there is no side 'up'"),
  ]) func refusesColumnsThatMeanNothing(_ text: String, message: String) {
    let error = #expect(throws: InputError.self) { try ColumnMap(text) }
    #expect(error?.message == message)
    #expect(error?.hint != nil)
  }

  @Test func namesOfColumnsMayBeInQuotes() throws {
    let map = try ColumnMap("date = \"Day, local\",pain=\"Pain \"\"now\"\"\"")
    #expect(map.names == [.date: "Day, local", .pain: "Pain \"now\""])
    #expect(
      try read("date=\"a,b\",pain=P", "\"a,b\",p\n2026-01-01,4\n") == ["2 pain 2026-01-01 - 4"])
  }

  @Test func namesAColumnThatIsNotThere() {
    let failure = #expect(throws: ImportFailure.self) { try read("date=d,pain=p", "d,q\n") }
    #expect(failure?.message == "line 1 has no column 'p'")
    #expect(failure?.hint == "its columns are 'd', 'q'")
    #expect(throws: ImportFailure.self) { try described(.csv, Array("d,p\n".utf8)) }
  }
}
