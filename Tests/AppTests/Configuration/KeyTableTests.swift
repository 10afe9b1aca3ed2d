import Domain
import Testing

@testable import App

struct KeyTableTests {
  @Test func hasThePagesThatHaveKeys() {
    let names = KeyTable.pages.map(\.page.en)
    #expect(Set(names).count == names.count)
    #expect(KeyTable.pages.allSatisfy { !$0.lines.isEmpty })
  }

  @Test func namesReadingAsMoving() {
    #expect(KeyTable.name(of: GuideScreen.Command.read(.move(.down))) == "move-down")
    #expect(KeyTable.name(of: ChecklistScreen.Command.move(.down)) == "move-down")
  }
}
