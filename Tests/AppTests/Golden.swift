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
      expectHonestHints(player, "\(name) \(language)")
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
      #expect(!hasCutTag(text), "\(name): line \(row) has half a tag: \(text)")
      expectWholeCharacters(cells, "\(name): line \(row)")
    }
    if let cursor = canvas.cursor {
      #expect((0..<canvas.width).contains(cursor.column), "\(name): caret outside")
      #expect((0..<canvas.height).contains(cursor.row), "\(name): caret outside")
    }
  }

  /// The hints at the foot fit, and name nothing that would be refused.
  private static func expectHonestHints(_ player: Player, _ name: String) {
    let router = player.session.router
    let language = player.session.setup.language
    let hints = router.footer(in: language)
    let line = hints.line(width: player.width - 2)
    #expect(!line.isEmpty && line.displayWidth <= player.width - 2, "\(name): hints")
    #expect(player.lines.last == " " + line, "\(name): hints")
    guard router.question == nil, !router.top.hidesGlobalKeys else { return }
    let entries = router.top.entries + router.entries
    for column in 0..<line.displayWidth {
      guard let hint = hints.hint(at: column, width: player.width - 2) else { continue }
      let entry = entries.first { $0.keys.contains(hint.key) }
      #expect(entry != nil, "\(name): the hint \(hint.label) does nothing")
      #expect(entry?.refusal == nil, "\(name): the hint \(hint.label) is refused")
    }
  }

  /// A wide character has both its cells, in one style.
  private static func expectWholeCharacters(_ cells: [Canvas.Cell], _ name: String) {
    for (cell, next) in zip(cells, cells.dropFirst()) where cell.text.displayWidth == 2 {
      #expect(next.text.isEmpty && next.style == cell.style, "\(name): half of \(cell.text)")
    }
    #expect(cells.last?.text.displayWidth != 2, "\(name): half of \(cells.last?.text ?? "")")
  }

  private static let tags = Mark.all.map(\.tag) + ["[==]", "[\\\\]"]
  /// Of some tags the beginning stands in other texts too.
  private static let beginningsOfTags = Set(tags.map { String($0.prefix(3)) })
    .subtracting(["[..", "[--", "[  "])

  private static func hasCutTag(_ line: String) -> Bool {
    beginningsOfTags.contains { beginning in
      line.ranges(of: beginning).contains { line[$0.upperBound...].first != "]" }
    }
  }

  /// Rows with the cursor's sign and style.
  static func cursorRows(of canvas: Canvas) -> [Int] {
    (0..<canvas.height).filter { canvas[0, $0].text == ">" && canvas[0, $0].style == .selected }
  }
}
