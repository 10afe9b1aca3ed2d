import AWSClient
import AWSOperations
import Domain
import Reports
import Scanner

/// The accounts that one run is to scan.
struct AccountList: Sendable {
  struct Entry: Hashable, Sendable {
    let account: AccountID
    /// What its organization calls it.
    var name: String?
  }

  var entries: [Entry] = []
  /// Accounts that nothing can be asked of.
  var skipped: [SkippedAccount] = []

  /// Reads a file: one account a line, twelve digits with or without hyphens; `#` begins a comment.
  init(_ text: String, path: String) throws {
    var lines: [AccountID: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      if words.isEmpty { continue }
      guard let account = AccountID(argument: String(words)) else {
        throw Failure.noAccountID(path, line: index + 1)
      }
      if let first = lines[account] {
        throw Failure.accountTwice(account, path, line: index + 1, first: first)
      }
      lines[account] = index + 1
      entries.append(Entry(account: account))
    }
    guard !entries.isEmpty else { throw Failure.noAccounts(path) }
  }

  init(_ organization: [OrganizationAccount]) throws {
    entries = organization.filter(\.isActive).map { Entry(account: $0.id, name: $0.name) }
    skipped = organization.filter { !$0.isActive }.map {
      SkippedAccount(account: $0.id, name: $0.name, state: $0.state)
    }
    guard !entries.isEmpty else { throw Failure.noAccounts("organization") }
  }
}

extension Failure {
  fileprivate static func noAccountID(_ path: String, line: Int) -> Self {
    Self(
      Text(
        en: "\(path), line \(line): not an account number",
        ja: "\(path) の \(line) 行目はアカウント番号ではありません"
      ),
      hint: Text(
        en: "Write one account of twelve digits a line; # begins a comment.",
        ja: "1行に1つ、12桁のアカウント番号を書いてください (# 以降はコメント)。"
      ),
      exitCode: .usage
    )
  }

  fileprivate static func accountTwice(
    _ account: AccountID,
    _ path: String,
    line: Int,
    first: Int
  ) -> Self {
    Self(
      Text(
        en: "\(path), line \(line): account \(account.digits) stands in line \(first) already",
        ja: "\(path) の \(line) 行目: アカウント \(account.digits) は \(first) 行目と重複しています"
      ),
      hint: Text(en: "Leave one of them out.", ja: "どちらかを削除してください。"),
      exitCode: .usage
    )
  }

  fileprivate static func noAccounts(_ place: String) -> Self {
    Self(
      Text(en: "\(place) names no account to scan", ja: "\(place) にスキャンするアカウントがありません"),
      hint: Text(
        en: "Write one account of twelve digits a line.",
        ja: "1行に1つ、12桁のアカウント番号を書いてください。"
      ),
      exitCode: .usage
    )
  }
}
