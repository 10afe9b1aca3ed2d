import Checks
import Domain
import TerminalUI

/// How many rows stand how, in words: for the heads of sections, and for the whole.
struct Tally {
  private let marks: [String]

  init(_ rows: [Board.Row], of board: Board) {
    marks = rows.map { RowWords(row: $0, board: board).mark.tag }
  }

  /// Such as `ok 3  alert 2  review 1`.
  func sums(in language: Language) -> String {
    Self.groups.compactMap { group in
      let count = marks.filter { group.tags.contains($0) }.count
      return count == 0 ? nil : "\(group.words[language]) \(count)"
    }
    .joined(separator: "  ")
  }

  /// Rows that ask somebody to act.
  static func toDo(in board: Board) -> Int {
    board.rows.filter(\.standing.needsAction).count
  }

  /// Such as `To do 6: alert 3  expired 1`; by their signs where the words have no room.
  static func toDo(in board: Board, _ language: Language, width: Int = .max) -> String {
    let standings = board.rows.map(\.standing).filter(\.needsAction)
    guard !standings.isEmpty else {
      return Text(en: "Nothing to do", ja: "要対応はありません")[language]
    }
    let counts = Standing.allCases.sorted { $0.urgency < $1.urgency }.compactMap { standing in
      let count = standings.filter { $0 == standing }.count
      return count == 0 ? nil : (standing: standing, count: count)
    }
    let total = Text(en: "To do \(standings.count)", ja: "要対応 \(standings.count)")[language]
    let whole = counts.map { "\($0.standing.words[language]) \($0.count)" }
    let line = "\(total): \(whole.joined(separator: "  "))"
    guard line.displayWidth > width else { return line }
    let signs = counts.map { "\($0.standing.tag) \($0.count)" }
    return fitting(signs, after: "\(total): ", width: width)
  }

  /// The first of them whole, and two dots for what does not fit.
  private static func fitting(_ signs: [String], after head: String, width: Int) -> String {
    let gap = "  "
    let whole = head + signs.joined(separator: gap)
    guard whole.displayWidth > width else { return whole }
    var shown = signs
    func cut() -> String { head + shown.joined(separator: gap) + " .." }
    while shown.count > 1, cut().displayWidth > width { shown.removeLast() }
    return cut()
  }

  private typealias Group = (tags: [String], words: Text)

  private static let groups: [Group] = [
    (["[OK]"], Text(en: "ok", ja: "適合")),
    (["[!!]"], Text(en: "alert", ja: "アラート")),
    (["[!M]", "[!E]"], Text(en: "review", ja: "要評価")),
    (["[!?]"], Text(en: "error", ja: "判定不能")),
    (["[~W]"], Text(en: "warning", ja: "注意")),
    (["[~C]"], Text(en: "changed", ja: "証跡変化")),
    (["[~M]"], Text(en: "due soon", ja: "まもなく期限")),
    (["[--]"], Text(en: "n/a", ja: "対象なし")),
    (["[  ]"], Text(en: "not run", ja: "未実行")),
    (["[//]", "[==]", "[\\\\]"], Text(en: "running", ja: "実行中")),
    (["[..]"], Text(en: "queued", ja: "待機中")),
  ]
}
