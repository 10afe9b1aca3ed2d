import Checks
import Domain
import FoundationEssentials

/// What a person must judge again, and by when: reviews that lapse and exceptions that end.
package struct DueReport: Sendable {
  package struct Item: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case review
      case exception
    }

    package let kind: Kind
    /// The row's number, or the exception's id.
    package let id: String
    package let title: Text
    /// `nil` for a row that nobody has ever judged.
    package let at: Date?
    /// Who answered for it until now.
    package let person: String?
  }

  package let account: AccountID
  package let now: Date
  /// The soonest first; what was never judged before all others.
  package let items: [Item]

  /// Of the manual rows among `checks`, and of exceptions not yet ended, what comes within `days`.
  package init(_ checks: [Check], record: AccountRecord, within days: Int, now: Date) {
    account = record.account
    self.now = now
    let limit = now.addingTimeInterval(TimeInterval(days) * 86_400)
    let reviews = checks.filter(\.isManual).map { Item($0, record.review(of: $0.id, at: now)) }
    let exceptions = record.log.suppressions.filter { $0.isInForce(at: now) }.map { Item($0) }
    items = (reviews + exceptions).filter { $0.at.map { $0 <= limit } ?? true }
      .sorted { ($0.at ?? .distantPast, $0.id) < ($1.at ?? .distantPast, $1.id) }
  }
}

extension DueReport.Item {
  init(_ check: Check, _ review: Review) {
    kind = .review
    id = check.id.description
    title = check.shortTitle
    at = review.attestation?.expiresAt
    person = review.attestation?.reviewer
  }

  init(_ suppression: Suppression) {
    kind = .exception
    id = suppression.id
    title = Text(
      en: "exception: \(suppression.reason)",
      ja: "例外: \(suppression.reason)"
    )
    at = suppression.expiresAt
    person = suppression.person
  }
}

extension DueReport {
  package func text(on page: Page) -> String {
    var text = TextReport(page)
    for item in items {
      let when = item.at.map { text.words(page.typography.dateAndTime($0)) } ?? "-"
      let title = text.clean(text.words(item.title))
      let id = item.kind == .review ? item.id : String(item.id.prefix(8))
      text.line(
        "\(text.filled(when, 18))\(text.filled(id, 11))\(title)  \(text.words(words(of: item)))"
      )
    }
    if items.isEmpty { text.line(text.words(Text(en: "Nothing is due.", ja: "期限の近いものはありません。"))) }
    return text.text
  }

  private func words(of item: Item) -> Text {
    guard let at = item.at else { return Standing.neverReviewed.words }
    let days = Int((at.timeIntervalSince(now) / 86_400).rounded(.up))
    return days > 0
      ? Text(en: "\(days)d left", ja: "残\(days)日") : Standing.expired.words
  }

  /// `{"account":"…","items":[{"kind":"review","id":"ASC 09","title":{…},"at":"…","person":"…"}]}`;
  /// `at` and `person` are `null` for what was never judged.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", account.digits)
      json.key("items")
      json.array { json in
        for item in items {
          json.object { json in
            json.member("kind", item.kind.rawValue)
            json.member("id", item.id)
            json.member("title", item.title)
            json.member("at", item.at.map(Timestamp.text))
            json.member("person", item.person)
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
