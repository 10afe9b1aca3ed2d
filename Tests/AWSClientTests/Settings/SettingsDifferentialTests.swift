import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// The files and variables of `Fixtures/settings.py` mean the same to us as to botocore.
struct SettingsDifferentialTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let credentials: String?
    let config: String?
    let profile: String?
    let environment: [String: String]
    let botocore: Outcome

    var testDescription: String { name }
  }

  struct Outcome: Decodable, Equatable, Sendable {
    var accessKeyID: String?
    var secret: String?
    var token: String?
    var region: String?
    var ec2: String?
    var caBundle: String?
    var refused: String?
  }

  @Test(arguments: try JSONDecoder().decode([Case].self, from: Fixture.data("settings.json")))
  func meansTheSameAsToBotocore(_ setup: Case) async {
    #expect(await outcome(setup) == expected(setup.botocore))
  }

  /// It keeps the slash at the end, which ours leaves to the path.
  private func expected(_ outcome: Outcome) -> Outcome {
    var outcome = outcome
    if outcome.ec2?.hasSuffix("/") == true { outcome.ec2?.removeLast() }
    return outcome
  }

  private func outcome(_ setup: Case) async -> Outcome {
    do {
      let settings = try settings(setup)
      let script = ScriptedTransport([])
      let credentials = try await settings.credentials(through: script.transport).get()
      let url = try settings.endpoints.endpoint(of: .ec2, in: "eu-central-1").url
      return Outcome(
        accessKeyID: credentials.accessKeyID,
        secret: credentials.secretAccessKey,
        token: credentials.sessionToken,
        region: settings.region?.name,
        ec2: "\(url.scheme)://\(url.host)\(url.basePath)",
        caBundle: settings.caBundle
      )
    } catch {
      return Outcome(refused: botocoreName(of: error))
    }
  }

  private func settings(_ setup: Case) throws(SettingsError) -> Settings {
    var environment = setup.environment
    environment["HOME"] = "/home/a"
    environment["AWS_EC2_METADATA_DISABLED"] = "true"
    return try Settings(
      Settings.Options(profile: setup.profile),
      environment: environment
    ) { path in
      switch path {
      case "/home/a/.aws/credentials": setup.credentials
      case "/home/a/.aws/config": setup.config
      default: nil
      }
    }
  }

  private func botocoreName(of error: any Error) -> String {
    switch error {
    case SettingsError.profileNotFound: "ProfileNotFound"
    case SettingsError.fileMalformed: "ConfigParseError"
    case SettingsError.servicesSectionMissing: "InvalidConfigError"
    case SettingsError.invalid(.endpoint, _, _): "ValueError"
    case CredentialError.none: "NoCredentialsError"
    case CredentialError.incompleteEnvironment, CredentialError.incompleteProfile:
      "PartialCredentialsError"
    default: "\(error)"
    }
  }
}
