/// Whether blocks of addresses together leave nothing out.
///
/// A rule for `0.0.0.0/1` and one for `128.0.0.0/1` let in as many as one for `0.0.0.0/0`.
struct AddressUnion {
  enum Family: CaseIterable {
    case version4
    case version6
  }

  /// Inclusive ranges of addresses.
  private var ranges: [Family: [ClosedRange<UInt128>]] = [:]

  init(of blocks: some Sequence<String>) {
    for block in blocks {
      guard let (family, range) = Self.range(of: block) else { continue }
      ranges[family, default: []].append(range)
    }
  }

  /// The families of which every address is in some block.
  var openFamilies: [Family] {
    Family.allCases.filter { family in
      var next: UInt128 = 0
      for range in (ranges[family] ?? []).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        guard range.lowerBound <= next else { return false }
        if range.upperBound >= family.last { return true }
        next = max(next, range.upperBound + 1)
      }
      return false
    }
  }

  /// `nil` for what is no block of addresses.
  static func range(of block: String) -> (Family, ClosedRange<UInt128>)? {
    let parts = block.split(separator: "/", omittingEmptySubsequences: false)
    guard let text = parts.first, parts.count <= 2, let (family, address) = address(text) else {
      return nil
    }
    guard let length = parts.count == 2 ? Int(parts[1]) : family.bits else { return nil }
    guard (0...family.bits).contains(length) else { return nil }
    let free = family.bits - length
    let host: UInt128 = free == 128 ? .max : (1 << UInt128(free)) - 1
    return (family, (address & ~host)...(address | host))
  }

  private static func address(_ text: Substring) -> (Family, UInt128)? {
    if let address = version4(text) { return (.version4, address) }
    return version6(text).map { (.version6, $0) }
  }

  private static func version4(_ text: Substring) -> UInt128? {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard octets.count == 4 else { return nil }
    var address: UInt128 = 0
    for octet in octets {
      guard let octet else { return nil }
      address = address << 8 | UInt128(octet)
    }
    return address
  }

  /// `::` stands once for as many zero groups as are missing.
  private static func version6(_ text: Substring) -> UInt128? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let groups = halves.map { half in half.isEmpty ? [] : half.split(separator: ":") }
    let given = groups.map(\.count).reduce(0, +)
    guard halves.count == 2 ? given < 8 : given == 8 else { return nil }
    let zeros = Array(repeating: Substring("0"), count: 8 - given)
    let all = groups[0] + zeros + (groups.count == 2 ? groups[1] : [])
    var address: UInt128 = 0
    for group in all {
      guard group.utf8.count <= 4, let value = UInt16(group, radix: 16) else { return nil }
      address = address << 16 | UInt128(value)
    }
    return address
  }
}

extension AddressUnion.Family {
  fileprivate var bits: Int { self == .version4 ? 32 : 128 }
  fileprivate var last: UInt128 { self == .version4 ? UInt128(UInt32.max) : .max }
}
