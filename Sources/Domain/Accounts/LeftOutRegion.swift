/// A region that a scan says nothing about, and why.
package struct LeftOutRegion: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// The account has not opted in to it.
    case notEnabled
    /// The operator named others.
    case notChosen
    /// Enabled, but AWS refused all that was asked there.
    case denied
  }

  package let region: Region
  package let reason: Reason

  package init(_ region: Region, _ reason: Reason) {
    self.region = region
    self.reason = reason
  }
}
