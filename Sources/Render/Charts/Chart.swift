import Core

/// Panels stacked over the same weeks or days, so that series can be compared, with events marked across all
/// of them.
///
/// To make one from a report: `x` is `Week.number` or `Day.number`, a week without a value has no point, and
/// everything else is optional. ``Chart/trend(title:series:line:band:limits:smooth:marks:)``,
/// ``Chart/pair(title:_:_:marks:)`` and ``Chart/phases(title:series:lines:split:label:marks:)`` take a
/// report's arrays unchanged.
package struct Chart: Picture, TextPicture {
  /// The unit of `x`.
  package enum Step: Sendable { case week, day }

  /// An event that may have affected the values.
  package struct Mark: Sendable, Equatable {
    /// The kind of event, which decides how it is drawn.
    package enum Kind: Sendable { case stage, split, method, flare }

    package let kind: Kind
    /// Its first and last week or day, equal for a moment.
    package let span: ClosedRange<Int>
    /// Its name.
    package let label: String

    /// A stage that started in the week or on the day `x`.
    package static func stage(_ x: Int, label: String) -> Mark {
      Mark(kind: .stage, span: x...x, label: label)
    }
    /// The first week or day of the second of two phases.
    package static func split(_ x: Int, label: String) -> Mark {
      Mark(kind: .split, span: x...x, label: label)
    }
    /// The first week or day measured with another method.
    package static func method(_ x: Int, label: String) -> Mark {
      Mark(kind: .method, span: x...x, label: label)
    }
    /// A flare, from its first to its last week or day.
    package static func flare(_ span: ClosedRange<Int>, label: String = "flare") -> Mark {
      Mark(kind: .flare, span: span, label: label)
    }
  }

  /// The title.
  package let title: String
  /// The unit of `x`.
  package let step: Step
  /// The first and the last week or day.
  package let span: ClosedRange<Int>
  /// The panels, top to bottom.
  package let panels: [Panel]
  /// The events within the span, in order.
  package let marks: [Mark]
  /// Shown when there is no panel.
  package let placeholder: [String]

  /// Marks outside the span are left out, and those that extend beyond it are cut.
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

  /// The number of weeks or days.
  var count: Int { span.upperBound - span.lowerBound + 1 }

  /// The name of a week or day.
  func name(_ x: Int) -> String {
    switch step {
    case .week: Week(number: x).description
    case .day: Day(number: x).description
    }
  }

  /// A description in words, for those who cannot see the chart.
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

/// Anything that can be drawn.
package protocol Picture: Sendable {
  /// The title.
  var title: String { get }
  /// A description in words, for those who cannot see the picture.
  var summary: String { get }
  /// The picture as shapes; see ``Drawing``.
  func drawing(id: String) -> Drawing
}
