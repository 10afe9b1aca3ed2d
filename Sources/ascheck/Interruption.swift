import ArgumentParser
import Dispatch
import Domain
import Glibc

/// What Ctrl-C and SIGTERM do to a command without a screen.
///
/// They cancel its work, so that the program leaves by its own door: requests end, temporary files
/// go, and nothing is half written. Who asks twice is not kept waiting.
enum Interruption {
  static func cancels<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let work = Locked<Task<Value, any Error>?>(nil)
    let caught = Locked<Int32?>(nil)
    let sources = [SIGINT, SIGTERM].map { number in
      source(of: number) {
        if caught.withLock({ $0 }) != nil { _exit(128 + number) }
        caught.withLock { $0 = number }
        work.withLock { $0?.cancel() }
      }
    }
    defer { for source in sources { source.cancel() } }
    // Only now: what it begins must not be killed half done.
    let task = Task { try await body() }
    work.withLock { $0 = task }
    if caught.withLock({ $0 }) != nil { task.cancel() }
    do {
      return try await task.value
    } catch {
      if let number = caught.withLock({ $0 }) { throw Failure.interrupted(by: number) }
      throw error
    }
  }

  private static func source(
    of number: Int32,
    _ handler: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    // A dispatch source hears of a signal only where its own action does not come first.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: handler)
    source.setCancelHandler { signal(number, SIG_DFL) }
    source.resume()
    return source
  }
}

extension Failure {
  fileprivate static func interrupted(by number: Int32) -> Self {
    Self(
      Text(en: "the scan was cancelled", ja: "スキャンは中止されました"),
      hint: Text(en: "Earlier results are kept.", ja: "以前の結果は残っています。"),
      exitCode: ExitCode(128 + number)
    )
  }
}
