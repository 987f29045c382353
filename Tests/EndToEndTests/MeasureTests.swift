import Testing

/// `psoas measure`, and the exercises and kinds that a user adds.
@Suite struct MeasureTests {
  @Test func severalTrialsOfOneVisit() throws {
    let psoas = try Binary()
    let run = try psoas.run(
      "measure", "glute-bridge", "126", "128.5", "127", "--method", "phone", "--active",
      "--pain-free", "--note", "warm")
    #expect(run.status == 0)
    let measured = try psoas.object("show", "last")
    #expect(
      Set(measured.keys) == [
        "id", "type", "at", "day", "zone", "kind", "side", "series", "unit", "method", "motion",
        "value", "trials", "pain", "painFree", "photo", "note",
      ])
    #expect(measured["kind"] as? String == "glute-bridge")
    #expect(measured["series"] as? String == "glute-bridge")
    #expect(measured["unit"] as? String == "deg")
    #expect(measured["method"] as? String == "inclinometer")
    #expect(measured["motion"] as? String == "active")
    #expect(measured["trials"] as? [Double] == [126, 128.5, 127])
    #expect(abs(try #require(measured["value"] as? Double) - 381.5 / 3) < 1e-9)
    #expect(measured["pain"] as? Double == 0)
    #expect(measured["painFree"] as? Bool == true)
    #expect(measured["note"] as? String == "warm")
  }

  @Test(arguments: [
    (["-5"], [-5]), (["-5", "-4.5"], [-5, -4.5]), (["--deg", "-5"], [-5]), (["--deg=-5"], [-5]),
    (["−5"], [-5]), (["-5°"], [-5]), (["-5deg"], [-5]), (["-0.25"], [-0.25]), (["0"], [0]),
    (["-3", "--deg", "-5", "--deg", "+2"], [-3, -5, 2]), (["--", "-5"], [-5]),
  ])
  func valuesBelowZero(words: [String], trials: [Double]) throws {
    let psoas = try Binary()
    let run = try psoas.run(["measure", "thomas", "--side", "left"] + words)
    #expect(run.status == 0, "\(run.err)")
    let measured = try psoas.object("show", "last")
    #expect(measured["trials"] as? [Double] == trials)
    #expect(measured["series"] as? String == "thomas:left")
    #expect(measured["side"] as? String == "left")
  }

  @Test func theBestHoldCounts() throws {
    let psoas = try Binary()
    try psoas.run("measure", "side-plank-hold", "42", "61s", "50", "--side", "r", "--pain", "2.5")
    let measured = try psoas.object("show", "last")
    #expect(measured["value"] as? Double == 61)
    #expect(measured["series"] as? String == "side-plank-hold:right")
    #expect(measured["pain"] as? Double == 2.5)
    #expect(measured["painFree"] as? Bool == false)
  }

  @Test(
    arguments: [
      ("glute-bridge", "128", nil), ("thomas", "4", "left"), ("hip-extension", "-12", "left"),
      ("kneeling-extension", "8", "right"), ("side-plank-hold", "60", "right"),
      ("curl-up-hold", "60", nil), ("extensor-hold", "90", nil), ("odi", "34", nil),
      ("rmdq", "7", nil), ("psfs", "4.5", nil),
    ] as [(String, String, String?)])
  func everyKindOfTheContract(kind: String, value: String, side: String?) throws {
    let psoas = try Binary()
    let needsSide = try psoas.run("measure", kind, value)
    #expect(needsSide.status == (side == nil ? 0 : 64))
    if let side { try psoas.run("measure", kind, value, "--side", side) }
    let all = try psoas.objects("list", "measures")
    #expect(all.map { $0["kind"] as? String } == [kind])
    #expect(all.map { $0["value"] as? Double } == [Double(value)])
  }

  @Test func aPhotoIsKeptByItsWholePath() throws {
    let psoas = try Binary()
    try psoas.shell("touch bridge.jpg; psoas measure glute-bridge 128 --photo ./bridge.jpg")
    #expect(try psoas.object("show", "last")["photo"] as? String == psoas.path("bridge.jpg"))
  }

  @Test func aKindOfTheUsersOwn() throws {
    let psoas = try Binary()
    let run = try psoas.run(
      "measure", "--define", "heel-to-seat", "--unit", "cm", "--better", "lower", "--sided",
      "--title", "Ely, lying prone")
    #expect(run.status == 0)
    #expect(
      run.out
        == "added the kind 'heel-to-seat'; measure with 'psoas measure heel-to-seat 12 --side left'\n"
    )
    try psoas.done("measure", "heel", "12.5cm", "--side", "left")
    let measured = try psoas.object("show", "last")
    #expect(measured["series"] as? String == "heel-to-seat:left")
    #expect(measured["unit"] as? String == "cm")
    #expect(measured["value"] as? Double == 12.5)
    #expect(try psoas.run("measure", "heel-to-seat", "12").status == 64)
  }

  @Test func anExerciseOfTheUsersOwn() throws {
    let psoas = try Binary()
    let run = try psoas.run(
      "exercise", "add", "Heel Slide", "--name", "Fersenschub 🦶", "--alias", "slides", "--sided",
      "--dose", "hold", "--aim", "calm", "--cue", "slowly")
    #expect(run.status == 0)
    #expect(run.err == "made a new log at '\(psoas.log)'\n")
    #expect(run.out == "added 'heel-slide'; log it with 'psoas log heel-slide 3x20s/side'\n")
    let card = try psoas.object("exercise", "show", "slides")
    #expect(card["slug"] as? String == "heel-slide")
    #expect(card["name"] as? String == "Fersenschub 🦶")
    #expect(card["aliases"] as? [String] == ["slides"])
    #expect(card["oneSided"] as? Bool == true)
    #expect(card["dose"] as? String == "hold")
    #expect(card["aim"] as? String == "calm")
    #expect(card["cue"] as? String == "slowly")
    #expect(card["own"] as? Bool == true)
    try psoas.done("log", "slides", "3x20s/side")
    let entries = try #require(
      try psoas.object("show", "last")["entries"] as? [[String: Any]])
    #expect(entries.map { $0["exercise"] as? String } == ["heel-slide"])
    let own = try psoas.objects("exercise", "list").filter { $0["own"] as? Bool == true }
    #expect(own.map { $0["slug"] as? String } == ["heel-slide"])
  }

  @Test func theCatalogueNeedsNoLog() throws {
    let psoas = try Binary()
    let listed = try psoas.objects("exercise", "list")
    #expect(listed.count == 45)
    #expect(
      Set(listed[0].keys).isSuperset(of: ["slug", "oneSided", "dose", "own", "name", "aliases"]))
    #expect(
      try psoas.done("exercise", "list", "--format", "csv").split(separator: "\n").count == 46)
    #expect(psoas.bytes() == nil)
  }
}
