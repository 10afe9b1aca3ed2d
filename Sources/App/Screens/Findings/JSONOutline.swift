import Checks
import Domain
import TerminalUI

/// JSON as an outline: a node a line, deeper ones below.
struct JSONOutline: Sendable {
  typealias Path = [Int]

  struct Node: Sendable {
    let path: Path
    let key: String?
    /// What stands after the key: a value, or how many a list or an object holds.
    let value: String
    let isContainer: Bool

    /// What a search looks at, and what is shown whole.
    var text: String { (key.map { "\($0): " } ?? "") + value }

    /// A value that is longer than the screen goes on below, further in.
    func lines(isFolded: Bool, width: Int) -> [StyledLine] {
      let sign = isContainer ? isFolded ? "+ " : "- " : "  "
      let indent = String(repeating: "  ", count: path.count - 1)
      let tail = isContainer && isFolded ? " .." : ""
      let room = max(8, width - indent.count - 4)
      return (text + tail).wrapped(toWidth: room).enumerated().map { place, line in
        place == 0 ? first(line, after: indent + sign) : StyledLine(indent + "    " + line)
      }
    }

    private func first(_ line: String, after margin: String) -> StyledLine {
      guard let key, line.hasPrefix(key + ":") else { return StyledLine(margin + line) }
      let value = String(line.dropFirst(key.count + 1))
      return StyledLine([.init(margin), .init(key + ":", Style(.accent)), .init(value)])
    }
  }

  /// All of them, as they stand when nothing is folded.
  private(set) var nodes: [Node] = []

  init(of record: FindingRecord) {
    let finding = record.finding
    var members: [(String, JSONValue)] = [
      ("id", .string(record.id)), ("status", .string(finding.status.rawValue)),
      ("resource", .string(finding.resource.arn)),
      ("region", .string(finding.resource.region?.name ?? "global")),
    ]
    if let qualifier = finding.resource.qualifier {
      members.append(("qualifier", .string(qualifier)))
    }
    members += [
      ("reason", .string(finding.reason.code)),
      ("warnings", .array(finding.warnings.map { .string($0.code) })),
      ("firstSeen", .string(Timestamp.text(record.firstSeen))),
      ("lastSeen", .string(Timestamp.text(record.lastSeen))),
      ("scans", .number(Double(record.scans))),
    ]
    for (place, member) in members.enumerated() { add(member.1, member.0, at: [place]) }
    let path = [members.count]
    let pairs = finding.values.pairs
    addContainer("values", "{\(pairs.count)}", at: path)
    for (place, pair) in pairs.enumerated() {
      add(JSONValue(readingText: pair.value), pair.key, at: path + [place])
    }
  }

  /// Without what lies below a folded node.
  func visible(_ folded: Set<Path>) -> [Node] {
    guard !folded.isEmpty else { return nodes }
    return nodes.filter { node in
      !(1..<node.path.count).contains { folded.contains(Array(node.path.prefix($0))) }
    }
  }

  private mutating func add(_ value: JSONValue, _ key: String?, at path: Path) {
    switch value {
    case .object(let members):
      addContainer(key, "{\(members.count)}", at: path)
      for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        add(member.value, member.key, at: path + [place])
      }
    case .array(let elements):
      addContainer(key, "[\(elements.count)]", at: path)
      for (place, element) in elements.enumerated() { add(element, nil, at: path + [place]) }
    case .null, .bool, .number, .string:
      let text = value.text.sanitized
      nodes.append(Node(path: path, key: key?.sanitized, value: text, isContainer: false))
    }
  }

  private mutating func addContainer(_ key: String?, _ value: String, at path: Path) {
    nodes.append(Node(path: path, key: key?.sanitized, value: value, isContainer: true))
  }
}
