import FoundationEssentials

/// A region that a scan says nothing about, and why.
package struct LeftOutRegion: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// The account has not opted in to it.
    case notEnabled
    /// The operator named others.
    case notChosen
    /// A person decided so.
    case decided
    /// Enabled, but AWS refused all that was asked there.
    case denied
  }

  package let region: Region
  package let reason: Reason
  /// In the words of the person who decided so.
  package let because: String?

  package init(_ region: Region, _ reason: Reason, because: String? = nil) {
    self.region = region
    self.reason = reason
    self.because = because
  }
}

extension AccountRecord {
  /// Regions that people have put out of scope, and why.
  package func regionsOutOfScope(at now: Date) -> [LeftOutRegion] {
    var regions: [Region: LeftOutRegion] = [:]
    for suppression in log.suppressions where suppression.isInForce(at: now) {
      guard case .regions(let names) = suppression.scope else { continue }
      for name in names {
        regions[name] = LeftOutRegion(name, .decided, because: suppression.reason)
      }
    }
    return regions.values.sorted { $0.region < $1.region }
  }
}

extension [LeftOutRegion] {
  /// A sentence for each reason, with its regions; a person's words are not clean yet.
  package var sentences: [Text] {
    LeftOutRegion.Reason.allCases.flatMap { reason in
      let entries = filter { $0.reason == reason }
      return Set(entries.map { $0.because ?? "" }).sorted().map { because in
        let names = entries.filter { $0.because ?? "" == because }.map(\.region.name)
        return reason.sentence(about: names.joined(separator: ", "), because)
      }
    }
  }
}

extension LeftOutRegion.Reason {
  fileprivate func sentence(about regions: String, _ because: String) -> Text {
    switch self {
    case .decided:
      Text(
        en: "Out of scope, because \"\(because)\": \(regions)",
        ja: "対象外 (理由: \(because)): \(regions)"
      )
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

  /// The region in which AWS refused to tell; it may be put out of scope.
  package var refusedRegion: Region? { isRefused ? resource.region : nil }

  /// Whether all of the region is refused and not one permission: a guardrail, or a region that is
  /// not enabled.
  package var isRefusedRegionWide: Bool {
    refusedRegion != nil
      && (values["deniedBy"] == Gap.Denier.serviceControlPolicy.rawValue
        || values["cause"] == Gap.Cause.regionNotUsable.rawValue)
  }
}
