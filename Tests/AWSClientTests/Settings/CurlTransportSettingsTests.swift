import Domain
import Testing

@testable import AWSClient

struct CurlTransportSettingsTests {
  @Test(arguments: [nil, "", "<html>"])
  func aFileOfCertificatesThatIsNoneIsNamed(text: String?) throws {
    let settings = try Settings(.init(), environment: ["AWS_CA_BUNDLE": "/ca.pem"]) { _ in nil }
    #expect(throws: SettingsError.invalid(.certificates, "/ca.pem", origin: "AWS_CA_BUNDLE")) {
      try CurlTransport.Settings(userAgent: "x", settings) { _ throws(SettingsError) in text }
    }
  }

  @Test func takesCertificatesAndProxies() throws {
    let settings = try Settings(
      .init(),
      environment: ["AWS_CA_BUNDLE": "~/ca.pem", "HOME": "/h", "HTTPS_PROXY": "http://p"]
    ) { _ in nil }
    let curl = try CurlTransport.Settings(userAgent: "x", settings) { path throws(SettingsError) in
      path == "/h/ca.pem" ? "-----BEGIN CERTIFICATE-----" : nil
    }
    #expect(curl.caBundle == "/h/ca.pem")
    #expect(curl.proxies.https == "http://p")
  }

  @Test func retriesAreCountedAsTheVariablesSay() throws {
    let policy = try settings(["AWS_MAX_ATTEMPTS": "3", "AWS_RETRY_MODE": "standard"]).retry
    #expect([policy.throttled, policy.fault, policy.unanswered].map(\.attempts) == [3, 3, 3])
    #expect(policy.mode == .standard)
    #expect(try settings([:]).retry.mode == .adaptive)
    #expect(throws: SettingsError.invalid(.attempts, "0", origin: "AWS_MAX_ATTEMPTS")) {
      try settings(["AWS_MAX_ATTEMPTS": "0"])
    }
    #expect(throws: SettingsError.invalid(.retryMode, "fast", origin: "AWS_RETRY_MODE")) {
      try settings(["AWS_RETRY_MODE": "fast"])
    }
  }

  private func settings(_ environment: [String: String]) throws(SettingsError) -> Settings {
    try Settings(.init(), environment: environment) { _ in nil }
  }
}
