import Checks
import Domain
import FoundationEssentials

/// What `ascheck evidence ID` prints: the facts beside a manual row, and what moved since it was
/// judged.
///
/// ```
/// {"account":"111122223333","partition":"aws","row":"ASC 09","status":"valid",
///  "attestation":{…},
///  "evidence":{"gatheredAt":"…","isStale":false,"summary":{"en":"…","ja":"…"},
///   "alertsAtOnce":[],"flags":[{…}],
///   "notVisible":[{"action":"…","cause":"accessDenied","regions":["…"]}],"factsDigest":"…"},
///  "changes":[{"label":{…},"item":"…","region":"…","then":{…},"now":{…},"change":"added",
///   "isMaterial":true}],
///  "lines":[{"label":{…},"value":{…}}],
///  "tables":[{"title":{…},"columns":[{…}],"rows":[{"cells":[{…}],"isFlagged":true}],
///   "omitted":0}],
///  "facts":{"keyPairs@us-east-1":{"…":"…"}}}
/// ```
///
/// `evidence` is `null` before anything was gathered; then what follows it is left out.
package struct EvidenceReport: Sendable {
  private let check: Check
  private let record: AccountRecord
  private let judgement: Judgement

  package init(_ check: Check, record: AccountRecord, now: Date) {
    self.check = check
    self.record = record
    judgement = Judgement(of: check.id, in: record, at: now)
  }

  package var verdict: Verdict { Verdict(of: [judgement.standing]) }

  package func text(on page: Page) -> String {
    var text = TextReport(page)
    text.paragraph("\(check.id)  \(text.words(check.title))", indent: 0, hanging: 0)
    text.line("\(text.tag(judgement.standing)) \(text.words(judgement.standing.words))")
    text.line()
    text.write(judgement, of: check)
    return text.text
  }

  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", record.account.digits)
      json.member("partition", record.partition.rawValue)
      json.member("row", check.id.description)
      json.member("status", judgement.word)
      json.member("attestation", judgement.review.attestation)
      json.key("evidence")
      guard let evidence = judgement.evidence else { return json.null() }
      json.value(evidence, judgement)
      json.member("changes", judgement.difference)
      json.details(of: evidence.evidence)
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
