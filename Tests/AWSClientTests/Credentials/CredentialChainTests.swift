import Domain
import TestSupport
import Testing

@testable import AWSClient

/// What the files say about roles and ways to sign in; keys are in `SettingsDifferentialTests`.
struct CredentialChainTests {
  static let file = "/h/.aws/config"
  static let expires = "2035-01-01T00:00:00Z"

  @Test func assumesTheRoleWithTheSourcesKeys() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.assumedRole(key: "ASIAROLE", expires: Self.expires))
    ])
    let config = """
      [profile base]
      aws_access_key_id = AKIDBASE
      aws_secret_access_key = s
      [profile audit]
      region = eu-west-1
      role_arn = arn:aws:iam::111122223333:role/audit
      source_profile = base
      external_id = x y
      role_session_name = me
      duration_seconds = 1800
      """
    let credentials = try await provider(config, "audit", script).get()
    #expect(credentials.accessKeyID == "ASIAROLE")
    #expect(credentials.sessionToken == "t")
    let request = try #require(script.requests.first)
    #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
    #expect(request.header("authorization")?.contains("Credential=AKIDBASE/") == true)
    let body = String(decoding: request.body, as: UTF8.self)
    for part in ["RoleSessionName=me", "ExternalId=x%20y", "DurationSeconds=1800"] {
      #expect(body.contains(part))
    }
  }

  @Test func assumesOneRoleWithAnother() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.assumedRole(key: "ASIAFIRST", expires: Self.expires)),
      .text(200, Answers.assumedRole(key: "ASIASECOND", expires: Self.expires)),
    ])
    let config = """
      [profile a]
      role_arn = arn:aws:iam::111122223333:role/a
      source_profile = b
      [profile b]
      role_arn = arn:aws:iam::111122223333:role/b
      source_profile = c
      [profile c]
      aws_access_key_id = AKIDC
      aws_secret_access_key = s
      """
    #expect(try await provider(config, "a", script).get().accessKeyID == "ASIASECOND")
    #expect(
      script.requests.map { $0.header("authorization")?.contains("Credential=AKIDC/") }
        == [true, false]
    )
  }

  @Test func aProfileMayBeItsOwnSource() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.assumedRole(key: "ASIAROLE", expires: Self.expires))
    ])
    let config = role("a", "source_profile = a\naws_access_key_id = A\naws_secret_access_key = s")
    #expect(try await provider(config, "a", script).get().accessKeyID == "ASIAROLE")
  }

  @Test func aRoleInChinaIsAskedForInChina() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.assumedRole(key: "ASIAROLE", expires: Self.expires))
    ])
    let config = """
      [profile a]
      role_arn = arn:aws-cn:iam::111122223333:role/a
      credential_source = Environment
      """
    _ = try await provider(
      config,
      "a",
      script,
      ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]
    ).get()
    #expect(script.requests.first?.url == "https://sts.cn-north-1.amazonaws.com.cn/")
  }

  @Test func aRoleThatIsRefusedSaysWhatAWSSaid() async {
    let script = ScriptedTransport([
      .text(403, "<ErrorResponse>\(Answers.error("AccessDenied"))</ErrorResponse>")
    ])
    let config = role("a", "source_profile = a\naws_access_key_id = A\naws_secret_access_key = s")
    let error = await error(config, "a", script)
    guard case .role(let key, .refused(role: "arn:aws:iam::111122223333:role/a", let gap))? = error
    else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(key == ProfileKey(file: Self.file, profile: "a", key: "role_arn"))
    #expect(gap.code == "AccessDenied")
    #expect(error?.problem.en.contains("AccessDenied: m") == true)
  }

  @Test func circlesOfSourcesAreRefused() async {
    let config = role("a", "source_profile = b") + role("b", "source_profile = a")
    let (a, b) = (
      ProfileKey(file: Self.file, profile: "a", key: "source_profile"),
      ProfileKey(file: Self.file, profile: "b", key: "source_profile")
    )
    #expect(await error(config, "a") == .role(b, .loop(["a", "b", "a"])))
    #expect(await error(role("a", "source_profile = a"), "a") == .role(a, .loop(["a", "a"])))
  }

  @Test func whatIsMissingForARoleIsNamed() async {
    let place = ProfileKey(file: Self.file, profile: "a", key: "source_profile")
    #expect(
      await error(role("a", "source_profile = b"), "a") == .role(place, .sourceMissing("b"))
    )
    #expect(
      await error(role("a", "source_profile = b") + "[profile b]\n", "a")
        == .role(place, .sourceEmpty("b"))
    )
    let arn = ProfileKey(file: Self.file, profile: "a", key: "role_arn")
    #expect(await error(role("a", ""), "a") == .role(arn, .noSource))
    #expect(
      await error(role("a", "source_profile = b\ncredential_source = Environment"), "a")
        == .role(arn, .twoSources)
    )
  }

  @Test func keysBesideACredentialProcessWin() async throws {
    let script = ScriptedTransport([])
    let settings = try Settings(
      Settings.Options(profile: "a"),
      environment: ["HOME": "/h"]
    ) { path in
      path == Self.file
        ? "[profile a]\ncredential_process = x\n"
        : "[a]\naws_access_key_id = AKIDA\naws_secret_access_key = s\n"
    }
    let credentials = try await settings.credentials(through: script.transport).get()
    #expect(credentials.accessKeyID == "AKIDA")
  }

  private func role(_ name: String, _ more: String) -> String {
    "[profile \(name)]\nrole_arn = arn:aws:iam::111122223333:role/\(name)\n\(more)\n"
  }

  private func provider(
    _ config: String,
    _ profile: String?,
    _ script: ScriptedTransport,
    _ environment: [String: String] = [:]
  ) throws -> CredentialProvider {
    let settings = try Settings(
      Settings.Options(profile: profile),
      environment: environment.merging(["HOME": "/h"]) { $1 }
    ) { $0 == Self.file ? config : nil }
    return settings.credentials(through: script.transport, clock: FakeClock().clock)
  }

  private func error(
    _ config: String,
    _ profile: String?,
    _ script: ScriptedTransport = ScriptedTransport([]),
    environment: [String: String] = [:]
  ) async -> CredentialError? {
    do {
      _ = try await provider(config, profile, script, environment).get()
      return nil
    } catch {
      return error as? CredentialError
    }
  }
}
