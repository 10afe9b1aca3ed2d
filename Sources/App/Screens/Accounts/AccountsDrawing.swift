import Domain
import FoundationEssentials
import TerminalUI

/// Where the columns of the accounts stand: the region goes first, then the account's number.
struct AccountsLayout {
  let width: Int

  var stateColumn: Int { width - (width >= 100 ? 22 : 13) }
  var toDoEnd: Int { stateColumn - 2 }
  var lastRunColumn: Int { toDoEnd - 18 }
  var regionColumn: Int? { width >= 76 ? lastRunColumn - 15 : nil }
  var accountColumn: Int? {
    width >= 70 ? (regionColumn ?? lastRunColumn) - 15 : nil
  }
  var profileEnd: Int { (accountColumn ?? lastRunColumn) - 1 }
}

/// Draws the accounts.
struct AccountsDrawing {
  private let screen: AccountsScreen
  private let accounts: AccountDirectory
  private let board: Board
  private let language: Language
  private let layout: AccountsLayout

  /// Title, heading, the words below and the footer.
  static func linesAround(height: Int) -> Int { 3 + wordLines(height: height) }

  private static func wordLines(height: Int) -> Int { height >= 20 ? 5 : height >= 14 ? 3 : 1 }

  init?(_ screen: AccountsScreen, _ language: Language) {
    guard let surroundings = screen.surroundings, let accounts = surroundings.accounts else {
      return nil
    }
    self.screen = screen
    self.accounts = accounts
    self.language = language
    board = surroundings.board
    layout = AccountsLayout(width: surroundings.width)
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    drawHead(on: &canvas)
    let lines = screen.visible
    if lines.isEmpty {
      canvas.write(emptiness[language], column: 2, row: 2, width: canvas.width - 3)
    }
    for (offset, index) in screen.selection.visible(height: screen.selection.height).enumerated() {
      draw(lines[index], on: &canvas, row: 2 + offset)
    }
    drawWords(on: &canvas)
  }

  private var emptiness: Text {
    if accounts.profiles == nil { return Text(en: "Reading the profiles", ja: "プロファイルを読み込み中") }
    return screen.filter.isActive
      ? Text(en: "None matches. Esc shows all of them.", ja: "一致なし。Esc で解除します。")
      : Text(
        en: "There is no profile and no saved account.",
        ja: "プロファイルも保存済みのアカウントもありません。"
      )
  }

  // MARK: Head

  private func drawTitle(on canvas: inout Canvas) {
    let (shown, total) = (screen.visible.count, screen.lines.count)
    let count = Text(
      en: shown == total ? "\(total)" : "\(shown) of \(total)",
      ja: shown == total ? "\(total)件" : "\(shown)件 / \(total)件"
    )
    let name = Text(en: " Accounts   \(count.en)", ja: " アカウント   \(count.ja)")
    canvas.drawBar(left: name[language], right: board.dates.time(board.now)[language], row: 0)
  }

  private func drawHead(on canvas: inout Canvas) {
    canvas.fill(row: 1, style: .heading)
    func write(_ words: Text, _ column: Int?) {
      guard let column else { return }
      canvas.write(words[language], column: column, row: 1, style: .heading)
    }
    write(Text(en: "profile", ja: "プロファイル"), 2)
    write(Text(en: "account", ja: "アカウント"), layout.accountColumn)
    write(Text(en: "region", ja: "リージョン"), layout.regionColumn)
    write(Text(en: "last run", ja: "最終実行"), layout.lastRunColumn)
    let toDo = Text(en: "to do", ja: "要対応")[language]
    canvas.writeRight(toDo, endingAt: layout.toDoEnd, row: 1, style: .heading)
    write(Text(en: "state", ja: "状態"), layout.stateColumn)
  }

  // MARK: Lines

