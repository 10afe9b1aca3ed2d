import Checks
import Domain

/// What `ascheck show ID --format json` prints: one row with everything that is kept of it.
///
/// The members of the row in `ListReportJSON`, then `criterion`, `why`, `remedy`, then the findings
/// as in `ScanReportJSON` with `firstSeen`, `lastSeen` and `scans`, then all `attestations`, oldest
/// first.
package struct RowReportJSON {
  private let report: RowReport
  private var check: Check { report.check }
  private var record: AccountRecord? { report.record }

  package init(_ report: RowReport) {
    self.report = report
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", record?.account.digits)
      json.member("partition", record?.partition.rawValue)
      json.key("row")
      json.object { json in
        json.members(of: check, in: record, at: report.now)
        json.member("criterion", check.criterion)
        json.member("why", check.why)
        json.member("remedy", check.remedy)
        if check.isManual { writeAttestations(to: &json) } else { writeFindings(to: &json) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func writeFindings(to json: inout JSONWriter) {
    let coverage = report.coverage
    json.key("findings")
    json.array { json in
      for record in report.findings.inReportOrder {
        let suppression = coverage.suppression(of: record.finding, id: record.id)
        json.object { json in
          json.members(of: record.finding, id: record.id, suppression)
          json.member("firstSeen", record.firstSeen)
          json.member("lastSeen", record.lastSeen)
          json.member("scans", record.scans)
        }
      }
    }
  }

  private func writeAttestations(to json: inout JSONWriter) {
    json.key("attestations")
    json.array { json in
      for attestation in report.attestations {
        json.value(attestation)
      }
    }
  }
}
