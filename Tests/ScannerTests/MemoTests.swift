import Domain
import Testing

@testable import Scanner

struct MemoTests {
  @Test func fetchesOnceForAllWhoAsk() async {
    let (memo, fetches) = (Memo<String, Int>(), Locked(0))
    let values = await (0..<50).concurrentMap(window: 50) { _ in
      await memo.value(for: "key") {
        fetches.withLock { fetches in
          fetches += 1
          return fetches
        }
      }
    }
    #expect(Set(values) == [1])
  }

  @Test func aCallerThatGivesUpTakesNothingFromTheOthers() async {
    let (memo, gate) = (Memo<String, String>(), Gate())
    let first = Task { await memo.value(for: "key") { await gate.pass() } }
    await gate.untilSomebodyWaits()
    let joined = Locked(false)
    let second = Task {
      await memo.value(for: "key") {
        joined.withLock { $0 = true }
        return "fetched again"
      }
    }
    // The second has joined, or will and finds the first's work all the same.
    second.cancel()
    gate.open()
    #expect(await first.value == "passed")
    _ = await second.value
  }

  @Test func theWorkEndsWhenNobodyWaitsForItAnyMore() async {
    let (memo, gate) = (Memo<String, String>(), Gate())
    let only = Task { await memo.value(for: "key") { await gate.pass() } }
    await gate.untilSomebodyWaits()
    only.cancel()
    #expect(await only.value == "cancelled")
  }

  @Test func whoAsksAfterThatBeginsAnew() async {
    let (memo, gate) = (Memo<String, String>(), Gate())
    let only = Task { await memo.value(for: "key") { await gate.pass() } }
    await gate.untilSomebodyWaits()
    only.cancel()
    #expect(await memo.value(for: "key") { "anew" } == "anew")
    _ = await only.value
  }

  @Test func memosAboutTheSameKeysKeepApart() async {
    let numbers = Numbers<String>()
    let (one, other) = (Memo<String, String>(numbers), Memo<String, String>(numbers))
    for key in ["b", "a", "c"] {
      #expect(await one.value(for: key) { "one \(key)" } == "one \(key)")
    }
    for key in ["c", "d", "a"] {
      #expect(await other.value(for: key) { "other \(key)" } == "other \(key)")
    }
    #expect(await one.value(for: "a") { "again" } == "one a")
    #expect(await one.value(for: "d") { "late" } == "late")
    #expect(await other.value(for: "d") { "again" } == "other d")
  }

  @Test func whatACancelledCallerFetchesIsNotKept() async {
    let memo = Memo<String, Bool>()
    let late = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await memo.value(for: "key") { Task.isCancelled }
    }
    #expect(await late.value)
    #expect(await memo.value(for: "key") { Task.isCancelled } == false)
  }
}

/// Holds tasks up until it is opened or they are cancelled.
private final class Gate: Sendable {
  private let isOpen = Locked(false)
  private let hasVisitor = Locked(false)

  func open() {
    isOpen.withLock { $0 = true }
  }

  func pass() async -> String {
    hasVisitor.withLock { $0 = true }
    while !isOpen.withLock({ $0 }) {
      do { try await Task.sleep(for: .milliseconds(1)) } catch { return "cancelled" }
    }
    return "passed"
  }

  func untilSomebodyWaits() async {
    while !hasVisitor.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(1)) }
  }
}
