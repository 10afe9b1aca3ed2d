import Domain
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct ProcessSourceTests {
  let nobody = ScriptedTransport([]).transport
  let place = SignInCase.key("credential_process")

  @Test func takesWhatTheProgramPrints() async throws {
    let words = Locked<[String]>([])
    var setup = SignInCase(config: "[profile a]\ncredential_process = /bin/x 'a b' c\n")
    setup.processes = ChildProcesses { given throws(ChildProcesses.Failure) in
      words.withLock { $0 = given }
      let text = #"{"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "s", "SessionToken": "t"}"#
      return ChildProcesses.Output(code: 0, printed: Array(text.utf8))
    }
    let credentials = try await setup.credentials(nobody)
    #expect(credentials == Credentials(accessKeyID: "A", secretAccessKey: "s", sessionToken: "t"))
    #expect(words.withLock { $0 } == ["/bin/x", "a b", "c"])
  }

  @Test func renewsBeforeTheEndItPrints() async throws {
    let runs = Locked(0)
    var setup = SignInCase(config: "[profile a]\ncredential_process = x\n")
    setup.processes = ChildProcesses { _ throws(ChildProcesses.Failure) in
      let number = runs.withLock { runs in
        runs += 1
        return runs
      }
      let end = number == 1 ? "2027-01-15T09:00:00Z" : "2027-01-15T18:00:00+09:00"
      let text = """
        {"Version": 1, "AccessKeyId": "A\(number)", "SecretAccessKey": "s", "Expiration": "\(end)"}
        """
      return ChildProcesses.Output(code: 0, printed: Array(text.utf8))
    }
    let provider = try setup.provider(nobody)
    #expect(try await provider.get().accessKeyID == "A1")
    setup.time.advance(.seconds(3600 - 300))
    #expect(try await provider.get().accessKeyID == "A2")
  }

  @Test(arguments: [
    ("echo hello", ProcessProblem.notJSON),
    ("echo '[]'", .notJSON),
    ("echo '{\"Version\": \"1\"}'", .version(found: "\"1\"")),
    ("echo '{\"Version\": 1}'", .missing("AccessKeyId")),
    ("sh -c 'echo no such key >&2; exit 7'", .failed(code: 7, complaint: "no such key")),
    ("sh -c 'kill -9 $$'", .failed(code: 137, complaint: "")),
    ("sleep 100", .tooSlow(.milliseconds(500))),
    ("sh -c 'sleep 100 & wait'", .tooSlow(.milliseconds(500))),
    ("head -c 1000000 /dev/zero", .tooMuch(256 << 10)),
    ("yes", .tooMuch(256 << 10)),
    ("echo \"", .notACommand),
  ])
  func saysWhatIsWrong(command: String, problem: ProcessProblem) async {
    var setup = SignInCase(config: "[profile a]\ncredential_process = \(command)\n")
    var limits = ChildProcesses.Limits()
    limits.time = .milliseconds(500)
    if case .tooSlow = problem {} else { limits.time = .seconds(200) }
    setup.processes = .system(limits)
    let error = await setup.error(nobody)
    #expect(error == .process(place, problem))
    #expect(error?.problem.en.contains("profile \"a\" in /h/.aws/config") == true)
  }

  @Test func aProgramThatIsNotThereIsSaidToBeSo() async {
    let setup = SignInCase(config: "[profile a]\ncredential_process = /no/such/program\n")
    guard case .process(place, .notStarted)? = await setup.error(nobody) else {
      Issue.record("\(String(describing: await setup.error(nobody)))")
      return
    }
  }
}
