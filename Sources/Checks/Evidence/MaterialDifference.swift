import Domain

/// What moved between the facts a person judged and the facts of now.
package struct MaterialDifference: Hashable, Sendable {
  package enum Change: String, CaseIterable, Sendable {
    case added
    case removed
    case changed
    /// Was readable then, and is not any more.
    case lost
    /// Could not be read then, and can now.
    case found

    package var words: Text {
      switch self {
      case .added: Text(en: "new", ja: "追加")
      case .removed: Text(en: "gone", ja: "消失")
      case .changed: Text(en: "changed", ja: "変更")
      case .lost: Text(en: "no longer visible", ja: "確認不可に")
      case .found: Text(en: "now visible", ja: "確認可能に")
      }
    }
  }

  /// One line of the table of then, now and change.
  package struct Row: Hashable, Sendable {
    /// What kind of thing, such as a key pair.
    package let label: Text
    /// Its name; empty for all of the kind.
    package let item: String
    package let region: Region?
    package let then: Text
    package let now: Text
    package let change: Change
    /// Whether it puts the answer in question.
    package let isMaterial: Bool
  }

  /// What counts first, then by kind, region and name.
  package let rows: [Row]

  package var isStale: Bool { rows.contains(where: \.isMaterial) }

  /// Compares by the row's own rules.
  ///
  /// A region that only one side looked at is compared where it may have gained something, and not
  /// where it may have lost something: a scan may be narrowed to some regions. What nobody looked
  /// at when the row was judged is not compared at all.
  package init(of row: CheckID, then: MaterialFacts, now: MaterialFacts) {
    let all = MaterialRule.rules(of: row).flatMap { rule in
      Self.regions(of: rule.group, in: then, now).flatMap { region in
        GroupDifference(rule, region, then: then, now: now).rows
      }
    }
    rows = all.filter(\.isMaterial) + all.filter { !$0.isMaterial }
  }

  private static func regions(
    of group: String,
    in then: MaterialFacts,
    _ now: MaterialFacts
  ) -> [Region?] {
    guard then.groups.keys.contains(where: { $0.name == group }) else { return [] }
    let groups = Set(then.groups.keys).union(now.groups.keys).filter { $0.name == group }
    let regions = groups.compactMap(\.region).sorted().map(Optional.some)
    return regions.isEmpty ? [nil] : regions
  }
}

/// One group of facts in one region, then and now.
private struct GroupDifference {
  private let rule: MaterialRule
  private let region: Region?
  private let then: MaterialFacts.Content?
  private let now: MaterialFacts.Content?

  init(_ rule: MaterialRule, _ region: Region?, then: MaterialFacts, now: MaterialFacts) {
    self.rule = rule
    self.region = region
    self.then = Self.content(of: rule.group, region, in: then)
    self.now = Self.content(of: rule.group, region, in: now)
  }

  /// Where not even the regions were known, no region was readable.
  ///
  /// A region that was not there then had nothing in it, if others were looked at.
  private static func content(
    of group: String,
    _ region: Region?,
    in facts: MaterialFacts
  ) -> MaterialFacts.Content? {
    facts.groups[.init(group, in: region)] ?? facts.groups[.init(group)]
  }

  var rows: [MaterialDifference.Row] {
    switch (then, now) {
    case (_, nil), (.unreadable?, .unreadable?), (nil, .unreadable?): []
    case (.unreadable?, .items(let now)?):
      [whole(.found, .notVisible, Self.count(now), isMaterial: false)]
    case (.items(let then)?, .unreadable?):
      [whole(.lost, Self.count(then), .notVisible, isMaterial: true)]
    case (nil, .items(let now)?): rows(from: [:], to: now)
    case (.items(let then)?, .items(let now)?): rows(from: then, to: now)
    }
  }

  private func rows(
    from then: [String: String],
    to now: [String: String]
  ) -> [MaterialDifference.Row] {
    Set(then.keys).union(now.keys).sorted().compactMap { item in
      let (before, after) = (then[item], now[item])
      guard before != after else { return nil }
      return MaterialDifference.Row(
        label: rule.label,
        item: item,
        region: region,
        then: words(of: before),
        now: words(of: after),
        change: Self.change(from: before, to: after),
        isMaterial: rule.counts(from: before, to: after, isEmptied: now.isEmpty)
      )
    }
  }

  private func whole(
    _ change: MaterialDifference.Change,
    _ then: Text,
    _ now: Text,
    isMaterial: Bool
  ) -> MaterialDifference.Row {
    MaterialDifference.Row(
      label: rule.label,
      item: "",
      region: region,
      then: then,
      now: now,
      change: change,
      isMaterial: isMaterial
    )
  }

  private func words(of value: String?) -> Text {
    switch value {
    case nil: .no
    case ""?: .yes
    case MaterialFacts.unreadable?: .notVisible
    case let value?: rule.values[value] ?? Text(verbatim: value)
    }
  }

  private static func change(
    from then: String?,
    to now: String?
  ) -> MaterialDifference.Change {
    switch (then, now) {
    case (MaterialFacts.unreadable?, _?): .found
    case (_?, MaterialFacts.unreadable?): .lost
    case (nil, _): .added
    case (_, nil): .removed
    default: .changed
    }
  }

  private static func count(_ items: [String: String]) -> Text {
    Text(en: "\(items.count)", ja: "\(items.count)件")
  }
}

extension Text {
  fileprivate static let notVisible = Text(en: "not visible", ja: "確認不可")
}
