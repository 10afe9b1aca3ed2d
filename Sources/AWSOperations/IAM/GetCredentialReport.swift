import FoundationEssentials

/// The rows of IAM's credential report, column name to value.
package struct CredentialReport: Hashable, Sendable {
  package var generatedAt: Date
  package var rows: [[String: String]]

  package init(generatedAt: Date, rows: [[String: String]]) {
    self.generatedAt = generatedAt
    self.rows = rows
  }
}
