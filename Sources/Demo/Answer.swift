import FoundationEssentials

/// One answer of the demo account, as a section of `Resources/Demo` spells it.
///
///     === ec2.DescribeVolumes region=us-west-2 NextToken=page-2 once
///     503 retry-after=1
///     <Response>...</Response>
///
/// The first line says which calls it answers, and whether only the first of them; the second line
/// has the status and headers; the body follows. Lines that begin with `#` are comments.
struct Answer {
  /// Service and operation.
  let operation: String
  /// What the call must say; a call may say more.
  let conditions: [String: String]
  let isGivenOnce: Bool
  let status: Int
  let headers: [String: String]
  /// With placeholders.
  let body: String

  static func all(in text: String) -> [Self] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }
    let starts = lines.indices.filter { lines[$0].hasPrefix("=== ") } + [lines.endIndex]
    return zip(starts, starts.dropFirst()).map { Self(section: lines[$0..<$1]) }
  }

  private init(section: ArraySlice<Substring>) {
    let words = section[section.startIndex].split(separator: " ").dropFirst()
    let head = section.dropFirst().first?.split(separator: " ") ?? []
    guard let operation = words.first, let status = head.first.flatMap({ Int($0) }) else {
      preconditionFailure("a section of the demo account lacks its operation or status")
    }
    self.operation = String(operation)
    self.status = status
    isGivenOnce = words.contains("once")
    conditions = Self.pairs(in: words)
    headers = Self.pairs(in: head[...])
    body = section.dropFirst(2).joined(separator: "\n")
  }

  private static func pairs(in words: ArraySlice<Substring>) -> [String: String] {
    let pairs = words.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    return Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { $1 }
  }

  func fits(_ call: Call) -> Bool {
    guard operation == "\(call.service).\(call.operation)" else { return false }
    let said = call.parameters.merging(["region": call.region]) { $1 }
    let isNextPage = Self.pageTokens.contains { said[$0] != nil && conditions[$0] == nil }
    return !isNextPage && conditions.allSatisfy { said[$0.key] == $0.value }
  }

  /// An answer that does not name a token is a first page.
  private static let pageTokens = ["Marker", "NextToken", "nextToken", "continuation-token"]

  /// How closely it fits: an answer for one call goes before one for all of them.
  var rank: Int { conditions.count + (isGivenOnce ? 1 : 0) }
}
