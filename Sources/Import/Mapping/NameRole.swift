import Core

extension NameMapping {
  /// How a file uses a name. One name may have several uses: a symptom and a factor `Headache`.
  package enum Role: String, CaseIterable, Sendable {
    /// Done in sets.
    case exercise
    /// Marked or counted once a day.
    case habit
    /// A daily factor.
    case factor
    /// Pain on 0–10.
    case pain
    /// A rating on another scale.
    case rating
    /// A measured value.
    case measurement

    /// Whether something in this role can become that.
    package func suits(_ target: Target) -> Bool {
      switch (target, self) {
      case (.skip, _), (.exercise, .exercise), (.exercise, .habit), (.pain, .pain): true
      case (.factor, .habit), (.factor, .factor), (.factor, .rating), (.factor, .measurement): true
      case (.measure, .pain), (.measure, .rating), (.measure, .measurement): true
      default: false
      }
    }

    /// Whether something in this role becomes that without a line in the map.
    func becomes(_ target: Target) -> Bool {
      switch (target, self) {
      case (.exercise, .exercise), (.factor, .factor), (.pain, .pain), (.measure, .rating),
        (.measure, .measurement):
        true
      default: false
      }
    }

    /// The role in messages.
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

    /// The targets that suit it, as text.
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

  /// The line for one use of a name only: `Headache (factor)`.
  static func qualified(_ name: String, role: Role) -> String {
    "\(name.trimmed) (\(role.rawValue))"
  }

  /// The target of a name in this use: from the line of the use, or else of the name.
  package func target(of name: ImportedName) -> Target? {
    self[NameMapping.qualified(name.name, role: name.role)] ?? self[name.name]
  }

  /// The targets of all names in one role.
  func targets(as role: Role) -> [String: Target] {
    let ending = " (\(role.rawValue))"
    var found = targets
    for (name, target) in targets where name.hasSuffix(ending) {
      let plain = String(name.dropLast(ending.count))
      found[plain] = target
    }
    return found
  }

  /// Adds another map, which takes precedence, also over this one's lines for single uses of a name.
  mutating func take(over given: NameMapping) {
    for (name, target) in given.targets {
      for role in Role.allCases { self[NameMapping.qualified(name, role: role)] = nil }
      self[name] = target
    }
    for (name, target) in given.targets { self[name] = target }
  }
}

/// A name in a file together with its use.
package struct ImportedName: Hashable, Comparable, Sendable {
  package let name: String
  /// Its use.
  package let role: NameMapping.Role

  package init(_ name: String, role: NameMapping.Role) {
    self.name = name
    self.role = role
  }

  /// By name, then by role.
  package static func < (left: ImportedName, right: ImportedName) -> Bool {
    left.name == right.name
      ? left.role.rawValue < right.role.rawValue : left.name < right.name
  }
}
