import Core

/// A look that goes on: what one check cannot read does not keep the next from looking.
struct CheckRun {
  private(set) var report = IntegrityReport()
  private var unreadable: (names: [String], reason: String)?

  mutating func add(_ name: String, _ findings: [Diagnostic]) {
    report.checked.append(name)
    report.findings += findings
  }

  /// What belongs to a check that was made before the log was opened.
  mutating func more(_ check: () throws -> [Diagnostic]) throws {
    do {
      report.findings += try check()
    } catch let error as StoreError where error.kind.isOfContents {
      // The check of the tables that it read says so.
    }
  }

  mutating func at(_ name: String, _ check: () throws -> [Diagnostic]) throws {
    do {
      add(name, try check())
    } catch let error as StoreError where error.kind.isOfContents {
      add(name, [])
      unreadable = ((unreadable?.names ?? []) + [name], unreadable?.reason ?? error.message)
    }
  }

  /// All that was found, with what could not be looked at.
  var whole: IntegrityReport {
    guard let (names, reason) = unreadable else { return report }
    var whole = report
    whole.findings.append(
      Diagnostic(
        "unreadable", .attention,
        "\(names.joined(separator: ", ")) could not be looked at: \(reason)",
        advice: Doctor.adviceForDamage))
    return whole
  }
}
