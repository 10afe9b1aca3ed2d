import CursesTerminal
import Domain
import Glibc
import TerminalUI

/// A small application that shows what it is given, for tests to drive under a pseudo-terminal.
@main
struct CursesSpecimen {
  static func main() async {
    var environment: [String: String] = [:]
    for name in ["EDITOR", "PATH", "TERM", "NO_COLOR", "SSH_TTY", "LC_ALL", "LC_CTYPE", "LANG"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    let options = TerminalOptions(
      environment: environment,
      logPath: CommandLine.arguments.dropFirst().first
    )
    do throws(TerminalError) {
      let inbox = try Inbox<String>()
      let (end, _) = try await CursesTerminal.run(options, inbox: inbox) { features in
        Specimen(features, inbox)
      }
      print("finished after \(end.events.last ?? "nothing"), \(end.drawingCount) drawings")
    } catch {
      print("error: \(error.problem.en)\nhint: \(error.hint.ja)")
      exit(64)
    }
  }
}

struct Specimen: Application, Sendable {
  private(set) var events: [String] = []
  private(set) var isAnimated = false
  private(set) var wantsMouse = false
  private(set) var isFinished = false
  private(set) var plainText: String?
  private(set) var textToEdit: String?
  private let features: TerminalFeatures
  private let inbox: Inbox<String>
  private let drawings = Locked(0)

  init(_ features: TerminalFeatures, _ inbox: Inbox<String>) {
    self.features = features
    self.inbox = inbox
    events += features.notices.map(\.ja)
  }

  mutating func handle(_ input: Input<String>) {
    switch input {
    case .key(let key):
      events.append("<\(key.label.en)>")
      obey(key)
    case .mouse(.click(let place)): events.append("click \(place.column),\(place.row)")
    case .mouse(.wheel(let turns)): events.append("wheel \(turns)")
    case .paste(let text): events.append("paste \(text.sanitized)")
    case .resize(let width, let height): events.append("size \(width)x\(height)")
    case .resumed(let pause):
      events.append(pause < .milliseconds(700) ? "resumed" : "resumed after a while")
    case .edited(let edited):
      textToEdit = nil
      events.append(Self.words(of: edited))
    case .tick: events.append("tick")
    case .message(let text): events.append(text)
    case .hangUp:
      events.append("hang-up")
      // A file shows it, because the terminal may be gone.
      _ = getenv("FAREWELL").map { creat($0, 0o600) }
      isFinished = getenv("STUBBORN") == nil
    }
  }

  func draw(on canvas: inout Canvas) {
    let count = drawings.withLock { count in
      count += 1
      return count
    }
    canvas.fill(row: 0, style: .bar)
    canvas.write(" 見本 「適合」 12,345件", row: 0, style: .bar)
    canvas.writeRight("\(count)", row: 0, style: .bar)
    let styles: [Style] = [
      Style(.good), Style(.bad, bold: true), Style(.caution), .heading, .plain,
    ]
    for (row, event) in events.suffix(max(0, canvas.height - 2)).enumerated() {
      canvas.write(event, column: 2, row: row + 1, style: styles[row % styles.count])
    }
    canvas.write("日本", column: canvas.width - 3, row: canvas.height - 1)
    canvas.cursor = Canvas.Position(column: 4, row: canvas.height - 1)
  }

  var drawingCount: Int { drawings.withLock { $0 } }

  private mutating func obey(_ key: Key) {
    switch key {
    case "q": isFinished = true
    case "a": isAnimated.toggle()
    case "m": wantsMouse.toggle()
    case "v": textToEdit = "鍵 one"
    case "e": write(2, "held back\n", 10)
    case "c": fatalError("specimen broke")
    case "x": exit(3)
    case "b": Self.flood(inbox)
    case "o": inbox.send(Array("\u{1B}]52;c;dm9sLTE=\u{07}".utf8))
    case "t": plainText = plainText == nil ? String(repeating: "長い行", count: 30) + "\nend" : nil
    default: break
    }
  }

  private static func words(of edited: Edited) -> String {
    switch edited {
    case .text(let text): "edited \(text)"
    case .failed(_, let code): "editor \(code)"
    case .unreadable: "unreadable"
    case .unavailable: "unavailable"
    }
  }

  /// Ten thousand messages in a second, from another thread.
  private static func flood(_ inbox: Inbox<String>) {
    Task.detached {
      for number in 1...10_000 {
        inbox.post("message \(number)")
        if number % 100 == 0 { try await Task.sleep(for: .milliseconds(10)) }
      }
      // Unlike what it is drawn over, so that it is sent in one piece.
      inbox.post("洪水終了")
    }
  }

}
