import AWSOperations
import Domain

/// An answer with an error status, as far as it can be read.
struct Refusal: Sendable {
  let status: Int
  /// AWS's own, or the status in words: `HTTP 302`.
  let code: String
  let message: String?
  /// True where the body told no code, so that the status has to.
  let isBare: Bool
  let isHTML: Bool
  let isHead: Bool
  /// Where S3 says the bucket is.
  let bucketRegion: Region?
  /// How long the server wants to be left alone.
  let wish: Duration?

  init(_ answer: WireAnswer, method: String) {
    let envelope = ErrorEnvelope(answer)
    status = answer.status
    code = envelope.code ?? "HTTP \(answer.status)"
    message = envelope.message
    isBare = envelope.code == nil
    isHTML = Self.isHTML(answer)
    isHead = method == "HEAD"
    bucketRegion = Self.region(of: envelope, answer.headers)
    wish = answer.headers["retry-after"].flatMap(Int.init).map { .seconds(max(0, $0)) }
  }

  private static func isHTML(_ answer: WireAnswer) -> Bool {
    let start = String(decoding: answer.body.prefix(64), as: UTF8.self).lowercased()
    return answer.headers["content-type"]?.hasPrefix("text/html") == true
      || start.contains("<!doctype html") || start.contains("<html")
  }

  /// The header is the surest; a redirect of a fresh bucket has only the new host.
  private static func region(
    of envelope: ErrorEnvelope,
    _ headers: [String: String]
  ) -> Region? {
    [headers["x-amz-bucket-region"], envelope.region].lazy.compactMap { $0 }
      .compactMap(Region.init(parsing:)).first
      ?? [envelope.endpoint, headers["location"]].lazy.compactMap { $0 }
      .compactMap(Region.init(inHost:)).first
  }
}

extension Region {
  /// `nil` for what cannot be a region's name: it becomes part of a host name.
  init?(parsing name: String) {
    let name = name == "EU" ? "eu-west-1" : name
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.allSatisfy(Self.isLabel), parts.last.flatMap({ Int($0) }) != nil
    else { return nil }
    self.init(name)
  }

  /// From a host or a URL like `bucket.s3.eu-west-1.amazonaws.com` or `s3-us-west-2.amazonaws.com`.
  init?(inHost text: String) {
    let host = text.split(separator: "/").first { $0.contains(".") } ?? ""
    let labels = host.split(separator: ".").reversed()
    let regions = labels.lazy.compactMap { label in
      Region(parsing: label.hasPrefix("s3-") ? String(label.dropFirst(3)) : String(label))
    }
    guard let region = regions.first else { return nil }
    self = region
  }

  private static func isLabel(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
}
