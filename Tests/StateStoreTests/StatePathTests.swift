import Testing

@testable import StateStore

struct StatePathTests {
  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/home/a"], "/s/ascheck/state.json"),
    (["XDG_STATE_HOME": "/s//", "HOME": "/home/a"], "/s/ascheck/state.json"),
    (["XDG_STATE_HOME": "relative", "HOME": "/home/a"], "/home/a/.local/state/ascheck/state.json"),
    (["XDG_STATE_HOME": "", "HOME": "/home/a/"], "/home/a/.local/state/ascheck/state.json"),
    (["HOME": "/"], "/.local/state/ascheck/state.json"),
  ])
  func followsTheBaseDirectorySpecification(
    _ environment: [String: String],
    _ expected: String
  ) throws {
    #expect(try StatePath.default(environment: environment) == expected)
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "here"]])
  func saysWhenThereIsNoPlace(_ environment: [String: String]) {
    #expect(throws: StateError.noPlace) { try StatePath.default(environment: environment) }
  }
}
