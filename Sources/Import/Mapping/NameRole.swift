import Core

extension NameMapping {
  /// What a file uses a name for. One name may be there as several: a symptom and a factor `Headache`.
  package enum Role: String, CaseIterable, Sendable {
    /// Done in sets.
    case exercise
    /// Marked or counted once a day.
    case habit
    /// A daily exposure.
    case factor
    /// Pain on 0–10.
    case pain
    /// A rating on another scale.
    case rating
    /// A measured value.
    case measurement

    /// Whether something of this role can become that.
    package func suits(_ target: Target) -> Bool {
      switch (target, self) {
      case (.skip, _), (.exercise, .exercise), (.exercise, .habit), (.pain, .pain): true
      case (.factor, .habit), (.factor, .factor), (.factor, .rating), (.factor, .measurement): true
      case (.measure, .pain), (.measure, .rating), (.measure, .measurement): true
      default: false
      }
    }

    /// Whether something of this role becomes such a thing where nobody says anything.
    func becomes(_ target: Target) -> Bool {
      switch (target, self) {
      case (.exercise, .exercise), (.factor, .factor), (.pain, .pain), (.measure, .rating),
        (.measure, .measurement):
        true
      default: false
      }
    }

    /// The role as a message says it.
    var words: String {
      switch self {
      case .exercise: "an exercise"
      case .habit: "a habit"
      case .factor: "a daily factor"
      case .pain: "pain on 0-10"
      case .rating: "a rating on a scale of its own"
      case .measurement: "a measured value"
      }
    }

    /// The targets that suit it, as they are written.
    var forms: String {
      switch self {
      case .exercise: "EXERCISE, EXERCISE left or skip"
      case .habit: "EXERCISE, factor NAME or skip"
      case .factor: "factor NAME or skip"
      case .pain: "pain, pain SITE, measure KIND or skip"
      case .rating, .measurement: "measure KIND, factor NAME or skip"
      }
    }
  }

  /// The name of a line that is about one use of a name only: `Headache (factor)`.
  static func qualified(_ name: String, _ role: Role) -> String {
    "\(name.trimmed) (\(role.rawValue))"
  }

  /// What a name means where a file uses it so: the line of that use, or else the line of the name.
  package func target(of name: ImportedName) -> Target? {
    self[NameMapping.qualified(name.name, name.role)] ?? self[name.name]
  }

  /// What all names mean in one role.
  func targets(as role: Role) -> [String: Target] {
    let ending = " (\(role.rawValue))"
    var found = targets
    for (name, target) in targets where name.hasSuffix(ending) {
      let plain = String(name.dropLast(ending.count))
      found[plain] = target
    }
    return found
  }

  /// Adds what another mapping says, which counts before this one, also before what this one says of
  /// single uses of its names.
  mutating func take(over said: NameMapping) {
    for (name, target) in said.targets {
      for role in Role.allCases { self[NameMapping.qualified(name, role)] = nil }
      self[name] = target
    }
    for (name, target) in said.targets { self[name] = target }
  }
}

/// A name of a file as it is used there.
package struct ImportedName: Hashable, Comparable, Sendable {
  package let name: String
  /// What it is used for.
  package let role: NameMapping.Role

  /// A use of a name.
  package init(_ name: String, _ role: NameMapping.Role) {
    self.name = name
    self.role = role
  }

  /// By name, then by role.
  package static func < (left: ImportedName, right: ImportedName) -> Bool {
    left.name == right.name
      ? left.role.rawValue < right.role.rawValue : left.name < right.name
  }
}
