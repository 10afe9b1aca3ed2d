import Foundation
import Testing

/// What the account shows beside manual rows, from the wire to the answer and back in question.
@Suite(.serialized)
struct EvidenceTests {
  private let folder = TemporaryFolder()
  private var state: String { folder.path("state.json") }

  @Test func aKeyPairThatAppearsQuestionsTheAnswer() async throws {
    let moto = try await Moto()
    let scan = try await ascheck(moto, "scan", "09", "--format", "json")
    let row = try #require((try scan.json()["rows"] as? [[String: Any]])?.first)
    #expect(row["status"] as? String == "neverReviewed")
    let evidence = try #require(row["evidence"] as? [String: Any])
    let digest = try #require(evidence["factsDigest"] as? String)

    let attest = ["attest", "09", "--outcome", "compliant", "--note", "確認済み", "--format", "json"]
    #expect(try await ascheck(moto, attest + ["--lang", "ja"]).code == 0)
    let judged = try await report(moto)
    let attestation = try #require(judged["attestation"] as? [String: Any])
    #expect(attestation["factsDigest"] as? String == digest)
    #expect((judged["changes"] as? [Any])?.isEmpty == true)

    try await moto.change("addkey late-key")
    let refreshed = try await report(moto, "--refresh")
    let changes = try #require(refreshed["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes.first?["change"] as? String == "added")
    #expect((changes.first?["now"] as? [String: String])?["en"] == "late-key")
    #expect((refreshed["evidence"] as? [String: Any])?["isStale"] as? Bool == true)
    let list = try await ascheck(moto, "list", "--lang", "en").output
    #expect(list.contains("[~C] 09"))
    let text = try await ascheck(moto, "evidence", "09", "--lang", "ja")
    #expect(text.output.contains("前回の評価からの変化") && text.output.contains("late-key"))
    #expect(text.code == 0)
  }

  @Test func groupsAndBucketsOfTheAccountAreShown() async throws {
    let moto = try await Moto()
    _ = try await ascheck(moto, "scan", "11", "14", "15")
    for (row, group) in [("11", "worldOpen@us-east-1"), ("14", "tls"), ("15", "versioning")] {
      let facts = try #require(try await report(moto, row: row)["facts"] as? [String: Any])
      #expect(facts[group] is [String: String], "\(row)")
    }
    let tls = try await report(moto, row: "14")["facts"] as? [String: [String: String]]
    #expect(tls?["tls"]?["acl-public"] == "absent")
  }

  @Test func whatAWSDeniesIsSaidAndStopsNobodyFromAnswering() async throws {
    let moto = try await Moto()
    try await moto.change("grant nothing")
    let limited = moto.limitedCredentials
    _ = try await ascheck(moto, "scan", "09", credentials: limited)
    let gaps = try await report(moto)["evidence"] as? [String: Any]
    let denied = try #require(gaps?["notVisible"] as? [[String: Any]])
    #expect(denied.contains { $0["cause"] as? String == "accessDenied" })
    let attest = ["attest", "09", "--outcome", "not-applicable", "--note", "なし"]
    #expect(try await ascheck(moto, attest).code == 0)
  }

  @Test func anAutomaticRowHasNoReviewer() async throws {
    let outcome = try await Command(arguments: ["evidence", "07", "--state", state]).run()
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("ascheck show 07"))
  }

  private func report(
    _ moto: Moto,
    row: String = "09",
    _ options: String...
  ) async throws -> [String: Any] {
    try await ascheck(moto, ["evidence", row, "--format", "json"] + options).json()
  }

  private func ascheck(
    _ moto: Moto,
    _ arguments: String...,
    credentials: [String: String] = [:]
  ) async throws -> Command.Outcome {
    try await ascheck(moto, arguments, credentials: credentials)
  }

  private func ascheck(
    _ moto: Moto,
    _ arguments: [String],
    credentials: [String: String] = [:]
  ) async throws -> Command.Outcome {
    let environment = moto.environment.merging(credentials) { $1 }
    return try await Command(
      arguments: arguments + ["--state", state],
      environment: environment
    ).run()
  }
}
