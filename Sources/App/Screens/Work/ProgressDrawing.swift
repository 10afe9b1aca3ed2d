import Checks
import Domain
import FoundationEssentials
import Scanner
import TerminalUI

/// Draws how far a scan is.
struct ProgressDrawing {
  /// The title, three lines about the whole, a blank one; below two lines of words and the footer.
  static let linesAround = 8

  private let screen: ProgressScreen
  private let board: Board
  private let language: Language

  init?(_ screen: ProgressScreen, _ language: Language) {
    guard let board = screen.board else { return nil }
    self.screen = screen
    self.board = board
    self.language = language
  }

  func draw(on canvas: inout Canvas) {
    drawTitle(on: &canvas)
    guard let scan = board.scan else { return drawNothing(on: &canvas) }
    let elapsed = (scan.endedAt ?? board.now).timeIntervalSince(scan.startedAt)
    canvas.write(summary(elapsed)[language], column: 1, row: 1, style: .bold)
    drawBar(on: &canvas)
    canvas.write(facts(of: scan)[language], column: 1, row: 3)
    drawRows(on: &canvas)
    drawWords(on: &canvas)
  }

  private func drawTitle(on canvas: inout Canvas) {
    let name = Text(en: "Scan", ja: "実行状況")[language]
    let left = " \(name)   \(board.owner(in: language))"
    canvas.drawBar(left: left, right: board.dates.time(board.now)[language], row: 0)
  }

  private func drawNothing(on canvas: inout Canvas) {
    canvas.write(ProgressScreen.nothingRun[language], column: 1, row: 2, width: canvas.width - 2)
    guard let scan = board.record?.lastScan else { return }
    let at = board.dates.dateAndTime(scan.finishedAt)
    let (regions, calls) = (scan.regions.count, scan.calls.withSeparators)
    let words = Text(
      en: "Last run \(at.en)   \(regions) regions   API calls \(calls)",
      ja: "最終実行 \(at.ja)   \(regions)リージョン   API呼び出し \(calls)回"
    )
    canvas.write(words[language], column: 1, row: 3, width: canvas.width - 2)
    drawLeftOut(on: &canvas, rows: 5..<canvas.height - 2)
  }

  /// What the last scan says nothing about, as far as there is room.
  private func drawLeftOut(on canvas: inout Canvas, rows: Range<Int>) {
    let sentences = board.record?.lastScan?.leftOut.sentences.map(\.sanitized) ?? []
    let lines = sentences.flatMap { $0[language].wrapped(toWidth: canvas.width - 2) }
    for (line, row) in zip(lines, rows) {
      canvas.write(line, column: 1, row: row, style: .dimmed)
    }
  }

  // MARK: The whole

  private func summary(_ elapsed: TimeInterval) -> Text {
    let rows = screen.rows
    let running = rows.filter(\.isRunning).count
    let waiting = rows.filter { $0.activity == .queued }.count
    let (done, time) = (rows.count - running - waiting, Self.words(for: elapsed))
    guard board.isRunning else {
      return Text(
        en: "Done: \(done) checks in \(time.en)",
        ja: "完了: \(done)項目   所要時間 \(time.ja)"
      )
    }
    return Text(
      en: "Running \(rows.count) checks   \(done) done  \(running) running  \(waiting) waiting   "
        + time.en,
      ja: "\(rows.count)項目を実行   完了 \(done)  実行中 \(running)  待機 \(waiting)   \(time.ja)"
    )
  }

  private static func words(for elapsed: TimeInterval) -> Text {
    let seconds = max(0, Int(elapsed))
    return seconds < 60
      ? Text(en: "\(seconds) s", ja: "\(seconds)秒")
      : Text(en: "\(seconds / 60) min \(seconds % 60) s", ja: "\(seconds / 60)分\(seconds % 60)秒")
  }

  private func drawBar(on canvas: inout Canvas) {
    let rows = screen.rows
    let done = rows.reduce(0.0) { $0 + $1.share } / Double(max(1, rows.count))
    let width = max(4, min(62, canvas.width - 12))
    let filled = Int(done * Double(width))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let percent = "\(Int(done * 100))%".paddedLeft(toWidth: 5)
    canvas.write(" [\(bar)]\(percent)", column: 1, row: 2)
  }

