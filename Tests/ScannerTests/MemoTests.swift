import Testing

@testable import Scanner

struct MemoTests {
  @Test func fetchesOnceForAll() async {
    let memo = Memo<String, Int>()
    let first = await memo.value(for: "a") { 1 }
    let second = await memo.value(for: "a") { 2 }
    #expect([first, second] == [1, 1])
  }

  @Test func endsWhatIsFetched() async {
    let memo = Memo<String, Bool>()
    async let ended = memo.value(for: "a") {
      while !Task.isCancelled { await Task.yield() }
      return true
    }
    await Task.yield()
    memo.cancelAll()
    #expect(await ended)
  }

  @Test func fetchesNothingAfterTheEnd() async {
    let memo = Memo<String, Bool>()
    memo.cancelAll()
    #expect(await memo.value(for: "late") { Task.isCancelled })
  }
}
