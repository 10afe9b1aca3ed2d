import Domain

/// What signing in takes besides the settings.
package struct CredentialTools: Sendable {
  package var transport: HTTPTransport
  package var clock = WallClock.system
  package var files = CredentialFiles.disk
  /// Runs what `credential_process` names.
  package var processes = ChildProcesses.system
  /// Asks a person for the six digits their device shows now, named by its serial number.
  ///
  /// Asked again, once, when AWS refuses the digits. Without a closure, roles that want a code are
  /// refused; one that throws counts as cancelled.
  package var mfaCode: MFACode?
  package typealias MFACode =
    @Sendable (_ serial: String, _ isAgain: Bool) async throws -> String

  package init(transport: HTTPTransport) {
    self.transport = transport
  }
}

/// Files that hold tokens.
package struct CredentialFiles: Sendable {
  /// A file's text, or `nil` where there is no file.
  package var read: @Sendable (_ path: String) throws(SettingsError) -> String?
  /// Replaces a file, so that who reads it sees the old text or the new one and never half.
  package var write: @Sendable (_ path: String, _ text: String) throws(SettingsError) -> Void

  package init(
    read: @escaping @Sendable (_ path: String) throws(SettingsError) -> String?,
    write: @escaping @Sendable (_ path: String, _ text: String) throws(SettingsError) -> Void
  ) {
    self.read = read
    self.write = write
  }

  package static var disk: Self {
    Self(
      read: { path throws(SettingsError) in try SettingsFile.read(path) },
      write: { path, text throws(SettingsError) in try SettingsFile.replace(path, text) }
    )
  }
}
