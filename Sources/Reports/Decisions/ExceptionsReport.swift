import Checks
import Domain
import FoundationEssentials

/// What `ascheck exceptions` prints: every exception, with what became of it.
package struct ExceptionsReport: Sendable {
  private let record: AccountRecord
  private let now: Date
  private let suppressions: [Suppression]

  package init(_ record: AccountRecord, now: Date) {
    self.record = record
    self.now = now
    suppressions = record.log.suppressions
  }

  /// Of these alone, in this order.
  package init(_ record: AccountRecord, now: Date, only ids: [Suppression.ID]) {
    self.record = record
    self.now = now
    suppressions = ids.compactMap { record.log.suppression($0) }
  }

  package func text(on page: Page) -> String {
    var text = TextReport(page)
    for suppression in suppressions {
      let state = text.words(suppression.state(at: now).words)
      let last = page.typography.date(suppression.lastMoment)
      let end = text.words(Text(en: "until \(last.en)", ja: "\(last.ja) まで"))
      let covered = text.words(count(of: suppression).findings)
      text.line(
        "\(suppression.id.prefix(8))  \(text.filled(state, 12))\(text.filled(end, 18))\(covered)"
      )
      text.paragraph(text.clean(text.words(suppression.scope.words)), indent: 4)
      text.paragraph(text.clean("\(suppression.person): \(suppression.reason)"), indent: 4)
    }
    if suppressions.isEmpty {
      text.line(text.words(Text(en: "There are no exceptions.", ja: "例外はありません。")))
    }
    return text.text
  }

  /// How many of the last scans' findings it covers, in force or not.
  private func count(of suppression: Suppression) -> Int {
    record.rows.values.flatMap(\.excepted).filter { $0.by.contains(suppression.id) }
      .reduce(0) { $0 + $1.counts.total }
  }

  /// `{"account":"…","exceptions":[{"id":"…","state":"inForce","pattern":{…},"reason":"…",
  /// "person":"…","recordedAt":"…","until":"…","covers":2,"renewals":1}]}`.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", record.account.digits)
      json.key("exceptions")
      json.array { json in
        for suppression in suppressions {
          json.object { json in write(suppression, to: &json) }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ suppression: Suppression, to json: inout JSONWriter) {
    json.member("id", suppression.id)
    json.member("state", suppression.state(at: now).rawValue)
    json.members(of: suppression.scope)
    json.member("reason", suppression.reason)
    json.member("person", suppression.person)
    json.member("recordedAt", suppression.recordedAt)
    json.member("until", suppression.expiresAt)
    json.member("covers", count(of: suppression))
    json.member("renewals", suppression.renewals.count)
  }
}

extension Int {
  fileprivate var findings: Text {
    Text(en: self == 1 ? "1 finding" : "\(self) findings", ja: "検出\(self)件")
  }
}
