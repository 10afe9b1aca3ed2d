import AWSClient
import AWSOperations
import Checks
import Domain
import Scanner
import StateStore

/// Finds out whether a scan can work here, by doing a little of all that a scan does.
struct Doctor: Sendable {
  let program: Program
  let live: LiveAccess
  /// Those that were typed; empty means all that the account has enabled.
  let regions: [Region]
  /// Whether what the evidence beside manual rows needs is tried too.
  var evidence = false

  func report() async -> DoctorReport {
    let account = await accountSections()
    let terminal = TerminalSection(program.environment.variables, program.console).section
    return DoctorReport(sections: account + [StateSection(program.store).section, terminal])
  }

  /// Settings that cannot be read end the examination of the account, not of the machine.
  private func accountSections() async -> [DoctorReport.Section] {
    do {
      let settings = try live.settings()
      let credentials = CredentialSection(
        settings,
        attempts: await settings.credentialAttempts(try live.tools())
      )
      guard let found = credentials.found else {
        return [credentials.section, NetworkSection(settings, skew: nil).section]
      }
      let access = try live.access(by: settings, signedWith: .fixed(found))
      let sections = await sections(of: access.scanner)
      let network = NetworkSection(settings, skew: access.scanner.clockSkew)
      return [credentials.section] + sections + [network.section]
    } catch {
      return [CredentialSection.section(ofFailure: Failure(explaining: error))]
    }
  }

  private func sections(of scanner: Scanner) async -> [DoctorReport.Section] {
    do throws(ScanFailure) {
      let identity = try await scanner.identity()
      async let regions = scanner.regionTrials(regions)
      async let permissions = scanner.permissionTrials(as: identity, evidence: evidence)
      return [
        IdentitySection(identity).section,
        RegionSection(home: scanner.home, await regions).section,
        PermissionSection(await permissions).section,
      ]
    } catch {
      return [IdentitySection.section(ofFailure: Failure(explaining: error))]
    }
  }
}
