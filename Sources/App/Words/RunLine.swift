import Domain
import FoundationEssentials
import Scanner
import TerminalUI

/// One line about what runs; when nothing does, about what is to do.
struct RunLine {
  private let board: Board
  private let language: Language

  init(_ board: Board, _ language: Language) {
    self.board = board
    self.language = language
  }

  /// With how to cancel, where there is room to say it.
  func text(width: Int, isWide: Bool) -> String {
    guard board.isRunning else {
      return (isWide ? idleWide : idle(width: width)).truncated(toWidth: width)
    }
    let cancel = board.naming(Text(en: "<X> cancels", ja: "<X> で中止"))[language]
    let parts = isWide ? [progress, queue].compactMap { $0 } : [progress ?? queue ?? ""]
    let line = parts.joined(separator: "   ")
    let whole = line + "   " + (isWide ? cancel : "(\(cancel))")
    return whole.displayWidth <= width ? whole : line.truncated(toWidth: width)
  }

  private func idle(width: Int) -> String {
    if board.isUntouched { return board.naming(Self.firstSteps)[language] }
    let age = staleness ?? ""
    return Tally.toDo(in: board, language, width: width - age.displayWidth) + age
  }

  private var idleWide: String {
    board.isUntouched ? board.naming(Self.firstSteps)[language] : staleness ?? ""
  }

  /// Results older than a day are said to be.
  private var staleness: String? {
    guard let scan = board.record?.lastScan, board.now.timeIntervalSince(scan.finishedAt) > 86_400
    else { return nil }
    let date = board.dates.date(scan.finishedAt)
    return Text(en: "   last run \(date.en)", ja: "   最終実行 \(date.ja)")[language]
  }

  static let firstSteps = Text(
    en: "<r> runs the selected row, <R> runs them all",
    ja: "<r> で選択中、<R> ですべてを実行"
  )

  private var progress: String? {
    let running = board.rows.filter { if case .running = $0.activity { true } else { false } }
    guard let first = running.first, case .running(let since, let progress) = first.activity
    else { return nil }
    let others =
      running.count > 1
      ? Text(en: " and \(running.count - 1) more", ja: " 他\(running.count - 1)項目")[language] : ""
    let name = Text(en: "Running \(first.id)", ja: "実行中 \(first.id)")[language]
    let done = progress.map { "\($0.unit.words[language]) \($0.done)/\($0.total)" }
    let left = progress.flatMap { remaining($0, since: since) }
    return [name + others, done, left].compactMap { $0 }.joined(separator: "  ")
  }

  private var queue: String? {
    let queued = board.rows.filter { $0.activity == .queued }
    guard let first = queued.first else { return nil }
    let others = queued.count > 1 ? " .." : ""
    return Text(en: "queued \(queued.count)", ja: "待機 \(queued.count)")[language]
      + " (\(first.id)\(others))"
  }

  /// Told only once there is something to reckon with.
  private func remaining(_ progress: Progress, since: Date) -> String? {
    let elapsed = board.now.timeIntervalSince(since)
    guard progress.done >= 2, progress.done < progress.total, elapsed >= 2 else { return nil }
    let left = elapsed * Double(progress.total - progress.done) / Double(progress.done)
    let seconds = max(1, Int(left.rounded(.up)))
    return seconds < 60
      ? Text(en: "about \(seconds) s left", ja: "残り約\(seconds)秒")[language]
      : Text(en: "about \(seconds / 60 + 1) min left", ja: "残り約\(seconds / 60 + 1)分")[language]
  }
}
