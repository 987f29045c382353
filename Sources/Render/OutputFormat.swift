/// The formats in which a result can be printed.
package enum OutputFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case csv
  case json
  case svg
  case html
}
