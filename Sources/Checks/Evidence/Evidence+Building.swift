import Domain
import FoundationEssentials

extension Text {
  /// A name, a number or an identifier: the same in every language.
  init(verbatim text: String) {
    self.init(en: text, ja: text)
  }

  static let yes = Text(en: "yes", ja: "あり")
  static let no = Text(en: "no", ja: "なし")
  static let never = Text(en: "never", ja: "なし")
  static let nothing = Text(verbatim: "-")
  /// In a table; what could not be read is said below it.
  static let notKnown = Text(verbatim: "?")

  static func days(_ count: Int) -> Text {
    Text(en: count == 1 ? "1 day" : "\(count) days", ja: "\(count)日")
  }
}

extension [Text] {
  func joined(_ separator: Text) -> Text {
    Text(
      en: map(\.en).joined(separator: separator.en),
      ja: map(\.ja).joined(separator: separator.ja)
    )
  }
}

extension Evidence {
  mutating func addLine(_ label: Text, _ value: Text) {
    lines.append(Line(label, value))
  }

  mutating func addLine(_ label: Text, _ count: Int) {
    lines.append(Line(label, Text(verbatim: "\(count)")))
  }

  /// One flag for all things of one kind.
  mutating func addFlag(of things: [String], _ words: (String, Int) -> Text) {
    guard !things.isEmpty else { return }
    flags.append(words(things.listed, things.count))
  }

  /// Says what could not be read, one line for each action and cause.
  ///
  /// What vanished between listing and looking hides nothing.
  mutating func addNotVisible(_ gaps: [Gap]) {
    let relevant = gaps.filter { $0.cause != .gone }
    let kinds = Dictionary(grouping: relevant) { Blindness(action: $0.permission, $0.cause) }
    notVisible += kinds.sorted { $0.key.action.name < $1.key.action.name }.map { kind, gaps in
      let regions = Set(gaps.compactMap(\.region)).sorted()
      let places = regions.isEmpty ? "" : " (\(regions.map(\.name).listed))"
      let (action, cause) = (kind.action.name, kind.cause.short)
      return NotVisible(
        action: kind.action,
        cause: kind.cause,
        regions: regions,
        words: Text(
          en: "not visible: \(action) \(cause.en)\(places)",
          ja: "確認できません: \(action) \(cause.ja)\(places)"
        )
      )
    }
  }
}

/// One way of not seeing.
private struct Blindness: Hashable {
  let action: Permission
  let cause: Gap.Cause

  init(action: Permission, _ cause: Gap.Cause) {
    self.action = action
    self.cause = cause
  }
}

extension MaterialFacts {
  /// A fact that nobody asked for is no fact of the answer.
  mutating func add<Value>(
    _ name: String,
    in region: Region? = nil,
    _ fact: Fact<Value>,
    _ items: (Value) -> [String: String]
  ) {
    switch fact {
    case .known(let value): groups[Group(name, in: region)] = .items(items(value))
    case .unreadable(let gap) where gap.cause == .notCollected: break
    case .unreadable: groups[Group(name, in: region)] = .unreadable
    }
  }

  mutating func add<Value>(
    _ name: String,
    _ facts: Regional<Value>,
    _ items: (Region, Value) -> [String: String]
  ) {
    if let gap = facts.gap { add(name, Fact<Value>.unreadable(gap)) { _ in [:] } }
    for (region, fact) in facts.entries {
      add(name, in: region, fact) { items(region, $0) }
    }
  }
}

extension Fact {
  /// One gap or none, for lists of them.
  var gaps: [Gap] { gap.map { [$0] } ?? [] }

  func flatMap<Other>(_ transform: (Value) -> Fact<Other>) -> Fact<Other> {
    switch self {
    case .known(let value): transform(value)
    case .unreadable(let gap): .unreadable(gap)
    }
  }
}

extension Regional {
  var gaps: [Gap] { (gap.map { [$0] } ?? []) + entries.flatMap(\.fact.gaps) }

  /// The regions that could be read.
  var readable: [(region: Region, value: Value)] {
    entries.compactMap { region, fact in fact.known { (region, $0) } }
  }
}

extension Date {
  /// Whole days.
  func days(until now: Date) -> Int {
    Int((now.timeIntervalSince(self) / 86_400).rounded(.down))
  }

  /// The day in UTC, such as `2026-05-04`.
  var day: String { String(Timestamp.text(self).prefix(10)) }
}

extension [String: String] {
  /// Things of which only being there counts.
  init(present things: some Sequence<String>) {
    self.init(things.map { ($0, "") }) { first, _ in first }
  }
}
