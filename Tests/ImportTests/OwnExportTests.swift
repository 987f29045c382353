import Core
import Import
import Testing

/// What the program writes of tables it reads back, whatever the tables are; what is none is refused with
/// its place.
@Suite struct OwnExportTests {
  private static let part = ExportTable(
    key: "parts", name: "things-parts", noun: "part", content: .parts,
    columns: [
      ExportColumn(key: "thing", form: .key),
      ExportColumn(key: "number", form: .integer(1...9)),
      ExportColumn(key: "weight", title: "weight (kg)", form: .hundredths(-500...500)),
    ])

  private static let things = ExportTable(
    key: "things", name: "things", noun: "thing", content: .entries(.session),
    columns: [
      ExportColumn(key: "id", form: .key), ExportColumn(key: "at", form: .moment),
      ExportColumn(key: "day", form: .day), ExportColumn(key: "slug", form: .slug),
      ExportColumn(key: "score", form: .tenths(0...100)), ExportColumn(key: "own", form: .flag),
      ExportColumn(key: "side", form: .choice(["", "left"])),
      ExportColumn(key: "note", form: .text, isOptional: true, redaction: .goes),
    ], parts: [part])

  private static let settings = ExportTable(
    key: "settings", name: "settings", noun: "setting", content: .settings,
    columns: [ExportColumn(key: "key", form: .text), ExportColumn(key: "value", form: .text)])

  private static let tables = [settings, things]
  private static let header = ExportHeader(
    exportedAt: "2026-11-20T07:30:00+01:00", isRedacted: false)

  private static func id(_ last: UInt8) throws -> EntryID {
    try #require(EntryID(bytes: [UInt8](repeating: 0, count: 15) + [last]))
  }

  private static func rows() throws -> [(row: [ExportValue], parts: [[ExportValue]])] {
    let (one, two) = (try id(1), try id(2))
    return [
      (
        [
          .key(one), .moment(utc: 0, offset: -90), .integer(0), .text("a-b"), .integer(35),
          .integer(1), .text(""), .text("\"quoted\", \\ and\nü🙂\t\u{1}"),
        ],
        [
          [.key(one), .integer(1), .integer(-500)], [.key(one), .integer(2), .integer(5)],
        ]
      ),
      (
        [
          .key(two), .moment(utc: 253_402_300_799, offset: 1080), .integer(2_932_896), .text("z"),
          .integer(0), .integer(0), .text("left"), .none,
        ], []
      ),
    ]
  }

  private static let setting: [ExportValue] = [.text("a.b"), .text("x,y")]

  private static func json() throws -> [UInt8] {
    var writer = ExportJSONWriter(header)
    writer.begin(settings)
    writer.beginRow(setting, of: settings)
    writer.endRow()
    writer.endTable()
    writer.begin(things)
    for (row, parts) in try rows() {
      writer.beginRow(row, of: things)
      if !parts.isEmpty {
        writer.begin(part: part)
        for row in parts { writer.add(row, to: part) }
        writer.endPart()
      }
      writer.endRow()
    }
    writer.endTable()
    writer.finish()
    return writer.take()
  }

  private static func folder() throws -> [String: [UInt8]] {
    var files = [ExportFolder.headerFile: ExportFolder.header(header)]
    for table in ExportFolder.files(of: tables) {
      var writer = ExportCSVWriter(table)
      switch table.name {
      case "settings": writer.add(setting)
      case "things": for (row, _) in try rows() { writer.add(row) }
      default: for (_, parts) in try rows() { for row in parts { writer.add(row) } }
      }
      files[table.fileName] = writer.take()
    }
    return files
  }

  private func check(_ records: [ExportRecord], _ header: ExportHeader) throws {
    #expect(header == OwnExportTests.header)
    let expected = try OwnExportTests.rows()
    #expect(records.map(\.row) == [OwnExportTests.setting] + expected.map(\.row))
    #expect(records.map(\.parts) == [[]] + expected.map { [$0.parts] })
    #expect(records.map(\.table.key) == ["settings", "things", "things"])
  }

  @Test(arguments: [1, 7, 1 << 16]) func jsonComesBack(_ size: Int) throws {
    let bytes = try OwnExportTests.json()
    var records: [ExportRecord] = []
    let header = try ExportJSONReader.read(
      { pieces(bytes, of: size) }, tables: OwnExportTests.tables, deliver: { records.append($0) })
    try check(records, header)
  }

  @Test(arguments: [1, 7, 1 << 16]) func tablesComeBack(_ size: Int) throws {
    let files = try OwnExportTests.folder()
    var records: [ExportRecord] = []
    let header = try ExportFolderReader.read(
      { name in { pieces(files[name] ?? [], of: size) } }, tables: OwnExportTests.tables,
      deliver: { records.append($0) })
    try check(records, header)
  }

