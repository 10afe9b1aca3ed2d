import Checks
import Domain
import TerminalUI
import Testing

@testable import App

struct CopyingTests {
  private let records = Fixture.findings["ASC 07"]?.records ?? []

  private func player(_ keys: String, _ language: Language = .english) -> Player {
    var player = Player(language)
    player.openFindings("2")
    player.press(keys)
    return player
  }

  @Test func opensItsMenuAtOnce() {
    let player = player("y")
    #expect(player.canvas.text.contains("AWS CLI outline"))
    #expect(!player.lines[23].contains("keys"))
  }

  @Test func copiesTheARNByPressingTwice() {
    #expect(player("jyy").copied == records[1].finding.resource.arn)
  }

  @Test func copiesEveryForm() {
    let resource = records[0].finding.resource
    #expect(player("yi").copied == resource.name)
    #expect(player("ya").copied == resource.arn)
    #expect(player("yu").copied == ConsolePage.url(of: resource))
    #expect(player("yc").copied?.hasPrefix("aws ec2 create-snapshot --volume-id vol-0") == true)
    let row = player("yr").copied?.split(separator: "\t") ?? []
    #expect(row.first == "alert")
    #expect(row.last == "\(resource.arn)")
    let json = player("yj").copied ?? ""
    #expect(json.hasPrefix("{\"id\":\"\(records[0].id)\""))
    #expect(json.contains("\"volumeType\":\"gp3\""))
  }

  @Test func copiesAllThatAreMarked() {
    let player = player("<Space><Space>yi")
    let names = records[0...1].map(\.finding.resource.name)
    #expect(player.copied == names.joined(separator: "\n"))
    #expect(self.player("<Space><Space>yj").copied?.hasPrefix("[{") == true)
    #expect(self.player("<Space><Space>y").canvas.text.contains("copy 2 marked"))
  }

  @Test func refusesWhatThereIsNothingOf() {
    var player = Player()
    player.openFindings("2jjj")
    player.press("yc")
    #expect(player.lines.contains { $0.contains("nothing to put right") })
    #expect(player.copied == nil)
  }

  @Test func cannotRunItselfInAShell() {
    let name = "x\u{1B}]52;c;ZXZpbA==\u{07}\nrm -rf ~\n"
    let record = FindingRecord(
      id: "1",
      finding: .alert(
        Resource(arn: "arn:aws:s3:::\(name)", region: nil),
        Fixture.reason("publicPolicy")
      ),
      firstSeen: Fixture.now,
      lastSeen: Fixture.now,
      scans: 1
    )
    for form in CopyForm.allCases {
      let text = Copying(
        row: "ASC 12",
        findings: Findings([record]),
        places: [0],
        form: form,
        language: .japanese,
        zone: Fixture.zone
      ).text
      let isHarmless = text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" || ($0 == "\n" && form == .commands)
      }
      #expect(isHarmless, "\(form): \(text.debugDescription)")
      #expect(!text.hasSuffix("\n"))
    }
  }

  @Test func saysWhichWayItWent() {
    var player = player("yy")
    player.send(.copied(Copied(CopyForm.arn.words, .terminal)))
    #expect(player.notice.contains("sent to the terminal"))
    player.send(.copied(Copied(CopyForm.arn.words, .file("/tmp/x"))))
    #expect(player.notice.contains("/tmp/x"))
    var japanese = self.player("yy", .japanese)
    japanese.send(.copied(Copied(CopyForm.arn.words, .terminal)))
    #expect(japanese.notice.contains("ARNをコピーしました (端末へ送信)。届かないときは Y"))
  }

  @Test func opensTheConsolePage() {
    let player = player("jO")
    let url = ConsolePage.url(of: records[1].finding.resource)
    #expect(player.effects.last == url.map { .browse($0) })
  }

  @Test func showsTheAddressWholeWhereThereIsNoBrowser() {
    var player = player("O")
    let url = ConsolePage.url(of: records[0].finding.resource) ?? ""
    player.send(.browsed(.shown(url, .terminal)))
    #expect(player.session.plainText == url)
    #expect(player.canvas.text.contains("no browser here"))
    player.press("<Esc>")
    #expect(player.list != nil)
  }
}
