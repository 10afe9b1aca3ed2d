import Checks
import Domain
import TerminalUI

/// Keys that mean the same on several screens.
extension KeyBinding {
  static func rescan(_ command: Command) -> Self {
    Self(
      "r",
      .function(5),
      command: command,
      hint: Text(en: "re-run", ja: "再実行"),
      help: Text(en: "run this row again", ja: "この項目を再実行"),
      weight: 70
    )
  }

  static func rescanFinding(_ command: Command) -> Self {
    Self(
      "r",
      .function(5),
      command: command,
      hint: Text(en: "re-run", ja: "再実行"),
      help: Text(en: "look at this one again", ja: "この検出だけを再確認"),
      weight: 70
    )
  }

  static func rescanAll(_ command: Command) -> Self {
    Self(
      "R",
      command: command,
      hint: Text(en: "run all", ja: "全実行"),
      help: Text(en: "run every automatic row", ja: "自動の項目をすべて実行"),
      weight: 50
    )
  }

  static func nextIssue(_ command: Command, weight: Int = 55) -> Self {
    Self(
      "e",
      command: command,
      hint: Text(en: "next issue", ja: "次の要対応"),
      help: Text(en: "next row to act on", ja: "次の要対応へ"),
      weight: weight
    )
  }

  static func previousIssue(_ command: Command) -> Self {
    Self(
      "E",
      command: command,
      hint: Text(en: "issue before", ja: "前の要対応"),
      help: Text(en: "row to act on before", ja: "前の要対応へ")
    )
  }

  static func attest(_ command: Command) -> Self {
    Self(
      "a",
      command: command,
      hint: Text(en: "attest", ja: "評価"),
      help: Text(en: "record an evaluation", ja: "評価を記録"),
      weight: 60
    )
  }

  static func except(_ command: Command) -> Self {
    Self(
      "x",
      command: command,
      hint: Text(en: "accept", ja: "例外"),
      help: Text(en: "accept: an exception", ja: "例外として登録"),
      weight: 58
    )
  }

  static func renew(_ command: Command) -> Self {
    Self(
      "A",
      command: command,
      hint: Text(en: "renew", ja: "再評価"),
      help: Text(en: "evaluate as last time", ja: "前回の所見で再評価"),
      weight: 32
    )
  }

  static func takeBack(_ command: Command) -> Self {
    Self(
      "u",
      command: command,
      hint: Text(en: "take back", ja: "取消"),
      help: Text(en: "take a decision back", ja: "評価や例外を取り消す"),
      weight: 18
    )
  }

  static func history(_ command: Command) -> Self {
    Self(
      "H",
      command: command,
      hint: Text(en: "history", ja: "履歴"),
      help: Text(en: "history of the row", ja: "項目の履歴"),
      weight: 26
    )
  }

  static func cancel(_ command: Command) -> Self {
    Self(
      "X",
      command: command,
      hint: Text(en: "cancel", ja: "中止"),
      help: Text(en: "cancel this row's run", ja: "この項目の実行を中止"),
      weight: 65
    )
  }

  static func guide(_ command: Command) -> Self {
    Self(
      "o",
      command: command,
      hint: Text(en: "guide", ja: "手順"),
      help: Text(en: "read how to do it", ja: "手順を読む"),
      weight: 28
    )
  }

  static func filter(_ command: Command, weight: Int = 80) -> Self {
    Self(
      "/",
      command: command,
      hint: Text(en: "filter", ja: "絞込"),
      help: Text(en: "narrow by words", ja: "文字で絞り込む"),
      weight: weight
    )
  }

  static func stepOut(_ command: Command) -> Self {
    Self(
      .escape,
      command: command,
      hint: Text(en: "clear", ja: "解除"),
      help: Text(en: "clear the filter", ja: "絞り込みを解除")
    )
  }

  static func nextSibling(_ command: Command, _ words: Text) -> Self {
    Self("]", command: command, hint: words, help: words, weight: 45)
  }

  static func previousSibling(_ command: Command, _ words: Text) -> Self {
    Self("[", command: command, hint: words, help: words, weight: 40)
  }
}

extension Check.Section {
  /// The digit keys, one for each section.
  static func bindings<Command>(_ command: (Self) -> Command) -> [KeyBinding<Command>] {
    zip(["1", "2", "3"] as [Key], allCases).map { key, section in
      KeyBinding(
        key,
        command: command(section),
        hint: section.title,
        help: Text(en: "to \(section.title.en)", ja: "\(section.title.ja)へ")
      )
    }
  }
}

