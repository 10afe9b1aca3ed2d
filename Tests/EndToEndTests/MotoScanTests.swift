import Foundation
import Testing

/// The built program against an account that moto serves over HTTP.
@Suite(.serialized)
struct MotoScanTests {
  private let folder = TemporaryFolder()

  @Test func findsWhatWasSeeded() async throws {
    let moto = try await Moto()
    let outcome = try await scan(moto)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let report = try outcome.json()
    #expect(report["account"] as? String == "123456789012")
    #expect(report["partition"] as? String == "aws")
    #expect((report["regions"] as? [String])?.contains("ap-northeast-1") == true)
    #expect((report["calls"] as? Int).map { $0 > 100 } == true)
    for (row, resources) in moto.expected {
      let findings = try Findings(of: row, in: report)
      for (name, expected) in resources {
        findings.expect(name, expected.status, expected.reason)
      }
    }
  }

  @Test func judgesEveryRowOfTheChecklist() async throws {
    let moto = try await Moto("--empty")
    let rows = try #require(try await scan(moto).json()["rows"] as? [[String: Any]])
    #expect(rows.count == 17)
    #expect(rows.filter { $0["kind"] as? String == "manual" }.count == 7)
    #expect(rows.allSatisfy { $0["status"] as? String != "unknown" })
  }

  @Test func findsTheRootUsersKey() async throws {
    let moto = try await Moto("--empty", "--root-key")
    let outcome = try await scan(moto, "01")
    #expect(outcome.code == 1)
    try Findings(of: "ASC 01", in: outcome.json()).expect("root", "alert", "rootKeyPresent")
  }

  @Test func takesDenialsForUnknownAndNeverForAPass() async throws {
    let moto = try await Moto()
    try await moto.change("grant nothing")
    let outcome = try await scan(
      moto,
      "ASC",
      "04",
      "07",
      "12",
      credentials: moto.limitedCredentials
    )
    #expect(outcome.code == 2, "\(outcome.errors)")
    let rows = try #require(try outcome.json()["rows"] as? [[String: Any]])
    #expect(rows.count == 3)
    for row in rows {
      #expect(row["status"] as? String == "unknown")
      let findings = try #require(row["findings"] as? [[String: Any]])
      #expect(Set(findings.compactMap { $0["status"] as? String }) == ["unknown"])
      let actions = findings.compactMap { ($0["values"] as? [String: String])?["action"] }
      #expect(actions.count == findings.count)
    }
  }

  @Test func signsSoThatSignaturesAreAccepted() async throws {
    let moto = try await Moto()
    try await moto.change("grant everything")
    let outcome = try await scan(moto, credentials: moto.limitedCredentials)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let rows = try #require(try outcome.json()["rows"] as? [[String: Any]])
    #expect(rows.allSatisfy { $0["status"] as? String != "unknown" })
  }

  @Test func refusesAWrongSecretWithTheReason() async throws {
    let moto = try await Moto()
    try await moto.change("grant everything")
    var credentials = moto.limitedCredentials
    credentials["AWS_SECRET_ACCESS_KEY"] = "wrong"
    let outcome = try await scan(moto, "12", credentials: credentials)
    #expect(outcome.code == 70)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("SignatureDoesNotMatch"))
  }

  @Test func narrowsToSeveralRegionsAndSaysWhatIsLeftOut() async throws {
    let moto = try await Moto()
    let outcome = try await scan(moto, "07", "--region", "us-east-1", "--region", "ap-northeast-1")
    let report = try outcome.json()
    let regions = ["us-east-1", "ap-northeast-1"]
    #expect(Set(report["regions"] as? [String] ?? []) == Set(regions))
    let rows = try #require(report["rows"] as? [[String: Any]])
    let findings = try #require(rows.first?["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { regions.contains($0["region"] as? String ?? "") })
    let leftOut = try #require(report["leftOut"] as? [[String: String]])
    #expect(leftOut.contains { $0 == ["region": "eu-west-1", "reason": "notChosen"] })
    #expect(leftOut.allSatisfy { !regions.contains($0["region"] ?? "") })
    let together = try await scan(moto, "07", "--region", "us-east-1", "ap-northeast-1")
    #expect(Set(try together.json()["regions"] as? [String] ?? []) == Set(regions))
  }

  private func scan(
    _ moto: Moto,
    _ rows: String...,
    credentials: [String: String]? = nil
  ) async throws -> Command.Outcome {
    try await Command(
      arguments: ["scan", "--format", "json", "--state", folder.path("state.json")] + rows,
      environment: moto.environment.merging(credentials ?? [:]) { $1 },
      limit: 120
    ).run()
  }
}

/// The findings of one row, by the last part of their resource's ARN.
struct Findings {
  private let row: String
  private let findings: [[String: Any]]

  init(of row: String, in report: [String: Any]) throws {
    self.row = row
    let rows = try #require(report["rows"] as? [[String: Any]])
    let found = try #require(rows.first { $0["id"] as? String == row }, "no row \(row)")
    findings = try #require(found["findings"] as? [[String: Any]])
  }

  func expect(
    _ name: String,
    _ status: String,
    _ reason: String?,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let matching = findings.filter { finding in
      let resource = finding["resource"] as? String ?? ""
      return resource.hasSuffix(":\(name)") || resource.hasSuffix("/\(name)")
        || resource.contains(":\(name):")
    }
    let statuses = matching.compactMap { $0["status"] as? String }
    #expect(statuses == [status], "\(row) \(name)", sourceLocation: location)
    guard let reason else { return }
    let reasons = matching.compactMap { $0["reason"] as? String }
    #expect(reasons == [reason], "\(row) \(name)", sourceLocation: location)
  }
}
