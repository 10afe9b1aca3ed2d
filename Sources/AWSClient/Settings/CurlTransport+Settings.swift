extension CurlTransport.Settings {
  /// With the certificates and the proxies that the settings name.
  ///
  /// Throws where the file of certificates is none: every call would fail in words that do not
  /// name it.
  package init(
    userAgent: String,
    _ settings: Settings,
    readFile: (String) throws(SettingsError) -> String?
  ) throws(SettingsError) {
    if let path = settings.caBundle {
      guard try readFile(path)?.contains("-----BEGIN") == true else {
        let isVariable = settings.environment["AWS_CA_BUNDLE"] != nil
        throw .invalid(.certificates, path, origin: isVariable ? "AWS_CA_BUNDLE" : "ca_bundle")
      }
    }
    self.init(userAgent: userAgent, caBundle: settings.caBundle)
    proxies = settings.proxies
  }
}

extension Settings {
  package var proxies: Proxies { Proxies(environment) }
}
