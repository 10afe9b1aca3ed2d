import Checks
import Domain
import TerminalUI

/// Why something cannot be done now, and what to do instead.
enum Refusal {
  /// Where the state file is to stay as it is, nobody decides anything.
  static let readOnly = Text(
    en: "this is open read-only; ascheck --no-read-only opens it for changes",
    ja: "読み取り専用です。変更するには ascheck --no-read-only で開いてください"
  )

  /// What a scan finds is kept, or it is not scanned.
  static let readOnlyScan = Text(
    en: "read-only: results could not be kept; start with --no-read-only to scan",
    ja: "読み取り専用のため結果を保存できません。--no-read-only で開くと実行できます"
  )

  static func scan(in board: Board?) -> Text? {
    board?.isReadOnly ?? false ? readOnlyScan : nil
  }

  static func change(in board: Board?) -> Text? {
    board?.isReadOnly ?? false ? readOnly : nil
  }

  static let nothingSelected = Text(
    en: "nothing is selected; <Esc> shows everything again",
    ja: "選択されている項目がありません。<Esc> ですべて表示します"
  )

  static let nothingToDo = Text(en: "nothing here needs action", ja: "要対応の項目はありません")

  static let wentRound = Text(
    en: "search went round the end of the list",
    ja: "端まで来たので反対側から探しました"
  )

  static let noQuery = Text(
    en: "nothing has been looked for yet; </> does",
    ja: "まだ検索していません。</> で検索します"
  )

  static let noMatch = Text(en: "nothing matches; </> changes the words", ja: "一致なし。</> で語を変更できます")

  static let noFindings = Text(
    en: "there are no findings yet; <r> runs this row",
    ja: "まだ検出がありません。<r> で実行します"
  )

  /// Before a row has run, or when what it found has been lost or is still being read.
  static func noFindings(of row: Board.Row?) -> Text {
    row?.summary == nil
      ? noFindings
      : Text(
        en: "its findings are not at hand; <r> runs the row again",
        ja: "検出の一覧が手元にありません。<r> で再実行すると表示されます"
      )
  }

  static func noSibling(after: Bool) -> Text {
    after
      ? Text(en: "this is the last row; <[> goes back", ja: "最後の項目です。<[> で前の項目へ")
      : Text(en: "this is the first row; <]> goes on", ja: "最初の項目です。<]> で次の項目へ")
  }

  /// The last evaluation is what a new one begins with.
  static func renew(_ row: Board.Row?, in board: Board?) -> Text? {
    if let refusal = attest(row, in: board) { return refusal }
    guard let row, board?.attestations(of: row.id).isEmpty ?? true else { return nil }
    return Text(
      en: "\(row.id) has no evaluation yet; <a> records one",
      ja: "\(row.id) はまだ評価されていません。<a> で記録します"
    )
  }

  static func rescan(_ row: Board.Row?, in board: Board?) -> Text? {
    if let refusal = scan(in: board) { return refusal }
    guard let row else { return nothingSelected }
    return row.isActive
      ? Text(en: "\(row.id) is running; <X> cancels it", ja: "\(row.id) は実行中です。<X> で中止します") : nil
  }

  static func pay(_ row: Board.Row?, in board: Board?) -> Text? {
    guard let row else { return nothingSelected }
    if let board, let record = board.record, Evidence.price(of: row.id) != nil,
      record.closedMonths(of: row.id).isComplete(at: board.now)
    {
      return Text(
        en: "nothing to pay: the last three bills are on record; <r> shows them",
        ja: "直近3か月分は確定し保存済みです。<r> で無料で表示できます"
      )
    }
    guard Evidence.price(of: row.id) != nil else {
      return Text(en: "nothing about \(row.id) costs money", ja: "\(row.id) に有料の情報はありません")
    }
    return rescan(row, in: board)
  }

  static func attest(_ row: Board.Row?, in board: Board?) -> Text? {
    if let refusal = change(in: board) { return refusal }
    guard let row else { return nothingSelected }
    if !row.check.isManual {
      return Text(
        en: "\(row.id) is judged automatically; <r> runs it again",
        ja: "\(row.id) は自動判定の項目です。<r> で再実行します"
      )
    }
    return board?.account == nil
      ? Text(
        en: "the account is not known yet; <R> scans it first",
        ja: "アカウントがまだわかりません。先に <R> で実行してください"
      ) : nil
  }

  /// Of findings: a pass, or what a check does not apply to, leaves nothing to accept.
  static func except(_ records: [FindingRecord], in board: Board?) -> Text? {
    if let refusal = change(in: board) { return refusal }
    if board?.account == nil { return noFindings }
    return records.contains { !$0.finding.canBeExcepted }
      ? Text(
        en: "only alerts, warnings and what is unknown can be accepted",
        ja: "例外にできるのはアラート、注意、判定不能だけです"
      ) : nil
  }

  static func cancel(_ row: Board.Row?) -> Text? {
    guard let row else { return nothingSelected }
    return row.isActive
      ? nil
      : Text(en: "\(row.id) is not running; <r> runs it", ja: "\(row.id) は実行していません。<r> で実行します")
  }
}