/// Why something cannot be done now, and what to do instead.
enum Refusal {
  static let nothingSelected = Text(
    en: "nothing is selected; Esc shows everything again",
    ja: "選択されている項目がありません。Esc ですべて表示します"
  )

  static let nothingToDo = Text(en: "nothing here needs action", ja: "要対応の項目はありません")

  static let wentRound = Text(
    en: "search went round the end of the list",
    ja: "端まで来たので反対側から探しました"
  )

  static let noQuery = Text(
    en: "nothing has been looked for yet; / does",
    ja: "まだ検索していません。/ で検索します"
  )

  static let noMatch = Text(en: "nothing matches; / changes the words", ja: "一致なし。/ で語を変更できます")

  static let noFindings = Text(
    en: "there are no findings yet; r runs this row",
    ja: "まだ検出がありません。r で実行します"
  )

  /// Before a row has run, or when what it found has been lost or is still being read.
  static func noFindings(of row: Board.Row?) -> Text {
    row?.summary == nil
      ? noFindings
      : Text(
        en: "its findings are not at hand; r runs the row again",
        ja: "検出の一覧が手元にありません。r で再実行すると表示されます"
      )
  }

  static func noSibling(after: Bool) -> Text {
    after
      ? Text(en: "this is the last row; [ goes back", ja: "最後の項目です。[ で前の項目へ")
      : Text(en: "this is the first row; ] goes on", ja: "最初の項目です。] で次の項目へ")
  }

  /// The last evaluation is what a new one begins with.
  static func renew(_ row: Board.Row?, in board: Board?) -> Text? {
    if let refusal = attest(row, in: board) { return refusal }
    guard let row, board?.attestations(of: row.id).isEmpty ?? true else { return nil }
    return Text(
      en: "\(row.id) has no evaluation yet; a records one",
      ja: "\(row.id) はまだ評価されていません。a で記録します"
    )
  }

  static func takeBack(_ row: Board.Row?) -> Text? {
    guard let row else { return nothingSelected }
    if !row.check.isManual {
      return Text(
        en: "\(row.id) has no evaluation; on a finding u ends its exception",
        ja: "\(row.id) は自動判定の項目です。検出の例外は検出の画面で u を押して終了します"
      )
    }
    return row.review.attestation == nil
      ? Text(
        en: "\(row.id) has no evaluation to take back; a records one",
        ja: "\(row.id) に取り消せる評価はありません。a で記録します"
      ) : nil
  }

  static func rescan(_ row: Board.Row?) -> Text? {
    guard let row else { return nothingSelected }
    return row.isActive
      ? Text(en: "\(row.id) is running; X cancels it", ja: "\(row.id) は実行中です。X で中止します") : nil
  }

  static func pay(_ row: Board.Row?, in board: Board?) -> Text? {
    guard let row else { return nothingSelected }
    if let board, let record = board.record, Evidence.price(of: row.id) != nil,
      record.closedMonths(of: row.id).isComplete(at: board.now)
    {
      return Text(
        en: "nothing to pay: the last three bills are on record; r shows them",
        ja: "直近3か月分は確定し保存済みです。r で無料で表示できます"
      )
    }
    guard Evidence.price(of: row.id) != nil else {
      return Text(en: "nothing about \(row.id) costs money", ja: "\(row.id) に有料の情報はありません")
    }
    return rescan(row)
  }

  static func attest(_ row: Board.Row?, in board: Board?) -> Text? {
    guard let row else { return nothingSelected }
    if !row.check.isManual {
      return Text(
        en: "\(row.id) is judged automatically; r runs it again",
        ja: "\(row.id) は自動判定の項目です。r で再実行します"
      )
    }
    return board?.account == nil
      ? Text(
        en: "the account is not known yet; R scans it first",
        ja: "アカウントがまだわかりません。先に R で実行してください"
      ) : nil
  }

  /// Of findings: a pass, or what a check does not apply to, leaves nothing to accept.
  static func except(_ records: [FindingRecord], in board: Board?) -> Text? {
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
      ? nil : Text(en: "\(row.id) is not running; r runs it", ja: "\(row.id) は実行していません。r で実行します")
  }
}
