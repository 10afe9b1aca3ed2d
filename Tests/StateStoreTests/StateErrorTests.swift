import Domain
import Testing

@testable import StateStore

struct StateErrorTests {
  private static let errors: [StateError] = [
    .unreadable(path: "/s", detail: "Permission denied"), .damaged(path: "/s", detail: "2:13"),
    .newer(path: "/s", version: 7), .foreign(path: "/s"),
    .unwritable(path: "/s", detail: "No space left on device"), .locked(path: "/s"),
  ]

  @Test(arguments: errors)
  func saysWhatHappenedWhereAndWhatToDo(_ error: StateError) {
    for words in [error.problem.en, error.problem.ja] {
      #expect(words.contains("/s"))
    }
    #expect(!error.hint.en.isEmpty && !error.hint.ja.isEmpty)
  }

  @Test func namesThePlaceOfTheDamage() {
    let error = StateError.damaged(path: "/s", detail: "2:13")
    #expect(error.problem.en == "the state file /s is damaged (at 2:13)")
    #expect(error.problem.ja == "状態ファイル /s が壊れています (位置: 2:13)")
  }
}
