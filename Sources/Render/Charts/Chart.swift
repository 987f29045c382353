import Core

/// Panels of values one above the other over the same weeks or days, so that one can be read against
/// another, with what happened meanwhile marked across all of them.
///
/// How a report becomes a chart: `x` is `Week.number` or `Day.number`, a week without a value has no
/// point, and everything else is optional. ``Chart/trend(title:series:line:band:limits:smooth:marks:)``,
/// ``Chart/pair(title:_:_:marks:)`` and ``Chart/phases(title:series:lines:split:label:marks:)`` take
/// the arrays of a report as they are.
package struct Chart: Picture, TextPicture {
  /// What one step of `x` is.
  package enum Step: Sendable { case week, day }

  /// Something that happened at a time and may have moved the values.
  package struct Mark: Sendable, Equatable {
    /// What it was, which tells how it is drawn.
    package enum Kind: Sendable { case stage, split, method, flare }

    package let kind: Kind
    /// Its first and last week or day; a moment has one.
    package let span: ClosedRange<Int>
    /// Its name.
    package let label: String

    /// A stage that began with the week or day `x`.
    package static func stage(_ x: Int, _ label: String) -> Mark {
      Mark(kind: .stage, span: x...x, label: label)
    }
    /// The first week or day of the second of two phases.
    package static func split(_ x: Int, _ label: String) -> Mark {
      Mark(kind: .split, span: x...x, label: label)
    }
    /// The first week or day measured in another way.
    package static func method(_ x: Int, _ label: String) -> Mark {
      Mark(kind: .method, span: x...x, label: label)
    }
    /// A flare from its first to its last week or day.
    package static func flare(_ span: ClosedRange<Int>, _ label: String = "flare") -> Mark {
      Mark(kind: .flare, span: span, label: label)
    }
  }

  /// What the picture shows, in a line.
  package let title: String
  /// What one step of `x` is.
  package let step: Step
  /// The first and the last week or day.
  package let span: ClosedRange<Int>
  /// The panels, from top to bottom.
  package let panels: [Panel]
  /// What happened within the span, in order.
  package let marks: [Mark]
  /// What is said where there is no panel.
  package let placeholder: [String]

  /// A chart. Marks outside of its span are left out, those that reach out of it are cut.
  package init(
    title: String, step: Step, span: ClosedRange<Int>, panels: [Panel], marks: [Mark] = [],
    placeholder: [String] = ["no values"]
  ) {
    self.placeholder = placeholder
    self.title = title
    self.step = step
    self.span = span
    self.panels = panels
    self.marks = marks.filter { $0.span.overlaps(span) }.map { mark in
      Mark(kind: mark.kind, span: mark.span.clamped(to: span), label: mark.label)
    }.sorted { ($0.span.lowerBound, $0.label) < ($1.span.lowerBound, $1.label) }
  }

  /// How many weeks or days it covers.
  var count: Int { span.upperBound - span.lowerBound + 1 }

  /// The name of a week or day.
  func name(_ x: Int) -> String {
    switch step {
    case .week: Week(number: x).description
    case .day: Day(number: x).description
    }
  }

  /// What the chart shows, in words, for those who cannot see it.
  package var summary: String {
    let unit = step == .week ? "weeks" : "days"
    let range =
      count == 1
      ? name(span.lowerBound)
      : "\(count) \(unit) from \(name(span.lowerBound)) to \(name(span.upperBound))"
    let happened = marks.prefix(20).map { mark in
      mark.span.count == 1
        ? "\(mark.label) from \(name(mark.span.lowerBound))"
        : "\(mark.label) from \(name(mark.span.lowerBound)) to \(name(mark.span.upperBound))"
    }
    let sentences = ["\(range)."] + panels.map { $0.summary(name) }
    guard !panels.isEmpty else { return placeholder.joined(separator: " ") }
    return (sentences + (happened.isEmpty ? [] : ["Marked: \(happened.joined(separator: "; "))."]))
      .joined(separator: " ")
  }
}

/// A value that can be drawn.
package protocol Picture: Sendable {
  /// What the picture shows, in a line.
  var title: String { get }
  /// What it shows, in words, for those who cannot see it.
  var summary: String { get }
  /// The picture as it is drawn; see ``Drawing``.
  func drawing(id: String) -> Drawing
}
