import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

/// Screens kept as files: the text, the styles, the caret.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes them anew; what changed is then read in the diff.
enum Golden {
  struct Size: CustomTestStringConvertible, Sendable {
    let width: Int
    let height: Int

    static let all = [
      Size(width: 60, height: 16), .init(width: 80, height: 24), .init(width: 120, height: 40),
    ]
    var testDescription: String { "\(width)x\(height)" }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  /// Compares the screen with its file in both languages, and holds it to what every screen keeps.
  static func check(
    _ name: String,
    _ size: Size,
    cursor rows: Int,
    state: State = Fixture.state,
    findings: [CheckID: Findings] = Fixture.findings,
    isReadOnly: Bool = false,
    _ play: (inout Player) -> Void
  ) throws {
    for language in Language.allCases {
      var player = Player(
        language,
        size.width,
        size.height,
        state: state,
        findings: findings,
        isReadOnly: isReadOnly
      )
      play(&player)
      let canvas = player.canvas
      expectWellFormed(canvas, "\(name) \(language)")
      #expect(cursorRows(of: canvas).count == rows, "\(name) \(language): cursor rows")
      try compare(canvas.snapshot, "\(name).\(language.rawValue).\(size.testDescription).txt")
    }
  }

  private static func compare(_ snapshot: String, _ file: String) throws {
    let url = folder.appending(path: file)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(snapshot.utf8).write(to: url)
    }
    let golden = try String(contentsOf: url, encoding: .utf8)
    #expect(snapshot == golden, "\(file) differs; RECORD_SNAPSHOTS=1 writes it anew")
  }

  /// What holds for every screen, whatever it shows.
  static func expectWellFormed(_ canvas: Canvas, _ name: String) {
    for row in 0..<canvas.height {
      let cells = (0..<canvas.width).map { canvas[$0, row] }
      let text = cells.map(\.text).joined()
      #expect(text.displayWidth <= canvas.width, "\(name): line \(row) is too wide")
      #expect(!text.hasAmbiguousWidth, "\(name): line \(row) has ambiguous characters: \(text)")
      let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
      #expect(isPrintable, "\(name): line \(row) has control characters")
    }
    if let cursor = canvas.cursor {
      #expect((0..<canvas.width).contains(cursor.column), "\(name): caret outside")
      #expect((0..<canvas.height).contains(cursor.row), "\(name): caret outside")
    }
  }

  /// Rows with the cursor's sign and style.
  static func cursorRows(of canvas: Canvas) -> [Int] {
    (0..<canvas.height).filter { canvas[0, $0].text == ">" && canvas[0, $0].style == .selected }
  }
}
