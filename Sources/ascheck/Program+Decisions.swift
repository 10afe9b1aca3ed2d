import Domain
import FoundationEssentials
import StateStore

extension Program {
  /// The account a command is about, which must be known already.
  func account(_ named: AccountID?) throws -> AccountRecord {
    guard let record = try record(named, in: store.load()) else { throw Failure.noAccount }
    return record
  }

  /// What is kept of an account that is being scanned.
  @Sendable func record(of account: AccountID) -> AccountRecord? {
    do {
      return try store.load().accounts[account]
    } catch {
      // A file that cannot be read says so when the scan is written down.
      return nil
    }
  }

  /// Who answers for an act: the one named, else the configured reviewer, else the caller of the
  /// last scan, else who sits here.
  func person(_ named: String?, in record: AccountRecord?) -> String {
    named ?? reviewer ?? record?.lastScan?.caller ?? environment.userAtHost
  }

  func newID() -> String { UUID().uuidString.lowercased() }

  /// The one exception whose id begins so.
  func exception(_ id: String, in record: AccountRecord) throws -> Suppression {
    let matches = record.log.suppressions.filter { $0.id.hasPrefix(id) }
    guard let match = matches.first, matches.count == 1, !id.isEmpty else {
      throw StateError.refused(.unknownException(id))
    }
    return match
  }
}

extension Failure {
  static let noAccount = Self(
    Text(en: "the state file knows no account yet", ja: "状態ファイルにアカウントの記録がまだありません"),
    hint: Text(en: "scan it first: ascheck scan", ja: "まず ascheck scan を実行してください"),
    exitCode: .usage
  )

  static func unknownFinding(_ id: String) -> Self {
    Self(
      Text(en: "there is no finding \(id) in the last scans", ja: "最後のスキャンに検出結果 \(id) はありません"),
      hint: Text(
        en: "ascheck show ROW --format json lists them with their ids",
        ja: "ascheck show 項目 --format json で ID を確認できます"
      ),
      exitCode: .usage
    )
  }

  static func unknownScan(_ number: Int, last: Int?) -> Self {
    let range = last.map { "\($0)" } ?? "0"
    return Self(
      Text(en: "the history keeps no scan \(number)", ja: "履歴にスキャン \(number) はありません"),
      hint: Text(
        en: "the last scan is \(range); ascheck history lists them",
        ja: "最後のスキャンは \(range) です。一覧は ascheck history で表示できます"
      ),
      exitCode: .usage
    )
  }

  static func nothingToCompare(_ account: AccountID) -> Self {
    Self(
      Text(
        en: "account \(account.grouped) has not been scanned twice yet",
        ja: "アカウント \(account.grouped) のスキャンがまだ2回ありません"
      ),
      hint: Text(
        en: "ascheck scan makes another one to compare",
        ja: "ascheck scan でもう一度スキャンすると比較できます"
      ),
      exitCode: .usage
    )
  }

  static func neverReviewed(_ row: String) -> Self {
    Self(
      Text(en: "\(row) has no evaluation to withdraw", ja: "\(row) に取り消せる評価はありません"),
      hint: Text(en: "ascheck history lists them", ja: "一覧は ascheck history で表示できます"),
      exitCode: .usage
    )
  }
}
