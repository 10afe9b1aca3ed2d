import Checks
import Domain
import FoundationEssentials

/// The parts that every JSON report writes alike, for ever.
extension JSONWriter {
  mutating func member(_ key: String, _ date: Date) {
    member(key, Timestamp.text(date))
  }

  /// Both languages: a report for programs is the same whoever runs it.
  mutating func member(_ key: String, _ text: Text) {
    self.key(key)
    object { json in
      for language in Language.allCases { json.member(language.rawValue, text[language]) }
    }
  }

  /// `suppressed` is there only where an exception in force covers the finding.
  package mutating func members(of finding: Finding, id: String, _ suppression: Suppression?) {
    member("id", id)
    member("status", finding.status.rawValue)
    member("resource", finding.resource.arn)
    member("region", finding.resource.region?.name ?? "global")
    member("reason", finding.reason.code)
    member("values", finding.values)
    member("warnings", finding.warnings)
    if let suppression { member("suppressed", suppression) }
  }

  private mutating func member(_ key: String, _ suppression: Suppression) {
    self.key(key)
    object { json in
      json.member("exception", suppression.id)
      json.member("reason", suppression.reason)
      json.member("person", suppression.person)
      json.member("until", suppression.expiresAt)
    }
  }

  mutating func member(_ key: String, _ regions: [LeftOutRegion]) {
    self.key(key)
    array { json in
      for entry in regions {
        json.object { json in
          json.member("region", entry.region.name)
          json.member("reason", entry.reason.rawValue)
          if let because = entry.because { json.member("because", because) }
        }
      }
    }
  }

  /// The attestation that decides a manual row; `null` when nobody has reviewed it.
  mutating func member(_ key: String, _ attestation: Attestation?) {
    self.key(key)
    if let attestation { value(attestation) } else { null() }
  }

  mutating func value(_ attestation: Attestation) {
    object { json in
      json.member("id", attestation.id)
      json.member("outcome", attestation.outcome.rawValue)
      json.member("note", attestation.note)
      json.member("reviewer", attestation.reviewer)
      json.member("link", attestation.link)
      json.member("attestedAt", attestation.attestedAt)
      json.member("recordedAt", attestation.recordedAt)
      json.member("expiresAt", attestation.expiresAt)
      json.member("factsDigest", attestation.facts?.digest)
    }
  }

  mutating func member(_ key: String, _ counts: RowSummary.Counts) {
    self.key(key)
    object { json in
      json.member("pass", counts.pass)
      json.member("alert", counts.alert)
      json.member("unknown", counts.unknown)
      json.member("notApplicable", counts.notApplicable)
      json.member("warning", counts.warning)
      json.member("suppressed", counts.suppressed)
    }
  }

  mutating func members(of judgement: Judgement) {
    member("kind", "manual")
    member("status", judgement.word)
    member("attestation", judgement.review.attestation)
    key("evidence")
    if let record = judgement.evidence { value(record, judgement) } else { null() }
  }

  /// What lists and single rows say of a row without its findings.
  mutating func members(of check: Check, in record: AccountRecord?, at now: Date) {
    member("id", check.id.description)
    member("title", check.title)
    if check.isManual {
      members(of: Judgement(of: check.id, in: record, at: now))
    } else {
      let summary = record?.summary(of: check.id, at: now)
      member("kind", "automatic")
      member("status", summary?.status.rawValue ?? "notRun")
      member("checkedAt", summary.map { Timestamp.text($0.checkedAt) })
      member("counts", summary?.counts ?? RowSummary.Counts())
    }
  }
}
