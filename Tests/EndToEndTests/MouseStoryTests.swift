import Foundation
import Testing

/// Somebody who would rather point at things.
@Suite(.timeLimit(.minutes(5)))
struct MouseStoryTests {
  @Test func opensARowAndComesBackByAHint() async throws {
    let tmux = try await Tmux(
      (columns: 80, rows: 24),
      environment: ["LC_ALL": "en_US.UTF-8", "HOME": NSTemporaryDirectory()],
      Command.ascheck,
      "demo"
    )
    try await tmux.waitFor("? keys")
    try await tmux.type(":mouse on")
    try await tmux.press("Enter")
    try await tmux.waitFor("Shift selects text")
    try await tmux.click("09 ", in: try await tmux.waitFor("[!M] 09"))
    try await tmux.waitFor("> [!M] 09")
    try await tmux.click("09 ", in: try await tmux.screen())
    let item = try await tmux.waitFor("ASC 09  ")
    try await tmux.type("\u{1B}[<65;10;10M")
    try await tmux.waitUntil("has scrolled by three lines") { screen in
      screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first
        == item.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4).first
    }
    try await tmux.click("? keys", in: try await tmux.screen())
    try await tmux.waitFor("Keys   one row")
    try await tmux.click("Esc close", in: try await tmux.screen())
    try await tmux.waitFor("ASC 09  ")
  }
}

extension Tmux {
  /// Presses the left button on the first cell of these words, and lets it go.
  fileprivate func click(_ words: String, in screen: String) async throws {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(words) })
    let range = try #require(lines[row].firstRange(of: words))
    let column = lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
    try await type("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }
}
