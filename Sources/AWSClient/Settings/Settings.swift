import AWSOperations
import Domain

/// What the command line, the environment and the shared files of the AWS CLI say.
package struct Settings: Sendable {
  /// What was typed; each beats the environment and the files.
  package struct Options: Sendable {
    package var profile: String?
    package var region: String?
    package var endpointURL: String?

    package init(profile: String? = nil, region: String? = nil, endpointURL: String? = nil) {
      self.profile = profile
      self.region = region
      self.endpointURL = endpointURL
    }
  }

  package let profileName: String
  /// Typed, and so stronger than keys in the environment.
  package let isProfileTyped: Bool
  package let region: Region?
  package let endpoints: Endpoints
  /// A file of trusted certificates.
  package let caBundle: String?
  package let retry: RetryPolicy
  let profiles: Profiles
  let environment: [String: String]

  /// `readFile` gives a file's text, or `nil` where there is no file.
  package init(
    _ options: Options,
    environment: [String: String],
    readFile: (String) throws(SettingsError) -> String?
  ) throws(SettingsError) {
    // An empty variable means the same as none, to AWS's tools too.
    let environment = environment.filter { !$0.value.isEmpty }
    let profiles = try Profiles(environment, readFile)
    // botocore asks in this order.
    let wanted = options.profile ?? environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"]
    if let wanted, profiles[wanted] == nil {
      throw .profileNotFound(
        name: wanted,
        known: profiles.names,
        files: [profiles.configFile, profiles.sharedFile]
      )
    }
    self.profiles = profiles
    self.environment = environment
    profileName = wanted ?? "default"
    isProfileTyped = options.profile != nil
    let profile = profiles[profileName]
    region = try Self.region(options, environment, profile)
    endpoints = try Endpoints(options, environment, profile, profiles)
    retry = try RetryPolicy(environment, profile)
    caBundle = (environment["AWS_CA_BUNDLE"] ?? profile?["ca_bundle"]?.text)
      .map { Path.expanded($0, environment) }
  }

  package var profileNames: [String] { profiles.names }

  private static func region(
    _ options: Options,
    _ environment: [String: String],
    _ profile: Profiles.Profile?
  ) throws(SettingsError) -> Region? {
    let places: [(origin: String, text: String?)] = [
      ("--region", options.region),
      ("AWS_REGION", environment["AWS_REGION"]),
      ("AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]),
      ("region", profile?["region"]?.text),
    ]
    for case (let origin, let text?) in places {
      guard let region = Region(parsing: text) else {
        throw .invalid(.region, text, origin: origin)
      }
      return region
    }
    return nil
  }
}

/// Paths as people write them.
enum Path {
  static func expanded(_ path: String, _ environment: [String: String]) -> String {
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
