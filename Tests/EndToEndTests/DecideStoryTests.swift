import Foundation
import Testing

/// Somebody who decides, thinks again and hands the rows on, on the demo account.
@Suite(.timeLimit(.minutes(5)))
struct DecideStoryTests {
  private let folder = TemporaryFolder()

  @Test func takesAnEvaluationBackAndRecordsItAgain() async throws {
    let terminal = try await demo("--lang", "ja")
    try await terminal.waitFor("? 全キー")
    try await terminal.press("2", "j", "j", "a", "Right", "Tab")
    try await terminal.type("確認済み")
    try await terminal.press("C-s")
    try await terminal.waitFor("ASC 09 の評価を記録しました。u で取り消せます")
    try await terminal.press("u")
    try await terminal.waitFor("元に戻しました: ASC 09 の評価の記録。U でやり直せます")
    try await terminal.waitFor("[!M] 09 ")
    try await terminal.press("U")
    try await terminal.waitFor("やり直しました: ASC 09 の評価の記録")
    try await terminal.waitFor("[OK] 09 ")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
    let state = ["--state", folder.path("state.json")]
    let verify = try await Command(arguments: ["verify"] + state, folder: folder).run()
    #expect(verify.code == 0, "\(verify.output)\(verify.errors)")
    let history = try await Command(arguments: ["history", "09"] + state, folder: folder).run()
    #expect(history.output.components(separatedBy: "ASC 09 compliant").count == 3)
  }

  @Test func writesTheRowsOfTheScreenToFiles() async throws {
    let terminal = try await demo("--lang", "en")
    try await terminal.waitFor("? keys")
    for _ in 0..<2 {
      try await terminal.type(":write csv")
      try await terminal.waitFor("Enter writes CSV")
      try await terminal.press("Enter")
      try await terminal.waitFor("17 rows written to")
    }
    try await terminal.waitFor("-2.csv")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count == 2)
    #expect(try folder.text(of: names[0]).split(separator: "\r\n").count == 18)
    try await terminal.type(":write csv /proc/rows.csv")
    try await terminal.press("Enter")
    try await terminal.waitFor("/proc/rows.csv cannot be written")
  }

  @Test func opensReadOnlyAndLeavesTheFolderAsItIs() async throws {
    let first = try await demo("--lang", "en")
    try await first.waitFor("? keys")
    try await first.press("q")
    try await first.waitFor("code 0")
    let before = try files()
    let terminal = try await demo("--lang", "en", "--read-only")
    try await terminal.waitFor("read-only")
    try await terminal.press("R")
    try await terminal.waitFor("start with --no-read-only to scan")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("opens it for changes")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
    #expect(try files() == before)
  }

  private func files() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, try Data(contentsOf: folder.url.appendingPathComponent(name)))
      }
    )
  }

  private func demo(_ options: String...) async throws -> Tmux {
    let words = [Command.ascheck, "demo", "--state", folder.path("state.json")] + options
    return try await Tmux(
      (columns: 100, rows: 24),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "cd \(folder.url.path) && \(words.joined(separator: " ")); echo code $?; exec cat"
    )
  }
}
