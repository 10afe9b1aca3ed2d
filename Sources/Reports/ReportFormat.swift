/// How `scan`, `list` and `show` print.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
}

/// How `checklist` prints.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case markdown
  case html
  case csv
}