  private func facts(of scan: ScanOverview) -> Text {
    let unknown = screen.rows.filter { !$0.isActive && $0.standing == .unknown }.count
    let (calls, throttled) = (scan.calls.withSeparators, scan.throttled.withSeparators)
    let isSlow = scan.throttled > 0 && board.isRunning
    return Text(
      en: "API calls \(calls)   throttled \(throttled)\(isSlow ? " (slowing down)" : "")   "
        + "could not evaluate \(unknown)",
      ja: "API呼び出し \(calls)回   制限 \(throttled)回\(isSlow ? " (減速中)" : "")   "
        + "判定不能 \(unknown)"
    )
  }

  // MARK: Rows

  private func drawRows(on canvas: inout Canvas) {
    let height = screen.selection.height
    for (offset, index) in screen.selection.visible(height: height).enumerated() {
      guard let row = board.row(screen.selection.ids[index]) else { continue }
      draw(row, on: &canvas, at: 5 + offset)
    }
  }

  private func draw(_ row: Board.Row, on canvas: inout Canvas, at line: Int) {
    let isSelected = row.id == screen.selection.id
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      canvas.fill(row: line, style: style)
      canvas.write(">", row: line, style: style)
    }
    let mark = RowWords(row: row, board: board).mark
    canvas.write(mark.tag, column: 2, row: line, style: isSelected ? style : mark.style)
    canvas.write(row.id.number, column: 7, row: line, style: style)
    let factColumn = canvas.width >= 75 ? 49 : max(26, canvas.width / 2)
    let title = row.check.shortTitle[language].truncated(toWidth: factColumn - 14)
    canvas.write(title, column: 13, row: line, style: style)
    let room = canvas.width - factColumn - 1
    canvas.write(
      fact(of: row).truncated(toWidth: room),
      column: factColumn,
      row: line,
      style: style
    )
  }

  /// How far it is, or what came out of it and how long it took.
  private func fact(of row: Board.Row) -> String {
    switch row.activity {
    case .queued: return Text(en: "waiting", ja: "待機中")[language]
    case .running(_, let progress):
      let words = progress.map { progress in
        let done = "\(progress.unit.words[language]) \(progress.done)/\(progress.total)"
        guard progress.alerts > 0 else { return done }
        let count = progress.alerts.withSeparators
        return done + Text(en: "   alert \(count)", ja: "   アラート \(count)")[language]
      }
      return words ?? Mark.running(frame: 0).words[language]
    case nil: break
    }
    let unread = row.findings?.records.first { $0.finding.status == .unknown }
    if row.standing == .unknown, let unread {
      return FindingText(unread, language, width: 40).shortReason
    }
    let seconds = Int(((row.summary?.duration ?? 0) * 10).rounded())
    let words = RowWords(row: row, board: board).statement(in: language)
    let time = "\(seconds / 10).\(seconds % 10)"
    return "\(words)   " + Text(en: "\(time) s", ja: "\(time)秒")[language]
  }

  // MARK: Words

  private func drawWords(on canvas: inout Canvas) {
    guard board.isRunning else {
      return drawLeftOut(on: &canvas, rows: canvas.height - 3..<canvas.height - 1)
    }
    let words = [
      Text(
        en: "You can leave this page: the list keeps updating.",
        ja: "この画面を離れても実行は続き、一覧は更新されます"
      ),
      Text(
        en: "Old results stay until the new ones are whole.",
        ja: "新しい結果がそろうまで、前回の結果が残ります"
      ),
    ]
    for (offset, line) in words.enumerated() {
      canvas.write(line[language], column: 1, row: canvas.height - 3 + offset, style: .dimmed)
    }
  }
}

extension Board.Row {
  var isRunning: Bool {
    if case .running = activity { true } else { false }
  }

  /// How much of it is done, from 0 to 1.
  fileprivate var share: Double {
    switch activity {
    case .queued, .running(_, nil): 0
    case .running(_, let progress?): Double(progress.done) / Double(max(1, progress.total))
    case nil: 1
    }
  }
}
