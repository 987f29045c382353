import Core

/// A look that goes on: what one check cannot read does not keep the next from looking.
struct Look {
  private(set) var examination = Examination()
  private var unreadable: (names: [String], reason: String)?

  mutating func add(_ name: String, _ findings: [LogFinding]) {
    examination.checked.append(name)
    examination.findings += findings
  }

  /// What belongs to a check that was made before the log was opened.
  mutating func more(_ check: () throws -> [LogFinding]) throws {
    do {
      examination.findings += try check()
    } catch let error as StoreError where error.kind.isOfContents {
      // The check of the tables that it read says so.
    }
  }

  mutating func at(_ name: String, _ check: () throws -> [LogFinding]) throws {
    do {
      add(name, try check())
    } catch let error as StoreError where error.kind.isOfContents {
      add(name, [])
      unreadable = ((unreadable?.names ?? []) + [name], unreadable?.reason ?? error.message)
    }
  }

  /// All that was found, with what could not be looked at.
  var whole: Examination {
    guard let (names, reason) = unreadable else { return examination }
    var whole = examination
    whole.findings.append(
      LogFinding(
        "unreadable", .attention,
        "\(names.joined(separator: ", ")) could not be looked at: \(reason)",
        advice: Doctor.adviceForDamage))
    return whole
  }
}
