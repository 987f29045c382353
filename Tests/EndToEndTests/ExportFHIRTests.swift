import Foundation
import Testing

/// The bundle for health records: `scripts/check-fhir` holds it against two libraries, this suite against
/// what they do not look at.
@Suite struct ExportFHIRTests {
  typealias Object = [String: Any]

  private func bundle(_ psoas: Binary, _ words: String...) throws -> [Object] {
    let data = Data(try psoas.done(["export", "fhir"] + words).utf8)
    let bundle = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
    #expect(bundle["resourceType"] as? String == "Bundle")
    #expect(bundle["type"] as? String == "collection")
    return try #require(bundle["entry"] as? [Object])
  }

  private static func log() throws -> Binary {
    let psoas = try Binary(now: "2026-11-20T18:00:00+01:00", zone: "Europe/Berlin")
    for words in [
      [
        "log", "bird-dog", "3x8", "pigeon", "--minutes", "12.5", "--effort", "3", "--before", "4",
        "--after", "3.5", "--note", "fine",
      ],
      ["pain", "6", "--recall", "worst", "--site", "hip:left", "--site", "low-back"],
      ["measure", "thomas", "-3", "-5.5", "--side", "left", "--active", "--pain-free"],
      ["measure", "side-plank-hold", "31", "--side", "right"], ["measure", "odi", "22"],
      ["day", "sitting=9h", "posture=2"], ["flare", "start", "--at", "2026-11-01"],
      ["flare", "end", "--at", "2026-11-04"], ["check", "--no-to-all"],
      ["protocol", "start", "twelve-minute", "--no-to-all"],
    ] {
      try psoas.done(words + ["--quiet"])
    }
    return psoas
  }

  private func resources(_ entries: [Object]) -> [Object] {
    entries.compactMap { $0["resource"] as? Object }
  }

  private func text(_ resource: Object) -> String {
    (resource["code"] as? Object)?["text"] as? String ?? ""
  }

  private func codes(_ value: Any) -> [String] {
    if let object = value as? Object {
      if let system = object["system"] as? String, let code = object["code"] as? String,
        object["display"] != nil
      {
        return ["\(system) \(code)"]
      }
      return object.values.flatMap { codes($0) }
    }
    return (value as? [Any])?.flatMap { codes($0) } ?? []
  }

  private func references(_ value: Any) -> [String] {
    if let object = value as? Object {
      return ((object["reference"] as? String).map { [$0] } ?? [])
        + object.values.flatMap { references($0) }
    }
    return (value as? [Any])?.flatMap { references($0) } ?? []
  }

