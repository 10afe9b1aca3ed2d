import Foundation
import Testing

/// Whether a scan can work, against accounts where it can, half can, and cannot.
@Suite(.serialized)
struct DoctorTests {
  private let folder = TemporaryFolder()

  /// Without signature checks: moto refuses CloudFront's then, whoever signs.
  @Test func findsNothingWrongWithASoundAccount() async throws {
    let moto = try await Moto()
    let outcome = try await doctor(moto, "--format", "json")
    let report = try outcome.json()
    let permissions = try items("permissions", of: report)
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(report["format"] as? String == "ascheck-doctor")
    #expect(report["scan"] as? String == "complete")
    #expect(report["exitCode"] as? Int == 0)
    #expect(permissions.filter { $0.outcome == "allowed" }.count > 20)
    #expect(!permissions.contains { $0.outcome == "denied" })
    // moto does not offer every call.
    let unclear = permissions.filter { $0.outcome == "unclear" }
    #expect(unclear.allSatisfy { $0.values["cause"] == "notImplemented" })
    #expect(try items("identity", of: report).map(\.name) == ["caller", "account", "partition"])
    #expect(try value("regions", "home", "region", of: report) == "us-east-1")
    #expect(try value("state", "writable", "writable", of: report) == "true")
    #expect(try value("state", "content", "exists", of: report) == "false")
    #expect(try value("network", "clock", "skewSeconds", of: report).flatMap(Int.init) != nil)
  }

  @Test func triesEveryPermissionOfThePolicyAndNoOther() async throws {
    let moto = try await Moto("--empty")
    let report = try await doctor(moto, "--format", "json").json()
    let policy = try await Command(arguments: ["policy"], environment: moto.environment).run()
      .json()
    let statement = try #require((policy["Statement"] as? [[String: Any]])?.first)
    let tried = try items("permissions", of: report)
    #expect(tried.map(\.name) == statement["Action"] as? [String])
    let untried = tried.filter { $0.outcome == "notTried" }.map(\.name)
    #expect(untried.contains("s3:GetBucketAcl"))
    #expect(untried.contains("cloudtrail:GetTrailStatus"))
  }

  @Test func triesWhatTheEvidenceNeedsWhenAsked() async throws {
    let moto = try await Moto()
    let report = try await doctor(moto, "--evidence", "--format", "json").json()
    let policy = try await Command(
      arguments: ["policy", "--evidence"],
      environment: moto.environment
    ).run().json()
    let statement = try #require((policy["Statement"] as? [[String: Any]])?.first)
    let wanted = try #require(statement["Action"] as? [String])
    #expect(try items("permissions", of: report).map(\.name) == wanted)
    #expect(wanted.contains("budgets:ViewBudget"))
    #expect(!wanted.contains("ce:GetCostAndUsage"))
  }

  @Test func namesThePermissionsThatAreMissing() async throws {
    let moto = try await Moto()
    try await moto.change("grant nothing")
    let json = try await doctor(moto, "--format", "json", credentials: moto.limitedCredentials)
    #expect(json.code == 1, "\(json.output)")
    let report = try json.json()
    #expect(report["scan"] as? String == "incomplete")
    let denied = try items("permissions", of: report).filter { $0.outcome == "denied" }.map(\.name)
    #expect(denied.contains("ec2:DescribeVolumes"))
    #expect(denied.contains("iam:GetAccountSummary"))
    #expect(denied.contains("s3:ListAllMyBuckets"))
    let untried = try items("permissions", of: report).filter { $0.outcome == "notTried" }
    #expect(untried.map(\.name).contains("s3:GetBucketAcl"))
    #expect(untried.allSatisfy { $0.values["listed"] == "false" })
    for language in ["en", "ja"] {
      let text = try await doctor(moto, "--lang", language, credentials: moto.limitedCredentials)
      #expect(text.code == 1)
      #expect(text.output.contains("[!!]  ec2:DescribeVolumes"))
      #expect(text.output.components(separatedBy: "ascheck policy").count == 2)
    }
  }

