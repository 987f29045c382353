import RehabLog

/// What the user sees after an entry: what was stored and under which id, how to take it back, and
/// one useful line.
public struct Confirmation: Sendable {
  private let entry: LogEntry
  private let remarks: [String]

  /// A confirmation of a stored entry.
  public init(_ entry: LogEntry, remarks: [String]) {
    self.entry = entry
    self.remarks = remarks
  }

  /// Two lines or a few more: the entry with its id, then the remarks.
  public func text(_ style: Style) -> String {
    let id = entry.id.short
    let when = entry.kind == .day ? "\(entry.moment.day)" : entry.moment.label
    let dot = style.pick("·", "|")
    let head = "\(style.tint(id, .heading))  \(when)  \(style.plain(entry.summary))"
    let tail = (remarks + ["take back: psoas rm \(id)"]).map { style.plain($0) }
    return head + "\n" + tail.joined(separator: " \(dot) ") + "\n"
  }

  /// The stored entry as Markdown.
  public func markdown() -> String { entry.markdown() }
  /// The stored entry as csv.
  public func csv() -> String { EntryList([entry]).csv() }
  /// The stored entry as JSON.
  public func json() -> JSON { entry.json() }
}
