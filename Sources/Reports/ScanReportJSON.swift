import Checks
import Domain

/// What `ascheck scan --format json` prints: one object, of one shape for ever.
///
/// ```
/// {"account":"111122223333","partition":"aws","startedAt":"…","finishedAt":"…","regions":["…"],
///  "calls":118,"leftOut":[{"region":"me-south-1","reason":"notEnabled"}],"rows":[
///  {"id":"ASC 07","kind":"automatic","status":"alert","findings":[
///   {"id":"…","status":"alert","resource":"arn:…","region":"eu-west-1","reason":"…",
///    "values":{"…":"…"},"warnings":["…"]}]},
///  {"id":"ASC 09","kind":"manual","status":"valid","attestation":{"id":"…","outcome":"…",…},
///   "evidence":{"gatheredAt":"…","isStale":false,"flags":[{"en":"…","ja":"…"}],…}}]}
/// ```
///
/// A region is left out as `notEnabled`, `notChosen` (by `--region`), `decided` (by a person, who
/// says `because`) or `denied`.
///
/// An automatic row's status is `pass`, `alert`, `unknown`, or `notRun` where the scan ended
/// before the row was whole. A manual row's is a `Judgement.word`; `evidence` is what the account
/// showed beside it, as in `EvidenceReport`, or `null` before it was gathered. What belongs to no
/// region has the region `global`. A finding that an exception covers keeps its status, carries
/// `suppressed` with `exception`, `reason`, `person` and `until`, and does not make the row's
/// status.
package struct ScanReportJSON {
  private let report: ScanReport
  private var result: ScanResult { report.result }

  package init(_ report: ScanReport) {
    self.report = report
  }

  /// Hands out the report part by part, so that a hundred thousand findings need no copy in
  /// memory.
  package func write<Failure>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONWriter()
    try json.object { json throws(Failure) in
      members(of: &json)
      json.key("rows")
      try json.array { json throws(Failure) in
        for check in report.checks { try write(check, to: &json, sink) }
      }
    }
    json.endLine()
    try sink(json.drain())
  }

  private func members(of json: inout JSONWriter) {
    json.member("account", result.account.digits)
    json.member("partition", result.partition.rawValue)
    json.member("startedAt", result.summary.startedAt)
    json.member("finishedAt", result.summary.finishedAt)
    json.key("regions")
    json.array { json in
      for region in result.summary.regions { json.value(region.name) }
    }
    json.member("calls", result.summary.calls)
    json.member("leftOut", result.summary.leftOut)
  }

  private func write<Failure>(
    _ check: Check,
    to json: inout JSONWriter,
    _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try json.object { json throws(Failure) in
      json.member("id", check.id.description)
      if check.isManual {
        json.members(of: report.judgement(of: check))
      } else {
        json.member("kind", "automatic")
        json.member("status", report.summary(of: check)?.status.rawValue ?? "notRun")
        try write(report.findings(of: check), of: check, to: &json, sink)
      }
    }
  }

  private func write<Failure>(
    _ findings: [Finding],
    of check: Check,
    to json: inout JSONWriter,
    _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let coverage = report.coverage(of: check)
    json.key("findings")
    try json.array { json throws(Failure) in
      for finding in findings.inReportOrder {
        let id = finding.id(row: check.id, account: result.account)
        let suppression = coverage.suppression(of: finding, id: id)
        json.object { json in json.members(of: finding, id: id, suppression) }
        if json.bytes.count > Self.part { try sink(json.drain()) }
      }
    }
  }

  /// How much is gathered before it is handed out.
  private static let part = 1 << 16
}
