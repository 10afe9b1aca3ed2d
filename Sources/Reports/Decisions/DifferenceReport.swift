import Checks
import Domain

/// What `ascheck diff` prints: what moved between two scans.
package struct DifferenceReport: Sendable {
  private let account: AccountID
  private let difference: ScanDifference
  private var rows: [CheckID] { difference.rows.keys.sorted() }

  package init(_ account: AccountID, _ difference: ScanDifference) {
    self.account = account
    self.difference = difference
  }

  package func text(on page: Page) -> String {
    var text = TextReport(page)
    let (from, to) = (difference.from, difference.to)
    let dates = [from, to].map { page.typography.dateAndTime($0.finishedAt) }
    text.line(
      text.words(
        Text(
          en: "scan \(from.number) (\(dates[0].en)) to scan \(to.number) (\(dates[1].en))",
          ja: "スキャン \(from.number) (\(dates[0].ja)) から \(to.number) (\(dates[1].ja))"
        )
      )
    )
    for row in rows { difference.rows[row].map { write($0, of: row, to: &text) } }
    if rows.isEmpty { text.line(text.words(Text(en: "Nothing moved.", ja: "変化はありません。"))) }
    if !difference.uncompared.isEmpty {
      let names = difference.uncompared.map(\.number).joined(separator: ", ")
      let words = Text(en: "not scanned before: \(names)", ja: "以前のスキャンなし: \(names)")
      text.line(text.words(words))
    }
    return text.text
  }

  private func write(_ moved: RowDifference, of row: CheckID, to text: inout TextReport) {
    let title = Catalog.check(row)?.shortTitle
    text.line()
    text.heading(Text(en: "\(row)  \(title?.en ?? "")", ja: "\(row)  \(title?.ja ?? "")"))
    for (mark, record) in moved.new.map({ ("+", $0) }) + moved.gone.map({ ("-", $0) })
      + moved.changed.map({ ("~", $0.after) })
    {
      let finding = record.finding
      let name = text.clean(finding.resource.label(in: text.page.language))
      let place = finding.resource.region.map { "  " + text.clean($0.name) } ?? ""
      text.line("  \(mark) \(text.tag(finding.standing)) \(name)\(place)")
      text.paragraph(text.clean(text.words(finding.sentence)), indent: 9)
    }
  }

  /// `{"account":"…","from":1,"to":2,"rows":[{"id":"ASC 07","new":[…],"gone":[…],
  /// "changed":[{"before":{…},"after":{…}}]}],"uncompared":["ASC 12"]}`.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", account.digits)
      json.member("from", difference.from.number)
      json.member("to", difference.to.number)
      json.key("rows")
      json.array { json in
        for row in rows { difference.rows[row].map { write($0, of: row, to: &json) } }
      }
      json.key("uncompared")
      json.array { json in
        for row in difference.uncompared { json.value(row.description) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ moved: RowDifference, of row: CheckID, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", row.description)
      for (key, records) in [("new", moved.new), ("gone", moved.gone)] {
        json.key(key)
        json.array { json in
          for record in records.inReportOrder {
            json.object { json in json.members(of: record, row: row) }
          }
        }
      }
      json.key("changed")
      json.array { json in
        for change in moved.changed {
          json.object { json in
            json.key("before")
            json.object { json in json.members(of: change.before, row: row) }
            json.key("after")
            json.object { json in json.members(of: change.after, row: row) }
          }
        }
      }
    }
  }
}
