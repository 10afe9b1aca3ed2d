import Checks
import Domain

/// What `ascheck scan --accounts … --format json` prints: one object, of one shape for ever.
///
/// ```
/// {"accounts":[
///   {"account":"111122223333","name":"prod","status":"alert","calls":412,"leftOut":[…],
///    "rows":[{"id":"ASC 07","status":"alert","counts":{…}},{"id":"ASC 09","status":"expired"}]},
///   {"account":"444455556666","name":null,"status":"failed",
///    "problem":{"en":"…","ja":"…"},"hint":{"en":"…","ja":"…"}}],
///  "skipped":[{"account":"777788889999","name":"old","state":"SUSPENDED"}]}
/// ```
///
/// An account's status is `alert`, `undecided`, `fine` or `failed`, worst first; a row's is that of
/// `ascheck list`. The findings are in the state file.
package struct AccountsReportJSON {
  private let report: AccountsReport

  package init(_ report: AccountsReport) {
    self.report = report
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.key("accounts")
      json.array { json in for outcome in report.outcomes { write(outcome, to: &json) } }
      json.key("skipped")
      json.array { json in
        for account in report.skipped {
          json.object { json in
            json.member("account", account.account.digits)
            json.member("name", account.name)
            json.member("state", account.state)
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ outcome: AccountOutcome, to json: inout JSONWriter) {
    json.object { json in
      json.member("account", outcome.account.digits)
      json.member("name", outcome.name)
      if let problem = outcome.problem, let hint = outcome.hint {
        json.member("status", "failed")
        json.member("problem", problem)
        json.member("hint", hint)
      } else {
        json.member("status", outcome.verdict.word)
        json.member("calls", outcome.calls)
        json.member("leftOut", outcome.leftOut)
        json.key("rows")
        json.array { json in for check in report.checks { write(check, outcome, to: &json) } }
      }
    }
  }

  private func write(_ check: Check, _ outcome: AccountOutcome, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", check.id.description)
      json.member("status", outcome.standings[check.id]?.rawValue ?? "notRun")
      if let counts = outcome.counts[check.id] { json.member("counts", counts) }
    }
  }
}

extension Verdict {
  fileprivate var word: String {
    switch self {
    case .fine: "fine"
    case .alert: "alert"
    case .undecided: "undecided"
    }
  }
}
