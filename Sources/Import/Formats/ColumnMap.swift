import Core

/// The meaning of a CSV file's columns, as given by the user: `date=Day,pain=Pain
/// now,exercise=Name,factor:sitting=Hours sat,measure:thomas:left=Left hip`.
///
/// A name with a comma or a quote is written in double quotes, with quotes doubled.
package struct ColumnMap: Sendable, Equatable {
  /// What a column can be, each at most once.
  package enum Role: String, CaseIterable, Sendable {
    /// The date, with or without a time.
    case date
    /// A time, if the date has none.
    case time
    /// The name of a session.
    case title
    /// The name of an exercise.
    case exercise
    /// Repetitions of a set, or of each of several sets.
    case reps
    /// How many sets.
    case sets
    /// Seconds per hold.
    case seconds
    case weight
    /// The unit of the weight.
    case unit
    case side
    /// Minutes of the session.
    case minutes
    /// Effort of the session, 0–10 (CR10).
    case effort
    /// Pain, 0–10: during the exercise in the row, or a rating of its own.
    case pain
    case note
  }

  /// The names of the columns by what they are.
  package private(set) var names: [Role: String] = [:]
  /// The names of columns with daily factors, by factor.
  package private(set) var factors: [(name: Slug, column: String)] = []
  /// The names of columns with measurements, by kind and side.
  package private(set) var measures: [(kind: Slug, side: Side?, column: String)] = []

  /// Parses the option.
  ///
  /// - Throws: `InputError` for a malformed list, an unknown role, or one given twice.
  package init(_ text: String) throws {
    for part in try ColumnMap.parts(text) {
      guard let cut = part.firstIndex(of: "=") else {
        throw InputError("\(part.quoted) has no '='", hint: ColumnMap.hint)
      }
      let role = part[..<cut].trimmed
      let column = part[part.index(after: cut)...].trimmed
      guard !column.isEmpty else {
        throw InputError("\(role.quoted) names no column", hint: ColumnMap.hint)
      }
      try add(role, column: column)
    }
    guard names[.date] != nil else {
      throw InputError("the columns lack a date", hint: ColumnMap.hint)
    }
    guard
      names.keys.contains(where: { ![.date, .time, .title, .unit].contains($0) })
        || !factors.isEmpty || !measures.isEmpty
    else {
      throw InputError("the columns have a date and nothing to keep", hint: ColumnMap.hint)
    }
    if names[.exercise] == nil, let role = ColumnMap.ofSets.first(where: { names[$0] != nil }) {
      throw InputError("'\(role.rawValue)' is given without 'exercise'", hint: ColumnMap.hint)
    }
  }

  /// The roles that describe a set and need an exercise.
  private static let ofSets: [Role] = [.reps, .sets, .seconds, .weight, .side]

  private mutating func add(_ role: String, column: String) throws {
    let words = role.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed }
    switch words[0].lowercased() {
    case "factor" where words.count == 2:
      let name = try Slug(words[1], for: "a factor")
      guard !factors.contains(where: { $0.name == name }) else { throw ColumnMap.twice(role) }
      factors.append((name, column))
    case "measure" where (2...3).contains(words.count):
      let kind = try Slug(words[1], for: "a measurement")
      let side = try words.count == 3 ? Side(words[2]) : nil
      guard !measures.contains(where: { $0.kind == kind && $0.side == side }) else {
        throw ColumnMap.twice(role)
      }
      measures.append((kind, side, column))
    default:
      guard let known = Role(rawValue: role.lowercased()) else {
        throw InputError("\(role.quoted) is nothing that a column can be", hint: ColumnMap.hint)
      }
      guard names[known] == nil else { throw ColumnMap.twice(role) }
      names[known] = column
    }
  }

  private static func twice(_ role: String) -> InputError {
    InputError("\(role.quoted) is given twice", hint: "name one column for each")
  }

  private static let hint =
    "use date=… with any of \(Role.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")), "
    + "factor:NAME and measure:KIND, each =COLUMN"

  /// The parts between commas outside quotes, unquoted.
  private static func parts(_ text: String) throws -> [String] {
    var parts = [""]
    var isQuoted = false
    var afterQuote = false
    for character in text {
      switch character {
      case "\"":
        // A quote right after a closing one is a doubled quote.
        if afterQuote { parts[parts.count - 1].append(character) }
        isQuoted.toggle()
        afterQuote = !isQuoted
        continue
      case "," where !isQuoted: parts.append("")
      default: parts[parts.count - 1].append(character)
      }
      afterQuote = false
    }
    guard !isQuoted else {
      throw InputError("the columns have a quote that is never closed", hint: hint)
    }
    return parts.filter { !$0.trimmed.isEmpty }
  }

  package static func == (left: ColumnMap, right: ColumnMap) -> Bool {
    left.names == right.names && left.factors.elementsEqual(right.factors, by: ==)
      && left.measures.elementsEqual(right.measures, by: ==)
  }
}
