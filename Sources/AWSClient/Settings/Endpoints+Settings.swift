import AWSOperations

extension Endpoints {
  /// In the AWS CLI's order: typed, of the service in the environment, of all in the environment,
  /// of the service in the config file, of all there.
  init(
    _ options: Settings.Options,
    _ environment: [String: String],
    _ profile: Profiles.Profile?,
    _ profiles: Profiles
  ) throws(SettingsError) {
    self.init()
    isFIPS = Self.isOn("use_fips_endpoint", environment, profile)
    isDualStack = Self.isOn("use_dualstack_endpoint", environment, profile)
    chosen = try Self.url(options.endpointURL, "--endpoint-url")
    let isIgnoring = environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.lowercased() == "true"
    guard chosen == nil, !isIgnoring else { return }
    for service in Service.all {
      let variable = "AWS_ENDPOINT_URL_\(service.configurationName)"
      byService[service.configurationName] = try Self.url(environment[variable], variable)
    }
    forAll = try Self.url(environment["AWS_ENDPOINT_URL"], "AWS_ENDPOINT_URL")
    if forAll == nil, let profile { try fill(from: profile, profiles) }
  }

  private mutating func fill(
    from profile: Profiles.Profile,
    _ profiles: Profiles
  ) throws(SettingsError) {
    let services = try Self.services(of: profile, profiles)
    for service in Service.all where byService[service.configurationName] == nil {
      let text = services[service.configurationName.lowercased()]?.nested["endpoint_url"]
      byService[service.configurationName] = try Self.url(text, "endpoint_url")
    }
    forAll = try Self.url(profile["endpoint_url"]?.text, "endpoint_url")
  }

  /// Anything but "true" is off, to AWS's tools too.
  private static func isOn(
    _ key: String,
    _ environment: [String: String],
    _ profile: Profiles.Profile?
  ) -> Bool {
    let text = environment["AWS_\(key.uppercased())"] ?? profile?[key]?.text
    return text?.lowercased() == "true"
  }

  private static func services(
    of profile: Profiles.Profile,
    _ profiles: Profiles
  ) throws(SettingsError) -> ProfileFile.Section {
    guard let name = profile["services"] else { return [:] }
    guard let section = profiles.services[name.text] else {
      throw .servicesSectionMissing(name: name.text, profile: profile.name, file: name.file)
    }
    return section
  }

  private static func url(_ text: String?, _ origin: String) throws(SettingsError) -> EndpointURL? {
    guard let text else { return nil }
    guard let url = EndpointURL(text) else { throw .invalid(.endpoint, text, origin: origin) }
    return url
  }
}