  private func draw(_ line: AccountLine, on canvas: inout Canvas, row: Int) {
    let isSelected = line.id == screen.selection.id
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      canvas.fill(row: row, style: style)
      canvas.write(">", row: row, style: style)
    }
    func write(_ words: String, _ column: Int?, to end: Int, _ style: Style = style) {
      guard let column else { return }
      canvas.write(words.truncated(toWidth: end - column), column: column, row: row, style: style)
    }
    write(name(of: line), 2, to: layout.profileEnd)
    let account = line.account?.grouped ?? "-"
    write(account, layout.accountColumn, to: (layout.regionColumn ?? layout.lastRunColumn) - 1)
    write(
      line.profile?.region?.name.sanitized ?? "-",
      layout.regionColumn,
      to: layout.lastRunColumn
    )
    write(lastRun(of: line), layout.lastRunColumn, to: layout.toDoEnd - 4)
    let toDo = line.toDo.map(\.withSeparators) ?? "-"
    canvas.writeRight(toDo, endingAt: layout.toDoEnd, row: row, style: style)
    let state = state(of: line)
    let stateStyle = isSelected ? style : state.style
    write(state.words[language], layout.stateColumn, to: canvas.width - 1, stateStyle)
  }

  private func name(of line: AccountLine) -> String {
    if let profile = line.profile {
      return profile.way == .environment
        ? Text(en: "(environment)", ja: "(環境変数)")[language] : profile.name.sanitized
    }
    if let name = line.record?.lastScan?.accountName { return name.sanitized }
    let none = Text(en: "(no profile)", ja: "(プロファイルなし)")[language]
    guard layout.accountColumn == nil else { return none }
    return line.account?.grouped ?? none
  }

  private func lastRun(of line: AccountLine) -> String {
    guard let scan = line.record?.lastScan else { return Text(en: "never", ja: "未実行")[language] }
    return board.dates.ago(scan.finishedAt)[language]
  }

  private func state(of line: AccountLine) -> (words: Text, style: Style) {
    guard let profile = line.profile else {
      if line.role == nil { return (Text(en: "saved", ja: "保存のみ"), .dimmed) }
      return line.isInUse
        ? (Text(en: "in use", ja: "使用中"), .bold) : (Text(en: "by role", ja: "ロール経由"), .plain)
    }
    switch profile.signIn {
    case .lapsed: return (Text(en: "signed out", ja: "要サインイン"), Style(.caution))
    case .broken: return (Text(en: "incomplete", ja: "設定不備"), Style(.bad))
    case .absent: return (Text(en: "no keys", ja: "認証情報なし"), Style(.caution))
    case .ready, .until: break
    }
    if line.isInUse { return (Text(en: "in use", ja: "使用中"), .bold) }
    return profile.asksForCode
      ? (Text(en: "asks MFA", ja: "MFA入力"), .plain) : (Text(en: "ready", ja: "使用可"), .plain)
  }

  // MARK: Words

  private func drawWords(on canvas: inout Canvas) {
    let count = Self.wordLines(height: canvas.height)
    let first = canvas.height - 1 - count
    if screen.filter.isTyping || screen.filter.isActive {
      return screen.filter.draw(
        on: &canvas,
        row: first,
        width: canvas.width,
        shown: screen.visible.count,
        of: screen.lines.count,
        in: language
      )
    }
    let lines = words.flatMap { $0[language].wrapped(toWidth: canvas.width - 2) }
    for (offset, line) in lines.prefix(count).enumerated() {
      canvas.write(line, column: 1, row: first + offset)
    }
  }

  private var words: [Text] {
    if let problem = accounts.problem { return [problem.words] }
    guard let line = screen.selected else { return [] }
    return facts(of: line) + [
      Text(
        en: "Saved results show at once; nothing is scanned until r or R.",
        ja: "保存済みの結果をすぐに表示します。r または R を押すまで実行しません。"
      )
    ]
  }

  private func facts(of line: AccountLine) -> [Text] {
    let account =
      layout.accountColumn == nil
      ? line.account.map { [Text(en: $0.grouped, ja: $0.grouped)] } : nil
    let leftOut = line.record?.lastScan?.leftOut.sentences ?? []
    return (account ?? []) + signIn(of: line) + leftOut.map(\.sanitized)
  }

  private func signIn(of line: AccountLine) -> [Text] {
    guard let profile = line.profile else {
      return [line.role?.sentence.sanitized ?? AccountChoice.savedOnly]
    }
    if let obstacle = profile.obstacle { return [obstacle] }
    switch profile.signIn {
    case .until(let date):
      let at = board.dates.dateAndTime(date)
      return [Text(en: "Signed in until \(at.en).", ja: "サインインの期限: \(at.ja)")]
    case .absent:
      return [
        Text(
          en: "\(profile.name.sanitized) has no keys, role or sign-in: "
            + "aws configure --profile \(profile.name.sanitized)",
          ja: "\(profile.name.sanitized) には鍵もロールもサインインもありません: "
            + "aws configure --profile \(profile.name.sanitized)"
        )
      ]
    case .ready where profile.way == .environment: return [Self.environment]
    case .ready, .lapsed, .broken: return []
    }
  }

  private static let environment = Text(
    en: "Keys of AWS_ACCESS_KEY_ID; whose they are, the last scan with such keys tells.",
    ja: "AWS_ACCESS_KEY_ID の認証情報です。アカウントは環境変数での最後のスキャンによります。"
  )
}

extension NamedRoleWay {
  /// How the account is scanned again; not clean yet.
  fileprivate var sentence: Text {
    let by =
      profile.map { Text(en: " (from the profile \($0))", ja: " (引き受け元: \($0))") }
      ?? Text(en: "", ja: "")
    return Text(
      en: "Scans assume the role \(name)\(by.en).",
      ja: "スキャン時にロール \(name) を引き受けます\(by.ja)。"
    )
  }
}
