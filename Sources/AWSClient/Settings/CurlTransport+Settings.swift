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
      guard let text = try readFile(path) else { throw .caBundleMissing(path: path) }
      guard text.contains("-----BEGIN") else { throw .caBundleMalformed(path: path) }
    }
    self.init(userAgent: userAgent, caBundle: settings.caBundle)
    proxies = settings.proxies
  }
}

extension Settings {
  package var proxies: Proxies { Proxies(environment) }
}
