import Domain
import TerminalUI

/// By what findings are sorted: a column, and where that leaves a tie, the column before it.
package struct FindingOrder: Hashable, Codable, Sendable {
  package enum Key: String, CaseIterable, Codable, Sendable {
    case state
    case resource
    case region
    case reason
    case firstSeen
    case scans

    package var words: Text {
      switch self {
      case .state: Text(en: "state", ja: "状態")
      case .resource: Text(en: "resource", ja: "リソース")
      case .region: Text(en: "region", ja: "リージョン")
      case .reason: Text(en: "reason", ja: "理由")
      case .firstSeen: Text(en: "first seen", ja: "初検出")
      case .scans: Text(en: "seen", ja: "回数")
      }
    }
  }

  package struct Part: Hashable, Codable, Sendable {
    package let key: Key
    package var isDescending = false
  }

  /// At most two; none is worst first, as findings come.
  package private(set) var parts: [Part] = []

  package init(_ keys: Key...) {
    parts = keys.map { Part(key: $0) }
  }

  package var isNatural: Bool { parts.isEmpty }

  /// Puts a column first; what was first decides ties from now on.
  package mutating func choose(_ key: Key) {
    parts = Array(([Part(key: key)] + parts.filter { $0.key != key }).prefix(2))
  }

  package mutating func reverse() {
    if parts.isEmpty { parts = [Part(key: .state)] }
    parts[0].isDescending.toggle()
  }

  /// Such as `sort region+ then resource-`; `nil` for the natural order.
  package func statement(in language: Language) -> String? {
    guard !parts.isEmpty else { return nil }
    let names = parts.map { $0.key.words[language] + ($0.isDescending ? "-" : "+") }
    return Text(
      en: "sort \(names.joined(separator: " then "))",
      ja: "並び \(names.joined(separator: " "))"
    )[language]
  }

  /// The choices of the sort menu.
  package static let menu: [KeyBinding<Key>] = zip(
    ["s", "n", "r", "w", "d", "c"] as [TerminalUI.Key],
    Key.allCases
  ).map { key, column in
    KeyBinding(key, command: column, hint: column.words, help: column.words)
  }
}

// MARK: Sorting

extension FindingOrder {
  /// The places of all findings in this order, ties as they come.
  ///
  /// Every column becomes numbers first, so that each pair of findings costs a comparison or two.
  func places(of findings: Findings, isStale: () -> Bool = { false }) -> [Int]? {
    let records = findings.records
    guard !isNatural else { return Array(records.indices) }
    var ranks: [[Int]] = []
    for part in parts {
      if isStale() { return nil }
      let rank = part.key.rank(of: records)
      ranks.append(part.isDescending ? rank.map { -$0 } : rank)
    }
    if isStale() { return nil }
    let first = ranks[0]
    let second = ranks.count > 1 ? ranks[1] : []
    return records.indices.sorted { one, other in
      if first[one] != first[other] { return first[one] < first[other] }
      if !second.isEmpty, second[one] != second[other] { return second[one] < second[other] }
      return one < other
    }
  }
}

extension FindingOrder.Key {
  fileprivate func rank(of records: [FindingRecord]) -> [Int] {
    switch self {
    case .state: records.map { Findings.severity(of: $0.finding) }
    case .resource: Self.rank(records.map(\.finding.resource.name))
    case .region: Self.rank(records.map { $0.finding.resource.region?.name ?? "" })
    case .reason: Self.rank(records.map { $0.finding.reason.code })
    case .firstSeen: Self.rank(records.map(\.firstSeen))
    case .scans: records.map(\.scans)
    }
  }

  /// The place of each value among all that occur.
  private static func rank<Value: Comparable & Hashable>(_ values: [Value]) -> [Int] {
    let distinct = Set(values).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    return values.map { places[$0] ?? 0 }
  }
}
