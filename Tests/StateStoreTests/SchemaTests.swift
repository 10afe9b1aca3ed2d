import Domain
import Foundation
import TestSupport
import Testing

@testable import StateStore

/// What is written fits `Resources/Schemas/state.schema.json`, as an independent validator sees it.
///
/// `ASCHECK_TEST_PYTHON` names a Python that has `jsonschema`; `Tests/run` sets it.
struct SchemaTests {
  private let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func everythingThatIsWrittenFits() async throws {
    let store = folder.store()
    let denied = Finding.unknown(
      Resource(arn: "arn", region: nil),
      Gap(.accessDenied, "ec2:DescribeVolumes")
    )
    _ = try store.choose(account)
    _ = try store.record(.sample(["ASC 02-01": [denied], "ASC 07": [.volume("a")], "ASC 12": []]))
    _ = try store.record(.gathered(["ASC 09": .sample, "ASC 15": .empty]))
    _ = try store.record(.sample("1"), in: account, .aws)
    _ = try store.record(.judged("facts", on: .sample), in: account, .aws)
    _ = try store.record(.sample("2"), in: "444455556666", .china)
    _ = try store.record(
      [
        .withdrawal(.sample("3", of: "1")), .exception(.sample("4", .findings([.sample("a")]))),
        .exception(.sample("5", .pattern(.sample))),
        .renewal(.sample("6", of: "5")), .ending(.sample("7", of: "4")),
      ],
      in: account,
      .aws
    )
    try FileManager.default.copyItem(
      at: here.appendingPathComponent("Fixtures/state.version-2.json"),
      to: URL(fileURLWithPath: "\(folder.path)/fixture.json")
    )
    #expect(try await complaints(about: ["state.json", "fixture.json"]) == "")
  }

  /// Otherwise the test above could not fail.
  @Test(arguments: [
    ("\"ascheck-state\"", "\"other\""), ("\"version\": 2", "\"version\": 1"),
    ("\"alert\": 1", "\"alert\": -1"), ("ASC 07", "ASC seven"), ("T12:00:04Z", "T12:00:04+09:00"),
    ("\"not-compliant\"", "\"perhaps\""), ("\"previous\"", "\"before\""), ("\"row\"", "\"line\""),
    ("\"partition\"", "\"part\""),
    ("\"kind\": \"scan\",", "\"kind\": \"scan\", \"calls\": \"many\","),
  ])
  func theSchemaRefusesWhatTheProgramWould(_ old: String, _ new: String) async throws {
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")]]))
    _ = try folder.store().record(.sample("1"), in: account, .aws)
    let text = try folder.text().replacing("\"compliant\"", with: "\"not-compliant\"")
    let spoilt = text.replacing(old, with: new)
    try #require(spoilt != text)
    try folder.write(spoilt)
    #expect(try await complaints(about: ["state.json"]) != "")
  }

  private func complaints(about names: [String]) async throws -> String {
    let schema = here.appendingPathComponent("../../Resources/Schemas/state.schema.json")
    let output = try await PythonScript(
      here.appendingPathComponent("validate_schema.py").path,
      [schema.path] + names.map { "\(folder.path)/\($0)" },
      keepsComplaints: true
    ).result()
    try #require(output.code <= 1 && !output.text.contains("Traceback"), "\(output.text)")
    return output.text
  }
}