  @Test func everyEntryHasItsFormAndItsCode() throws {
    let entries = try bundle(try ExportFHIRTests.log())
    let all = resources(entries)
    func one(_ title: String) throws -> Object {
      let found = all.filter { text($0) == title }
      #expect(found.count == 1, "\(title): \(found.count)")
      return try #require(found.first)
    }
    func value(_ resource: Object) -> [String] {
      let quantity = resource["valueQuantity"] as? Object
      return ["\(quantity?["value"] ?? "")", quantity?["code"] as? String ?? ""]
    }
    let session = try one("Exercise session")
    #expect((session["hasMember"] as? [Any])?.count == 4)
    #expect(
      (session["component"] as? [Object])?.compactMap { $0["valueString"] as? String } == [
        "3x8", "done",
      ])
    #expect(session["effectiveDateTime"] as? String == "2026-11-20T18:00:00+01:00")
    let duration = try one("Exercise duration")
    #expect(value(duration) == ["12.5", "min"])
    #expect(codes(duration["code"] ?? "") == ["http://loinc.org 55411-3"])
    let effort = try one("Effort of the session, CR10 0-10")
    #expect(value(effort) == ["3", "{score}"])
    #expect(codes(effort["code"] ?? "") == ["http://loinc.org 82289-0"])
    let now = all.filter { text($0) == "Pain now, 0-10 numeric rating" }
    #expect(now.map { value($0)[0] } == ["4", "3.5"])
    #expect(now.allSatisfy { codes($0["code"] ?? "") == ["http://loinc.org 72514-3"] })
    #expect(now.allSatisfy { codes($0["category"] ?? "").first?.hasSuffix(" survey") == true })
    let worst = try one("Worst pain of the last 24 hours, 0-10 numeric rating")
    #expect(codes(worst["code"] ?? "").isEmpty)
    #expect((worst["bodySite"] as? Object)?["text"] as? String == "hip:left, low-back")
    let thomas = try one("modified Thomas test, below horizontal is negative")
    #expect(value(thomas) == ["-4.25", "deg"])
    #expect(codes(thomas["bodySite"] ?? "") == ["http://snomed.info/sct 7771000"])
    #expect((thomas["component"] as? [Any])?.count == 3)
    #expect(codes(thomas["category"] ?? "").first?.hasSuffix(" exam") == true)
    #expect(value(try one("sitting")) == ["9", "h"])
    #expect(try one("sitting")["effectiveDateTime"] as? String == "2026-11-20")
    let flare = try one("Flare of low back pain, as the person marked it")
    #expect((flare["effectivePeriod"] as? Object)?["end"] as? String == "2026-11-04T12:00:00+01:00")
    let answers = try #require(
      all.first { $0["resourceType"] as? String == "QuestionnaireResponse" })
    let items = try #require(answers["item"] as? [Object])
    #expect(items.count > 5)
    #expect(items.allSatisfy { ($0["text"] as? String)?.hasSuffix("?") == true })
  }

  @Test(arguments: 0...4)
  func referencesResolveAndScoresAreOnTheirScale(seed: UInt64) throws {
    let psoas = try seed == 0 ? ExportFHIRTests.log() : Binary()
    if seed > 0 { try RandomLog.fill(psoas, seed: seed + 40) }
    guard try psoas.run("export", "fhir").status == 0 else { return }
    let entries = try bundle(psoas)
    let urls = entries.compactMap { $0["fullUrl"] as? String }
    #expect(urls.count == entries.count && Set(urls).count == urls.count)
    let form = "^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    #expect(urls.allSatisfy { $0.range(of: form, options: .regularExpression) != nil })
    #expect(Set(references(entries)).subtracting(urls).isEmpty)
    for resource in resources(entries) where resource["resourceType"] as? String == "Observation" {
      #expect(resource["status"] as? String == "final" && resource["code"] != nil)
      #expect(resource["category"] != nil && resource["subject"] != nil)
      #expect(resource["effectiveDateTime"] != nil || resource["effectivePeriod"] != nil)
      guard text(resource).contains("0-10") else { continue }
      let score = (resource["valueQuantity"] as? Object)?["value"] as? Double
      #expect(score.map { (0...10).contains($0) } == true)
    }
    #expect(try psoas.done("export", "fhir") == psoas.done("export", "fhir"))
  }

  private static let checker = Tool.root.appendingPathComponent("scripts/check-fhir").path

  @Test(.needs(.fhirValidators), arguments: 0...4)
  func twoLibrariesTakeIt(seed: UInt64) throws {
    let psoas = try seed == 0 ? ExportFHIRTests.log() : Binary()
    if seed > 0 { try RandomLog.fill(psoas, seed: seed + 60) }
    guard try psoas.run("export", "fhir", "--output", psoas.path("bundle.json")).status == 0 else {
      return
    }
    func check() throws -> Run {
      try psoas.shell(
        "\"$PYTHON\" \"$CHECK\" bundle.json",
        extra: ["PYTHON": Tool.fhirPython, "CHECK": ExportFHIRTests.checker])
    }
    let run = try check()
    #expect(run.status == 0 && run.out.hasSuffix(" 0 problems\n"), "\(run)")
    // And would not take anything.
    try psoas.shell("sed -i 's/\"final\"/\"finished\"/; s/\"collection\"/\"box\"/' bundle.json")
    #expect(try check().status == 1)
  }

  @Test func theNameGoesOnlyWhereItWasSet() throws {
    let psoas = try ExportFHIRTests.log()
    func name(_ words: String...) throws -> Any? {
      let run = try psoas.run(["export", "fhir"] + words)
      let bundle = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? Object
      let patient = (bundle?["entry"] as? [Object])?.first?["resource"] as? Object
      #expect(patient?["resourceType"] as? String == "Patient")
      return patient?["name"]
    }
    #expect(try name() == nil)
    try psoas.done("config", "clinician.name", "Ada Example", "--quiet")
    #expect(try name() != nil)
    #expect(try name("--redact") == nil)
    #expect(try psoas.done("export", "fhir").contains("\"note\":[{\"text\":\"fine\"}]"))
    #expect(try !psoas.done("export", "fhir", "--redact").contains("fine"))
  }

  @Test func aLogWithoutEntriesHasNoBundle() throws {
    let psoas = try Binary()
    try psoas.done("init", "--quiet")
    try Bad(["export", "fhir"], 1, "there is no entry to export").expectRefusal(by: psoas)
  }
}
