import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

extension ChildProcesses {
  package static var system: Self { system(Limits()) }

  /// Without a shell, without input, with this program's environment.
  package static func system(_ limits: Limits) -> Self {
    Self { words throws(Failure) in
      do {
        return try await output(of: words, limits)
      } catch let failure as Failure {
        throw failure
      } catch is CancellationError {
        throw .cancelled
      } catch {
        throw Task.isCancelled ? .cancelled : .notStarted("\(error)")
      }
    }
  }

  /// The program is killed when the time is over or the task is cancelled.
  private static func output(of words: [String], _ limits: Limits) async throws -> Output {
    try await withThrowingTaskGroup(of: Output.self) { group in
      group.addTask { try await finished(words, limits) }
      group.addTask {
        try await Task.sleep(for: limits.time)
        throw Failure.tooSlow(limits.time)
      }
      defer { group.cancelAll() }
      guard let output = try await group.next() else { throw CancellationError() }
      return output
    }
  }

  private static func finished(_ words: [String], _ limits: Limits) async throws -> Output {
    let name = words.first ?? ""
    do {
      let result = try await Subprocess.run(
        name.contains("/") ? .path(FilePath(name)) : .name(name),
        arguments: Arguments(Array(words.dropFirst())),
        output: .bytes(limit: limits.output),
        error: .bytes(limit: limits.output)
      )
      return Output(
        code: result.terminationStatus.shellCode,
        printed: result.standardOutput,
        complaint: String(decoding: result.standardError, as: UTF8.self)
      )
    } catch let error as SubprocessError {
      switch error.code {
      case .outputLimitExceeded: throw Failure.tooMuch(limits.output)
      case .executableNotFound: throw Failure.notStarted("no such program")
      default: throw error
      }
    }
  }
}

extension TerminationStatus {
  fileprivate var shellCode: Int {
    switch self {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  }
}
