/// Runs other programs and takes what they print.
package struct ChildProcesses: Sendable {
  package struct Limits: Sendable {
    package var time: Duration = .seconds(60)
    /// In bytes, of what is printed.
    package var output = 256 << 10

    package init() {}
  }

  package struct Output: Sendable {
    /// The exit code, or 128 and the signal's number, as shells count it.
    package let code: Int
    package let printed: [UInt8]
    /// From standard error, cut off at the limit.
    package let complaint: String

    package init(code: Int, printed: [UInt8], complaint: String = "") {
      self.code = code
      self.printed = printed
      self.complaint = complaint
    }
  }

  package enum Failure: Error, Hashable, Sendable {
    case cancelled
    /// There is no such program, or it may not be run.
    case notStarted(String)
    case tooSlow(Duration)
    /// More than so many bytes.
    case tooMuch(Int)
  }

  /// The program's path or name, and its arguments.
  package let run: @Sendable (_ words: [String]) async throws(Failure) -> Output

  package init(run: @escaping @Sendable (_ words: [String]) async throws(Failure) -> Output) {
    self.run = run
  }
}
