import Glibc

extension UnsafeRawBufferPointer {
  /// Whether the needle occurs; an empty one always does.
  func contains(_ needle: [UInt8]) -> Bool {
    ByteSearch(needle, probe: 0).firstMatch(in: self, from: 0) != nil
  }
}

/// Finds one needle in many bytes.
///
/// `memchr` runs ahead to one byte of the needle, the probe; the rarer that byte, the faster.
struct ByteSearch: Equatable {
  private let needle: [UInt8]
  private let probe: Int

  init(_ needle: [UInt8], probe: Int) {
    self.needle = needle
    self.probe = probe
  }

  /// Takes the needle's byte that is rarest by `counts` of all 256 bytes.
  init(_ needle: [UInt8], counts: [Int]) {
    let rarest = needle.indices.min { counts[Int(needle[$0])] < counts[Int(needle[$1])] }
    self.init(needle, probe: rarest ?? 0)
  }

  /// The offset of the first match that begins at `start` or later.
  func firstMatch(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard !needle.isEmpty else { return start }
    guard let base = bytes.baseAddress else { return nil }
    // Where the probe may stand in the last match.
    let end = bytes.count - needle.count + probe + 1
    var at = start + probe
    while at < end {
      guard let hit = memchr(base + at, Int32(needle[probe]), end - at) else { return nil }
      let match = base.distance(to: UnsafeRawPointer(hit)) - probe
      if memcmp(base + match, needle, needle.count) == 0 { return match }
      at = match + probe + 1
    }
    return nil
  }
}
