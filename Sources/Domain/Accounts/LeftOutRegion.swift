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

extension [LeftOutRegion] {
  /// A sentence for each reason, with its regions.
  package var sentences: [Text] {
    LeftOutRegion.Reason.allCases.compactMap { reason in
      let names = filter { $0.reason == reason }.map(\.region.name).joined(separator: ", ")
      return names.isEmpty ? nil : reason.sentence(about: names)
    }
  }
}

extension LeftOutRegion.Reason {
  fileprivate func sentence(about regions: String) -> Text {
    switch self {
    case .notEnabled:
      Text(
        en: "Out of scope, because the account has not enabled them: \(regions)",
        ja: "対象外 (アカウントで有効化されていない): \(regions)"
      )
    case .notChosen:
      Text(
        en: "Out of scope, because --region names others: \(regions)",
        ja: "対象外 (--region の指定による): \(regions)"
      )
    case .denied:
      Text(
        en: "Not evaluated, because AWS denies everything there: \(regions)",
        ja: "判定不能 (AWSがすべて拒否): \(regions)"
      )
    }
  }
}

extension ScanResult {
  /// Regions in which AWS refused all that was asked, while it answered elsewhere.
  ///
  /// Where nothing at all could be read a permission is missing, and no region is special.
  package var deniedRegions: [Region] {
    let seen = findings(isRefused: true).subtracting(findings(isRefused: false))
    let isReadableElsewhere = rows.contains { row in
      row.findings.contains { $0.resource.region != nil && !$0.isRefused }
    }
    return isReadableElsewhere ? seen.sorted() : []
  }

  /// With the denied regions of earlier scans that this one asked nothing of.
  package func leftOut(after earlier: [LeftOutRegion]) -> [LeftOutRegion] {
    // Most accounts have none, and may have a hundred thousand findings to look through.
    guard earlier.contains(where: { $0.reason == .denied }) else { return summary.leftOut }
    let asked = findings(isRefused: true).union(findings(isRefused: false))
    let named = Set(summary.leftOut.map(\.region))
    let kept = earlier.filter { entry in
      entry.reason == .denied && !asked.contains(entry.region) && !named.contains(entry.region)
    }
    return summary.leftOut + kept
  }

  private func findings(isRefused: Bool) -> Set<Region> {
    var regions: Set<Region> = []
    for row in rows {
      for finding in row.findings where finding.isRefused == isRefused {
        if let region = finding.resource.region { regions.insert(region) }
      }
    }
    return regions
  }
}

extension Finding {
  fileprivate var isRefused: Bool {
    guard status == .unknown, let cause = values["cause"].flatMap(Gap.Cause.init) else {
      return false
    }
    return cause == .accessDenied || cause == .regionNotUsable
  }
}
