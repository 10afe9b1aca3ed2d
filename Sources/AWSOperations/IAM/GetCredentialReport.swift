import Domain
import FoundationEssentials

/// Fetches the credential report that `GenerateCredentialReport` had made.
///
/// While there is none it is refused as `ReportNotPresent`, `ReportExpired` or `ReportInProgress`.
package struct GetCredentialReport: AWSOperation {
  package static let service = Service.iam
  package static let name = "GetCredentialReport"
  package static let permission: Permission = "iam:GetCredentialReport"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> CredentialReport {
    let result = try result(of: answer)
    return CredentialReport(
      generatedAt: try result.requiredDate("GeneratedTime"),
      rows: try rows(ofBase64: try result.requiredString("Content"))
    )
  }

  private static func rows(ofBase64 content: String) throws(Undecodable) -> [[String: String]] {
    guard let data = Data(base64Encoded: content, options: .ignoreUnknownCharacters) else {
      throw Undecodable("the credential report is not base64")
    }
    let records = CSV.records(in: String(decoding: data, as: UTF8.self))
    guard let columns = records.first, columns.first == "user" else {
      throw Undecodable("the credential report has no header")
    }
    return records.dropFirst().map { Dictionary(zip(columns, $0)) { first, _ in first } }
  }
}

/// The rows of IAM's credential report, column name to value.
package struct CredentialReport: Hashable, Sendable {
  package var generatedAt: Date
  package var rows: [[String: String]]

  package init(generatedAt: Date, rows: [[String: String]]) {
    self.generatedAt = generatedAt
    self.rows = rows
  }
}
