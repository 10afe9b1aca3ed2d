import AWSOperations
import Domain
import Testing

@testable import AWSClient

struct SettingsTests {
  @Test func theRegionIsTheTypedOneElseTheVariablesElseTheProfiles() throws {
    let all = ["AWS_REGION": "us-east-2", "AWS_DEFAULT_REGION": "us-west-2"]
    let file = "[default]\nregion = eu-west-1\n"
    #expect(try settings(["region": "sa-east-1"], all, file).region == "sa-east-1")
    #expect(try settings([:], all, file).region == "us-east-2")
    #expect(try settings([:], ["AWS_DEFAULT_REGION": "us-west-2"], file).region == "us-west-2")
    #expect(try settings([:], [:], file).region == "eu-west-1")
    #expect(try settings([:], [:], "").region == nil)
  }

  @Test(arguments: ["tokyo", "us-east", "us-east-1/", "US-EAST-1", " us-east-1"])
  func whatCannotBeARegionIsRefusedByName(text: String) {
    #expect(throws: SettingsError.invalid(.region, text, origin: "AWS_REGION")) {
      try settings([:], ["AWS_REGION": text], "")
    }
  }

  @Test func theTypedEndpointBeatsAllOthers() throws {
    let settings = try settings(
      ["endpoint": "https://proxy.example:8443"],
      ["AWS_ENDPOINT_URL_EC2": "http://localhost:1", "AWS_ENDPOINT_URL": "http://localhost:2"],
      ""
    )
    #expect(
      try settings.endpoints.endpoint(of: .ec2, in: "us-east-1").url.host
        == "proxy.example:8443"
    )
  }

  @Test func aMissingProfileNamesThoseThereAre() {
    #expect(
      throws: SettingsError.profileNotFound(
        name: "nope",
        known: ["a", "default"],
        files: ["/h/.aws/config", "/h/.aws/credentials"]
      )
    ) {
      try settings(["profile": "nope"], [:], "[default]\n[profile a]\n")
    }
  }

  @Test func aMalformedFileIsNamedWithItsLine() {
    #expect(
      throws: SettingsError.fileMalformed(
        path: "/h/.aws/config",
        line: 3,
        what: ProfileFileProblem.Kind.noKey.text
      )
    ) {
      try settings([:], [:], "[default]\nregion = us-east-1\nnonsense\n")
    }
  }

  @Test func filesMayStandElsewhere() throws {
    let settings = try Settings(
      Settings.Options(),
      environment: ["HOME": "/h", "AWS_CONFIG_FILE": "~/other"]
    ) { $0 == "/h/other" ? "[default]\nregion = us-east-1\n" : nil }
    #expect(settings.region == "us-east-1")
  }

  @Test func everyErrorSpeaksBothLanguages() {
    let errors: [SettingsError] = [
      .profileNotFound(name: "p", known: [], files: ["f"]),
      .profileNotFound(name: "p", known: ["q"], files: ["f"]),
      .fileUnreadable(path: "f", reason: "r"),
      .fileMalformed(path: "f", line: 1, what: ProfileFileProblem.Kind.noSection.text),
      .invalid(.endpoint, "x", origin: "AWS_ENDPOINT_URL"),
      .invalid(.region, "x", origin: "--region"),
      .servicesSectionMissing(name: "s", profile: "p", file: "f"),
    ]
    for error in errors {
      #expect(error.problem.ja.contains { !$0.isASCII } && error.hint.ja.contains { !$0.isASCII })
    }
  }

  private func settings(
    _ options: [String: String],
    _ environment: [String: String],
    _ config: String
  ) throws(SettingsError) -> Settings {
    try Settings(
      Settings.Options(
        profile: options["profile"],
        region: options["region"],
        endpointURL: options["endpoint"]
      ),
      environment: environment.merging(["HOME": "/h"]) { $1 }
    ) { $0 == "/h/.aws/config" ? config : nil }
  }
}
