import Domain
import Foundation
import Reports
import StateStore
import TerminalUI
import Testing

@testable import App

struct WritingTests {
  @Test(arguments: [
    ("write csv", WriteRequest(.csv)), ("w json", WriteRequest(.json)),
    ("write! md ~/a b.md", WriteRequest(.md, to: "~/a b.md", replaces: true)),
    ("write notes.markdown", WriteRequest(.md, to: "notes.markdown")),
    ("ｗｒｉｔｅ　ＣＳＶ", WriteRequest(.csv)),
  ])
  func readsWhatIsTyped(_ typed: String, _ request: WriteRequest) {
    #expect(WriteRequest(typed: typed) == request)
  }

  @Test(arguments: ["write", "wrap", "write pdf", "write a.pdf", "rewrite csv", ""])
  func readsNothingElse(_ typed: String) {
    #expect(WriteRequest(typed: typed) == nil)
  }

  @Test func writesTheFilteredRowsOfTheChecklist() throws {
    var player = Player()
    player.press("/s3<CR>:write csv<CR>")
    let writing = try #require(player.writing)
    #expect(writing.name == "ascheck-checklist-2026-06-11.csv")
    let lines = writing.text.split(separator: "\r\n")
    #expect(lines[0].hasPrefix("Row,Section,Title,Kind,State,Alerts,Checked,Reviewed,Valid until,"))
    #expect(lines.count == 1 + writing.rows.count)
    let row = lines.first { $0.hasPrefix("ASC 15,") }
    #expect(row?.contains("manual,reviewed,,,2026-01-11,2026-07-10,佐藤 花子,") ?? false)
  }

  @Test func writesTheMarkedFindings() throws {
    var player = Player(.japanese, state: Fixture.decided)
    player.openFindings("2")
    player.press("<Space><Space>:write-csv<CR>")
    let writing = try #require(player.writing)
    #expect(writing.name == "ascheck-ASC-07-2026-06-11.csv")
    #expect(writing.rows.count == 2)
    let lines = writing.text.split(separator: "\r\n")
    #expect(lines[0] == "\u{FEFF}状態,リソース,リージョン,理由,初検出,最終検出,例外の期限,ARN")
    #expect(lines[1].contains("arn:aws:ec2:ap-northeast-1:123456789012:volume/vol-0"))
  }

  @Test func writesFindingsAsReportsDo() throws {
    var player = Player()
    player.openFindings("j")
    player.press(":write json /tmp/a.json<CR>")
    let writing = try #require(player.writing)
    #expect(writing.request.path == "/tmp/a.json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(writing.bytes)) as? [String: Any]
    )
    #expect(json["account"] as? String == "123456789012")
    #expect(json["row"] as? String == "ASC 02-01")
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["status"] as? String } == ["alert", "pass"])
  }

  @Test func writesExceptionsAsADocument() throws {
    var player = Player(state: Fixture.decided)
    player.press("x:write md<CR>")
    let text = try #require(player.writing?.text)
    #expect(text.hasPrefix("# Exceptions\n\n| State | For |"))
    #expect(text.contains("| due soon |"))
    #expect(text.split(separator: "\n").count == 1 + 2 + 4)
  }

  @Test func saysWhereTheRowsAre() {
    var player = Player()
    player.send(.written(Written(count: 17, path: "/home/a/rows.csv")))
    #expect(player.notice.contains("17 rows written to /home/a/rows.csv"))
    player.send(.unwritten(Fixture.noCredentials))
    #expect(player.canvas.text.contains("No AWS credentials"))
  }

  @Test func refusesWhereNothingIsListed() {
    var player = Player()
    player.press("o:write csv<CR>")
    #expect(player.writing == nil)
    #expect(player.notice.contains("no rows here"))
    player.press("q/zzz<CR>:write csv<CR>")
    #expect(player.notice.contains("nothing to write; Esc shows all"))
  }

  @Test func saysWhatEnterDoesWhileItIsTyped() {
    var player = Player()
    player.press(":write csv")
    #expect(player.lines[22].contains("Enter writes CSV; a path may follow"))
    player.press(" rows.csv")
    #expect(player.lines[22].contains("Enter writes CSV to rows.csv"))
    player.press("<C-u>write<Tab>")
    #expect(player.palette?.field.text.hasPrefix("write-") ?? false)
  }

  @Test func goesToTheRowThatIsTyped() {
    var player = Player()
    player.press(":12<CR>")
    #expect(player.checklist.selection.id == "ASC 12")
    player.press(":99<CR>")
    #expect(player.notice.contains("there is no number 99 here"))
    player.openFindings("2")
    player.press(":42<CR>")
    #expect(player.list?.selection.index == 41)
  }
}

extension Player {
  fileprivate var writing: Writing? {
    if case .write(let writing) = effects.last { writing } else { nil }
  }
}

extension Writing {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