  @Test func withoutCredentialsItListsWhereItLooked() async throws {
    let environment = [
      "HOME": "/nonexistent", "AWS_EC2_METADATA_DISABLED": "true", "LANG": "C.UTF-8",
    ]
    let arguments = ["doctor", "--state", folder.path("state.json")]
    let text = try await Command(arguments: arguments, environment: environment).run()
    #expect(text.code == 70)
    for place in ["environment variables", "credential_process", "EC2 metadata service"] {
      #expect(text.output.contains("[--]  \(place)"), "\(text.output)")
    }
    #expect(text.output.contains("aws configure"))
    #expect(text.output.contains("Terminal"))
    let json = try await Command(
      arguments: arguments + ["--format", "json"],
      environment: environment
    ).run()
    #expect(json.code == 70)
    #expect(try json.json()["scan"] as? String == "impossible")
  }

  @Test func credentialsThatAreRefusedMakeAScanImpossible() async throws {
    let moto = try await Moto("--empty")
    try await moto.change("grant everything")
    var credentials = moto.limitedCredentials
    credentials["AWS_SECRET_ACCESS_KEY"] = "wrong"
    let outcome = try await doctor(moto, credentials: credentials)
    #expect(outcome.code == 70)
    #expect(outcome.output.contains("SignatureDoesNotMatch"))
  }

  @Test func aProfileThatIsNotThereEndsWithTheRestStillTold() async throws {
    let moto = try await Moto("--empty")
    let outcome = try await doctor(moto, "--profile", "nowhere")
    #expect(outcome.code == 70)
    #expect(outcome.output.contains("nowhere"))
    #expect(outcome.output.contains("State file"))
  }

  @Test func aDamagedStateFileMakesAScanImpossible() async throws {
    let moto = try await Moto("--empty")
    try "{".write(toFile: folder.path("state.json"), atomically: true, encoding: .utf8)
    let outcome = try await doctor(moto)
    #expect(outcome.code == 70)
    #expect(outcome.output.contains("damaged"))
  }

  @Test func showsNoSecret() async throws {
    let moto = try await Moto("--empty")
    try await moto.change("grant everything")
    let key = try #require(moto.limitedCredentials["AWS_ACCESS_KEY_ID"])
    let secret = try #require(moto.limitedCredentials["AWS_SECRET_ACCESS_KEY"])
    let variables = [
      "HTTPS_PROXY": "http://somebody:hunter2@proxy.example:8080", "AWS_SESSION_TOKEN": "",
    ]
    let credentials = moto.limitedCredentials.merging(variables) { $1 }
    for format in ["text", "json"] {
      let outcome = try await doctor(moto, "--format", format, credentials: credentials)
      let all = outcome.output + outcome.errors
      #expect(all.contains("\(key.prefix(4))...\(key.suffix(4))"), "\(all)")
      #expect(all.contains("****@proxy.example:8080"))
      for hidden in [key, secret, "hunter2", "somebody"] { #expect(!all.contains(hidden)) }
    }
  }

  private struct Item {
    let name: String
    let outcome: String
    let values: [String: String]
  }

  private func doctor(
    _ moto: Moto,
    _ options: String...,
    credentials: [String: String] = [:]
  ) async throws -> Command.Outcome {
    try await Command(
      arguments: ["doctor", "--state", folder.path("state.json")] + options,
      environment: moto.environment.merging(credentials) { $1 }
    ).run()
  }

  private func items(_ section: String, of report: [String: Any]) throws -> [Item] {
    let sections = try #require(report["sections"] as? [String: [[String: Any]]])
    return try #require(sections[section]).map { item in
      let values = item["values"] as? [String: String] ?? [:]
      let name = item["name"] as? String ?? ""
      return Item(name: name, outcome: values["outcome"] ?? "", values: values)
    }
  }

  private func value(
    _ section: String,
    _ name: String,
    _ key: String,
    of report: [String: Any]
  ) throws -> String? {
    try items(section, of: report).first { $0.name == name }?.values[key]
  }
}