  static let head = "{\"format\":\"psoas\",\"version\":1,"

  @Test(arguments: [
    ("[]", "is no export of psoas"), ("{}", "is no export of psoas"),
    ("{\"format\":\"x\",\"version\":1}", "is no export of psoas"),
    ("{\"format\":\"psoas\",\"version\":2}", "has version 2 of the form"),
    (head + "\"others\":[]}", "line 1: there is a list 'others', which this psoas does not know"),
    (head + "\"settings\":[],\"settings\":[]}", "line 1: 'settings' appears twice"),
    (head + "\"redacted\":{}}", "line 1: 'redacted' is not what it was expected to be"),
    (head + "\"settings\":[1]}", "line 1: a setting is not in braces"),
    (
      head + "\"settings\":[{\"key\":\"a\",\"value\":1}]}",
      "line 1: 'value' of the setting is no text"
    ),
    (head + "\"settings\":[{\"key\":\"a\"}]}", "line 1: 'value' of the setting is missing"),
    (
      head + "\"settings\":[{\"key\":\"a\",\"key\":\"b\",\"value\":\"\"}]}",
      "line 1: a setting has 'key' twice"
    ),
    (
      head + "\"settings\":[{\"other\":\"a\"}]}",
      "line 1: a setting has 'other', which this psoas does not know"
    ),
    (head + "\"things\":[{\"own\":\"true\"}]}", "'own' of the thing is no number, true or false"),
    (head + "\"things\":[{\"score\":10.1}]}", "'id' of the thing is missing"),
    (head + "\"settings\":[]} x", "line 1: something follows the end"),
    (head + "\"settings\":[", "the file ends in the middle"),
  ])
  func whatIsNoExportIsRefused(_ text: String, _ message: String) {
    let failure = #expect(throws: ImportFailure.self) {
      try ExportJSONReader.read({ source(text) }, tables: OwnExportTests.tables, deliver: { _ in })
    }
    #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: [
    ("psoas.csv", "a,b\n1,2\n", "'psoas.csv' is no export of psoas"),
    ("settings.csv", "key\na\n", "'settings.csv' does not have the columns 'key', 'value'"),
    ("settings.csv", "key,value\na\n", "'settings.csv', line 2: there are 1 fields, not 2"),
    ("settings.csv", "key,value\na,b", "the last row has no line end"),
    (
      "things-parts.csv", "thing,number,weight (kg)\n\(String(repeating: "0", count: 32)),1,1\n",
      "the part belongs to no thing of 'things.csv', or not in its order"
    ),
    (
      "things-parts.csv", "thing,number,weight (kg)\n\(String(repeating: "0", count: 32)),1,5.01\n",
      "'weight (kg)' of the part is '5.01', which is no number from -5 to 5 with at most two decimals"
    ),
  ])
  func aFolderThatIsNoneIsRefused(_ name: String, _ text: String, _ message: String) throws {
    var files = try OwnExportTests.folder()
    files[name] = Array(text.utf8)
    let failure = #expect(throws: ImportFailure.self) {
      try ExportFolderReader.read(
        { [files] name in { pieces(files[name] ?? [], of: 1 << 16) } },
        tables: OwnExportTests.tables, deliver: { _ in })
    }
    #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
  }

  @Test func redactionTakesTheUsersWordsOut() throws {
    let row = try OwnExportTests.rows()[0].row
    #expect(OwnExportTests.things.redacted(row)?.last == ExportValue.none)
    #expect(OwnExportTests.settings.redacted(OwnExportTests.setting) == OwnExportTests.setting)
    for key in ["clinician.name", "alias.x"] {
      #expect(OwnExportTests.settings.redacted([.text(key), .text("x")]) == nil)
    }
    let definitions = ExportTable(
      key: "d", name: "d", noun: "definition", content: .definitions,
      columns: [
        ExportColumn(key: "slug", form: .slug),
        ExportColumn(key: "title", form: .text, redaction: .slugIfOwn),
        ExportColumn(key: "aim", form: .text, isOptional: true, redaction: .goesIfOwn),
        ExportColumn(key: "word", form: .text, isOptional: true, redaction: .covered),
        ExportColumn(key: "own", form: .flag),
      ])
    func definition(_ isOwn: Int) -> [ExportValue] {
      [.text("s"), .text("t"), .text("a"), .text("w"), .integer(isOwn)]
    }
    #expect(
      definitions.redacted(definition(1)) == [
        .text("s"), .text("s"), .none, .text(ExportTable.cover), .integer(1),
      ])
    #expect(
      definitions.redacted(definition(0)) == [
        .text("s"), .text("t"), .text("a"), .text(ExportTable.cover), .integer(0),
      ])
  }
}
