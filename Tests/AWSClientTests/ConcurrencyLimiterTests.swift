import Domain
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct ConcurrencyLimiterTests {
  @Test func letsNoMoreThroughThanItsLimit() async {
    let limiter = ConcurrencyLimiter(limit: 3)
    let inside = Locked((now: 0, most: 0))
    await withTaskGroup { group in
      for _ in 0..<200 {
        group.addTask {
          guard await limiter.enter() else { return }
          defer { limiter.leave() }
          inside.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
          await Task.yield()
          inside.withLock { $0.now -= 1 }
        }
      }
    }
    #expect(inside.withLock { $0.most } <= 3)
    #expect(inside.withLock { $0.now } == 0)
  }

  @Test func theFirstToWaitIsTheFirstToEnter() async {
    let limiter = ConcurrencyLimiter(limit: 1)
    #expect(await limiter.enter())
    let order = Locked<[Int]>([])
    var tasks: [Task<Void, Never>] = []
    for number in 0..<5 {
      tasks.append(
        Task {
          _ = await limiter.enter()
          order.withLock { $0.append(number) }
          limiter.leave()
        }
      )
      while limiter.waitingCount <= number { await Task.yield() }
    }
    limiter.leave()
    for task in tasks { await task.value }
    #expect(order.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  @Test func whoGivesUpLeavesItsPlaceToTheNext() async {
    let limiter = ConcurrencyLimiter(limit: 1)
    #expect(await limiter.enter())
    let impatient = Task { await limiter.enter() }
    while limiter.waitingCount < 1 { await Task.yield() }
    let patient = Task { await limiter.enter() }
    while limiter.waitingCount < 2 { await Task.yield() }
    impatient.cancel()
    #expect(await impatient.value == false)
    limiter.leave()
    #expect(await patient.value)
  }

  @Test func aCancelledTaskDoesNotEnter() async {
    let limiter = ConcurrencyLimiter(limit: 1)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await limiter.enter()
    }
    #expect(await task.value == false)
    #expect(await limiter.enter())
  }

  @Test func oneAskedToSlowDownHalvesTheLimit() async {
    let limiter = await crowded(8)
    limiter.leave()
    limiter.slowDown()
    #expect(limiter.limit == 4)
    for _ in 0..<4 { limiter.leave() }
    #expect(await limiter.enter())
    let next = Task { await limiter.enter() }
    for _ in 0..<1_000 where limiter.waitingCount == 0 { await Task.yield() }
    #expect(limiter.waitingCount == 1)
    next.cancel()
    #expect(await next.value == false)
  }

  @Test func thoseUnderWayWithItHalveItNoMore() async {
    let limiter = await crowded(8)
    for _ in 0..<8 {
      limiter.leave()
      limiter.slowDown()
    }
    #expect(limiter.limit == 4)
    #expect(await limiter.enter())
    limiter.leave()
    limiter.slowDown()
    #expect(limiter.limit == 2)
  }

  @Test func theLimitGrowsBackAndNoFurther() async {
    let limiter = await crowded(32)
    limiter.leave()
    limiter.slowDown()
    for _ in 0..<31 { limiter.leave() }
    #expect(limiter.limit == 16)
    for _ in 0..<17 {
      #expect(await limiter.enter())
      limiter.leave()
    }
    #expect(limiter.limit == 18)
    for _ in 0..<1_000 {
      #expect(await limiter.enter())
      limiter.leave()
    }
    #expect(limiter.limit == 32)
  }

  @Test func aLimitOfOneStays() async {
    let limiter = await crowded(1)
    limiter.leave()
    limiter.slowDown()
    #expect(limiter.limit == 1)
    #expect(await limiter.enter())
  }

  private func crowded(_ limit: Int) async -> ConcurrencyLimiter {
    let limiter = ConcurrencyLimiter(limit: limit)
    for _ in 0..<limit { #expect(await limiter.enter()) }
    return limiter
  }
}
