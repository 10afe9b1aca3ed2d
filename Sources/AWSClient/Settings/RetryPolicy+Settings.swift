extension RetryPolicy {
  /// `AWS_MAX_ATTEMPTS` and `AWS_RETRY_MODE`, or their keys in the profile.
  ///
  /// Without them a scan is more patient than AWS's tools: a call given up is a row left unknown.
  init(
    _ environment: [String: String],
    _ profile: Profiles.Profile?
  ) throws(SettingsError) {
    self.init()
    func value(_ key: String) -> (origin: String, text: String)? {
      let variable = "AWS_\(key.uppercased())"
      if let text = environment[variable] { return (variable, text) }
      return profile?[key].map { (key, $0.text) }
    }
    if let (origin, text) = value("max_attempts") {
      guard let attempts = Int(text), attempts > 0 else {
        throw .invalid(.attempts, text, origin: origin)
      }
      throttled.attempts = attempts
      fault.attempts = attempts
      unanswered.attempts = attempts
    }
    if let (origin, text) = value("retry_mode") {
      guard let mode = Mode(rawValue: text) else {
        throw .invalid(.retryMode, text, origin: origin)
      }
      self.mode = mode
    }
  }
}
