/// One fact for each region in scope.
///
/// Regions stay apart, so that a gap in one hides nothing of the others. When the list of regions
/// itself could not be read there is one gap and no region.
package struct Regional<Value: Sendable>: Sendable {
  package typealias Entry = (region: Region, fact: Fact<Value>)

  package let entries: [Entry]
  /// Why there is no list of regions.
  package let gap: Gap?

  package init(_ entries: [Entry]) {
    self.entries = entries
    self.gap = nil
  }

  package init(unreadable gap: Gap) {
    self.entries = []
    self.gap = gap
  }

  package subscript(region: Region) -> Fact<Value>? {
    entries.first { $0.region == region }?.fact
  }

  /// Judges region by region.
  ///
  /// A region that could not be read becomes one unknown finding, about the resource `unit` names.
  /// Its argument is `nil` when the regions themselves are unknown.
  package func findings(
    unit: (Region?) -> Resource,
    _ judge: (Region, Value) throws(Gap) -> [Finding]
  ) -> [Finding] {
    if let gap { return [.unknown(unit(nil), gap)] }
    var findings: [Finding] = []
    for (region, fact) in entries {
      do throws(Gap) {
        findings += try judge(region, try fact.get())
      } catch {
        findings.append(.unknown(unit(region), error))
      }
    }
    return findings
  }
}
