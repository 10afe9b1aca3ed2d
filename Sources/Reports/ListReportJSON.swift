import Checks
import Domain

/// What `ascheck list --format json` prints: every row's state, as it is kept.
///
/// ```
/// {"account":"111122223333","partition":"aws",
///  "leftOut":[{"region":"me-south-1","reason":"notEnabled"}],"rows":[
///  {"id":"ASC 07","title":{"en":"…","ja":"…"},"kind":"automatic","status":"alert",
///   "checkedAt":"…","counts":{"pass":1,"alert":2,"unknown":0,"notApplicable":0,"warning":0}},
///  {"id":"ASC 09","title":{"en":"…","ja":"…"},"kind":"manual","status":"dueSoon",
///   "attestation":{…}}]}
/// ```
///
/// Account and partition are `null` before the first scan, and so is `checkedAt` of a row that
/// never ran, whose status is `notRun`.
package struct ListReportJSON {
  private let report: ListReport
  private var record: AccountRecord? { report.record }

  package init(_ report: ListReport) {
    self.report = report
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", record?.account.digits)
      json.member("partition", record?.partition.rawValue)
      json.member("leftOut", record?.lastScan?.leftOut ?? [])
      json.key("rows")
      json.array { json in
        for check in report.checks {
          json.object { json in json.members(of: check, in: record, at: report.now) }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
