import Domain
import Foundation
import TestSupport

@testable import AWSClient

/// Files and variables, and what signing in with them comes to.
struct SignInCase {
  static let configFile = "/h/.aws/config"

  var config = ""
  var files: [String: String] = [:]
  var environment: [String: String] = [:]
  var profile: String? = "a"
  var time = FakeClock()
  var mfaCode: CredentialTools.MFACode?
  var processes = ChildProcesses.system
  let written = Locked<[String: String]>([:])

  static func key(_ key: String) -> ProfileKey {
    ProfileKey(file: configFile, profile: "a", key: key)
  }

  func provider(_ transport: HTTPTransport) throws -> CredentialProvider {
    let settings = try Settings(
      Settings.Options(profile: profile),
      environment: environment.merging(["HOME": "/h"]) { $1 }
    ) { $0 == Self.configFile ? config : nil }
    return settings.credentials(tools(transport))
  }

  func credentials(_ transport: HTTPTransport) async throws -> Credentials {
    try await provider(transport).get()
  }

  func error(_ transport: HTTPTransport) async -> CredentialError? {
    do {
      _ = try await credentials(transport)
      return nil
    } catch {
      return error as? CredentialError
    }
  }

  private func tools(_ transport: HTTPTransport) -> CredentialTools {
    var tools = CredentialTools(transport: transport)
    tools.clock = time.clock
    tools.mfaCode = mfaCode
    tools.processes = processes
    let (files, written) = (files, written)
    tools.files = CredentialFiles(
      read: { path throws(SettingsError) in written.withLock { $0[path] } ?? files[path] },
      write: { path, text throws(SettingsError) in written.withLock { $0[path] = text } }
    )
    return tools
  }
}

/// A transport over a real connection to a server of the test's own.
func curl() throws -> HTTPTransport {
  HTTPTransport(try CurlTransport(CurlTransport.Settings(userAgent: "ascheck/test")))
}
