import Testing

@testable import App

struct MarkTests {
  @Test func turnsWithoutEverLookingLikeAnotherTag() {
    let turning = (0..<6).map { Mark.running(frame: $0).tag }
    let others = Mark.all.map(\.tag).filter { $0 != "[//]" }
    #expect(Set(turning).count == 3)
    #expect(Set(turning).intersection(others).isEmpty)
  }

  @Test func takesFourCells() {
    #expect(Mark.all.map(\.tag.count).allSatisfy { $0 == 4 } as Bool)
  }
}
