import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// The set-ups of `Fixtures/credentials.py` give us what they give botocore, or the same refusal.
@Suite(.timeLimit(.minutes(5)))
struct CredentialDifferentialTests {
  struct Table: Decodable {
    let server: String
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    let profile: String?
    let environment: [String: String]
    let botocore: Outcome
  }

  struct Outcome: Decodable, Equatable {
    var accessKeyID: String?
    var region: String?
    var ec2: String?
    var refused: String?
  }

  @Test func findsWhatBotocoreFinds() async throws {
    let script = try fixture("credentials.py")
    let table = try await script.line(Table.self)
    #expect(table.cases.count >= 80)
    let transport = try transport(table.server)
    for setup in table.cases {
      let ours = await outcome(setup, transport)
      #expect(ours == setup.botocore, "\(setup.name)")
    }
    withExtendedLifetime(script) {}
  }

  /// The address of ECS's agent leads to the script, and the network of nobody else.
  private func transport(_ server: String) throws -> HTTPTransport {
    let curl = HTTPTransport(try CurlTransport(.init(userAgent: "ascheck/test")))
    return HTTPTransport { request throws(TransportFailure) in
      var request = request
      request.url = request.url.replacing("http://169.254.170.2/", with: "\(server)/")
      guard request.url.hasPrefix(server) else { throw .unreachable(request.url) }
      return try await curl.send(request)
    }
  }

  private func outcome(_ setup: Case, _ transport: HTTPTransport) async -> Outcome {
    do {
      let settings = try Settings(
        Settings.Options(profile: setup.profile),
        environment: setup.environment,
        readFile: SettingsFile.read
      )
      var tools = CredentialTools(transport: transport)
      tools.clock = FakeClock(Date()).clock
      let credentials = try await settings.credentials(tools).get()
      let region = settings.region ?? "us-east-1"
      let url = try settings.endpoints.endpoint(of: .ec2, in: region).url
      return Outcome(
        accessKeyID: credentials.accessKeyID,
        region: region.name,
        ec2: "\(url.scheme)://\(url.host)\(url.basePath)"
      )
    } catch let error as CredentialError {
      return Outcome(refused: Self.kind(error))
    } catch {
      return Outcome(refused: "\(error)")
    }
  }

  /// The script's words for the kinds of botocore's exceptions.
  private static func kind(_ error: CredentialError) -> String {
    switch error {
    case .none: "none"
    case .incompleteEnvironment, .incompleteProfile: "partial"
    case .role(let place, .sourceEmpty): place.key == "source_profile" ? "config" : "retrieval"
    case .role(_, let problem): kind(problem)
    case .lapsedEnvironment: "lapsed"
    case .webIdentity(_, let problem): kind(problem)
    case .sso(_, let problem): kind(problem)
    case .process(_, let problem): kind(problem)
    case .container(_, let problem): kind(problem)
    case .mfa, .login, .metadata, .namedRole, .cancelled: "\(error)"
    }
  }

  private static func kind(_ problem: RoleProblem) -> String {
    switch problem {
    case .noSource: "partial"
    case .loop: "loop"
    case .refused: "refused by AWS"
    case .twoSources, .sourceMissing, .sourceEmpty, .sourceUnknown: "config"
    }
  }

  private static func kind(_ problem: WebIdentityProblem) -> String {
    switch problem {
    case .noRole: "config"
    case .fileMissing, .fileUnreadable: "missing file"
    case .refused: "refused by AWS"
    }
  }

  private static func kind(_ problem: SSOProblem) -> String {
    switch problem {
    case .incomplete, .noSession, .contradiction: "config"
    case .token(.absent, _): "signed out"
    case .token(.malformed, _): "incomplete"
    case .token(.lapsed, _), .tokenRefused: "lapsed"
    case .roleRefused: "refused by AWS"
    }
  }

  private static func kind(_ problem: ProcessProblem) -> String {
    switch problem {
    case .notACommand: "value"
    case .notStarted: "missing file"
    default: "retrieval"
    }
  }

  private static func kind(_ problem: ContainerProblem) -> String {
    switch problem {
    case .hostRefused, .notAnAddress, .tokenMalformed: "value"
    case .tokenMissing, .tokenUnreadable: "missing file"
    case .noAnswer, .status, .notCredentials: "retrieval"
    }
  }
}
