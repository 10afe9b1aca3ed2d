import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// What the files alone tell of each profile.
struct SettingsProfileListingsTests {
  private static let config =
    SSOSourceTests.config + """

      [profile keys]
      region = eu-west-1
      aws_access_key_id = AKIDEXAMPLE
      aws_secret_access_key = s
      [profile role]
      role_arn = arn:aws:iam::222233334444:role/audit
      source_profile = keys
      mfa_serial = arn:aws:iam::111111111111:mfa/me
      [profile through-sso]
      role_arn = arn:aws:iam::555566667777:role/audit
      source_profile = a
      [profile lost]
      role_arn = arn:aws:iam::222233334444:role/audit
      source_profile = nowhere
      [profile round]
      role_arn = arn:aws:iam::222233334444:role/audit
      source_profile = round-too
      [profile round-too]
      role_arn = arn:aws:iam::222233334444:role/audit
      source_profile = round
      [profile machine]
      role_arn = arn:aws:iam::222233334444:role/audit
      credential_source = Ec2InstanceMetadata
      [profile half]
      aws_access_key_id = AKIDEXAMPLE
      [profile session]
      login_session = arn:aws:iam::111122223333:user/me
      [profile empty]
      region = not/a/region
      """

  private static let cache = "/h/.aws/sso/cache/\(Digest.hex(Digest.sha1("corp".utf8))).json"

  @Test func saysWhoseAndWhereAProfileIs() throws {
    let listings = try listings()
    #expect(listings["a"]?.account == "111122223333")
    #expect(listings["role"]?.account == "222233334444")
    #expect(listings["keys"]?.account == nil)
    #expect(listings["keys"]?.region == "eu-west-1")
    #expect(listings["empty"]?.region == nil)
    #expect(listings["role"]?.asksForCode == true)
    #expect(listings["keys"]?.asksForCode == false)
  }

  @Test(arguments: ["keys", "role", "machine"])
  func isReadyWithKeysOfItsOwnOrAnothers(_ name: String) throws {
    #expect(try listings()[name]?.signIn == .ready)
  }

  @Test func hasNothingToSignInBy() throws {
    #expect(try listings()["empty"]?.signIn == .absent)
  }

  @Test(arguments: ["lost", "round", "round-too", "half"])
  func saysWhatIsWrongWithAProfile(_ name: String) throws {
    guard case .broken(let problem, _) = try listings()[name]?.signIn else {
      Issue.record("\(name) is not broken")
      return
    }
    #expect(problem.en.contains(name))
  }

  /// Nobody has run `aws sso login`, also where only the role's source signs in so.
  @Test(arguments: ["a", "through-sso"]) func namesTheLineThatSignsIn(_ name: String) throws {
    guard case .lapsed(_, let hint) = try listings()[name]?.signIn else {
      Issue.record("\(name) is signed in")
      return
    }
    #expect(hint.en == "Run `aws sso login --profile a`.")
  }

  @Test func isSignedInUntilTheTokenLapses() throws {
    let token = #"{"accessToken": "x", "expiresAt": "2027-01-15T08:05:00Z"}"#
    let expires = try #require(Timestamp.date("2027-01-15T08:05:00Z"))
    #expect(try listings([Self.cache: token])["a"]?.signIn == .until(expires))
    let old = #"{"accessToken": "x", "expiresAt": "2026-01-15T08:05:00Z"}"#
    guard case .lapsed = try listings([Self.cache: old])["a"]?.signIn else {
      Issue.record("a lapsed token counts")
      return
    }
  }

  @Test func isReadyWhereATokenCanBeRenewed() throws {
    let token = """
      {"accessToken": "old", "expiresAt": "2026-01-15T08:05:00Z", "refreshToken": "r1",
       "clientId": "c", "clientSecret": "x", "registrationExpiresAt": "2027-03-01T00:00:00Z"}
      """
    #expect(try listings([Self.cache: token])["a"]?.signIn == .ready)
  }

  @Test func anAWSLoginThatIsGoneIsToBeHadAnew() throws {
    guard case .lapsed(_, let hint) = try listings()["session"]?.signIn else {
      Issue.record("a session without a file counts")
      return
    }
    #expect(hint.en.contains("aws login --profile session"))
  }

  @Test func knowsWhatSignsIn() throws {
    #expect(try settings(profile: "keys").wayInUse == .profile("keys"))
    let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_PROFILE": "keys"]
    #expect(try settings(environment: keys).wayInUse == .environment)
    #expect(try settings(environment: ["AWS_PROFILE": "keys"]).wayInUse == .profile("keys"))
    #expect(try settings().wayInUse == nil)
  }

  @Test func listsTheEnvironmentsKeysBeforeTheProfiles() throws {
    let keys = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "s"]
    var environment = keys.merging(["AWS_DEFAULT_REGION": "eu-west-2"]) { $1 }
    #expect(try first(environment) == .environment(region: "eu-west-2", signIn: .ready))
    let later = try #require(Timestamp.date("2027-01-15T08:05:00Z"))
    environment["AWS_CREDENTIAL_EXPIRATION"] = "2027-01-15T08:05:00Z"
    #expect(try first(environment)?.signIn == .until(later))
    environment["AWS_CREDENTIAL_EXPIRATION"] = "2026-01-15T08:05:00Z"
    guard case .lapsed = try first(environment)?.signIn else {
      Issue.record("keys that have lapsed count")
      return
    }
    guard case .broken(let words, _) = try first(["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE"])?.signIn
    else {
      Issue.record("half of the keys count")
      return
    }
    #expect(words.en.contains("AWS_SECRET_ACCESS_KEY"))
    #expect(try first([:])?.way == .profile("a"))
  }

  private func first(_ environment: [String: String]) throws -> ProfileListing? {
    var tools = CredentialTools(transport: ScriptedTransport([]).transport)
    tools.clock = FakeClock().clock
    return try settings(environment: environment).profileListings(tools).first
  }

  private func settings(
    profile: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Settings {
    try Settings(
      Settings.Options(profile: profile),
      environment: environment.merging(["HOME": "/h"]) { $1 }
    ) { $0 == SignInCase.configFile ? Self.config : nil }
  }

  /// Any call would end the test.
  private func listings(_ files: [String: String] = [:]) throws -> [String: ProfileListing] {
    var tools = CredentialTools(transport: ScriptedTransport([]).transport)
    tools.clock = FakeClock().clock
    tools.files = CredentialFiles(
      read: { path throws(SettingsError) in files[path] },
      write: { _, _ throws(SettingsError) in }
    )
    let listings = try settings().profileListings(tools)
    return Dictionary(uniqueKeysWithValues: listings.map { ($0.name, $0) })
  }
}
