import FoundationEssentials

/// What a body of `Resources/Demo` leaves open, between `<%` and `%>`.
///
/// - `time -4m`: that long before now, as ISO 8601; `h` and `d` are hours and days.
/// - `epoch -4m`: the same in seconds since 1970.
/// - `percent TEXT`: the text percent-encoded, as IAM sends policies.
/// - `base64 TEXT`: the text in Base64.
enum Placeholder {
  static func filled(_ body: String, at now: Date) -> String {
    body.replacing(/<%(\w+) (.*?)%>/.dotMatchesNewlines()) { match in
      text(of: match.1, String(match.2), at: now)
    }
  }

  private static func text(of kind: Substring, _ content: String, at now: Date) -> String {
    switch kind {
    case "time": date(content, from: now).formatted(.iso8601)
    case "epoch": "\(Int(date(content, from: now).timeIntervalSince1970))"
    case "percent": percentEncoded(content)
    case "base64": Data(content.utf8).base64EncodedString()
    default: preconditionFailure("the demo account has no placeholder named \(kind)")
    }
  }

  private static func date(_ offset: String, from now: Date) -> Date {
    let seconds: [Character: Double] = ["m": 60, "h": 3_600, "d": 86_400]
    guard let unit = offset.last.flatMap({ seconds[$0] }), let count = Double(offset.dropLast())
    else { preconditionFailure("\(offset) is not a time in the demo account") }
    return now.addingTimeInterval(count * unit)
  }

  /// By RFC 3986: everything but letters, digits and `-._~`.
  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { encoded, byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
