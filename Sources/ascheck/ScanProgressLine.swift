import Checks
import Domain
import Scanner

/// One line on standard error that tells how far a scan is, when a person watches it.
final class ScanProgressLine: Sendable {
  private struct State {
    var done = 0
    var total = 0
    var current = ""
    var throttles = 0
  }

  private let console: Console
  private let state = Locked(State())

  init(console: Console) {
    self.console = console
  }

  func take(_ event: ScanEvent) {
    let line = state.withLock { state -> String in
      switch event {
      case .identified, .regions, .calls: break
      case .started: state.total += 1
      case .progress(let row, let progress):
        state.current = "\(row.number) \(progress.done)/\(progress.total)"
      case .judged(let row):
        state.done += 1
        state.current = row.id.number
      case .gathered(let row, _):
        state.done += 1
        state.current = row.number
      case .throttled(let times): state.throttles = times
      }
      return words(of: state)[console.language]
    }
    console.transient(line)
  }

  func end() {
    console.transient("")
  }

  private func words(of state: State) -> Text {
    let slow = state.throttles > 0
    return Text(
      en: "Scanning: \(state.done) of \(state.total) rows done  \(state.current)"
        + (slow ? "  slowing down, throttled \(state.throttles) times" : ""),
      ja: "スキャン中: \(state.total)項目中\(state.done)項目完了  \(state.current)"
        + (slow ? "  API制限\(state.throttles)回のため減速中" : "")
    )
  }
}
