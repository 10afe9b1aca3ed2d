import Domain

/// How the entries of an account's log hold together.
///
/// Each entry carries its `number`, counted from 1, the `digest` of the entry before it as
/// `previous`, and its own `digest`: SHA-256 over its canonical JSON, all members but `digest`
/// itself. The first follows from an `origin` that names the account, so that a log belongs to one
/// account. `logEnd` beside the log holds number and digest of the last entry; an entry is
/// appended to what `logEnd` says, so that appending mends nothing.
///
/// Whoever changes, removes or moves an entry must therefore write every later one anew, and the
/// end. Who does even that is found out only by a digest that was noted elsewhere.
struct LogChain {
  /// The last entry's number, 0 before the first, and its digest.
  struct End: Hashable {
    var number: Int
    var digest: String
  }

  private(set) var entries: [JSON]
  private(set) var end: End

  /// What an account holds; without an end, the last entry is taken for it.
  init(of account: JSON, _ id: AccountID) {
    let entries = account[elements: "log"]
    self.entries = entries
    end =
      End(account[member: "logEnd"])
      ?? entries.last.map { End(number: entries.count, digest: Self.digest(of: $0)) }
      ?? End(number: 0, digest: Self.origin(of: id))
  }

  mutating func append(_ entry: JSON) {
    var entry = entry
    entry.merge(["number": .number(end.number + 1), "previous": .string(end.digest)])
    end = End(number: end.number + 1, digest: Self.digest(of: entry))
    entry.set("digest", .string(end.digest))
    entries.append(entry)
  }

  /// Puts the log into its account.
  func write(to account: inout JSON) {
    account[elements: "log"] = entries
    account[member: "logEnd"].merge(end.members)
  }

  /// What the first entry follows from.
  static func origin(of account: AccountID) -> String {
    let origin = JSON.object([
      "format": .string("ascheck-log"), "account": .string(account.digits),
    ])
    return Digest.hex(Digest.sha256(origin.canonical))
  }

  static func digest(of entry: JSON) -> String {
    var entry = entry
    entry.set("digest", nil)
    return Digest.hex(Digest.sha256(entry.canonical))
  }
}

extension LogChain.End {
  /// `nil` for what is no end of a log.
  init?(_ json: JSON) {
    guard case .object(let members) = json, case .number(let digits)? = members["number"],
      let number = Int(digits), case .string(let digest)? = members["digest"]
    else { return nil }
    self.init(number: number, digest: digest)
  }

  var members: [String: JSON?] {
    ["number": .number(number), "digest": .string(digest)]
  }
}
