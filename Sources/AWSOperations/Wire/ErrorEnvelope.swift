import FoundationEssentials

/// What an answer with an error status says about the error, whichever service it is from.
///
/// Reads by the shape of the body and not by the service's dialect: emulators and proxies answer
/// JSON services in XML, and anybody in HTML. What cannot be read is `nil`, and leaves the HTTP
/// status to judge by.
package struct ErrorEnvelope: Hashable, Sendable {
  package var code: String?
  package var message: String?
  /// Where S3 says the bucket is.
  package var region: String?
  /// The host S3 redirects to.
  package var endpoint: String?
  package var requestID: String?

  package init(_ answer: WireAnswer) {
    switch answer.body.first(where: { !Self.isBlank($0) }) {
    case UInt8(ascii: "<"): read(xml: answer.body)
    case UInt8(ascii: "{"): read(json: answer.body)
    default: break
    }
    // The header is the shorter and surer one where both are there.
    if let type = answer.headers["x-amzn-errortype"] {
      code = Self.shortened(type) ?? code
    }
    region = region ?? answer.headers["x-amz-bucket-region"]
    requestID =
      requestID ?? answer.headers["x-amzn-requestid"] ?? answer.headers["x-amz-request-id"]
  }

  /// S3 puts the error at the root, Query services inside `ErrorResponse`, EC2 inside `Response`
  /// and `Errors`, and emulators inside `ErrorResponse` and `Errors`; all but the first put the
  /// request's identifier outside of the error.
  private mutating func read(xml body: [UInt8]) {
    guard let root = Self.root(of: body) else { return }
    let error =
      switch root.name {
      case "Error": root
      case "ErrorResponse", "Response": (root.child("Errors") ?? root).child("Error")
      default: XMLElement?.none
      }
    guard let error else { return }
    code = error.string("Code")
    message = error.string("Message")
    region = error.string("Region")
    endpoint = error.string("Endpoint")
    requestID =
      root.string("RequestId") ?? root.string("RequestID") ?? root.string("requestId")
      ?? error.string("RequestId")
  }

  private mutating func read(json body: [UInt8]) {
    guard let members = Self.members(of: body) else { return }
    code = (members.__type ?? members.code).flatMap(Self.shortened)
    message = members.message ?? members.Message
  }

  /// `com.amazon.coral.service#AccessDeniedException:http://…` is `AccessDeniedException`.
  private static func shortened(_ type: String) -> String? {
    let type = type.split(separator: ":").first ?? ""
    return type.split(separator: "#").last.map(String.init)
  }

  /// Malformed bodies are no news in an error: they are the usual page of a proxy.
  private static func root(of body: [UInt8]) -> XMLElement? {
    do throws(Undecodable) {
      return try XMLDocument(body).root
    } catch {
      return nil
    }
  }

  private static func members(of body: [UInt8]) -> Members? {
    do {
      return try JSONDecoder().decode(Members.self, from: Data(body))
    } catch {
      return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    // The UTF-8 byte order mark counts as blank.
    [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains(byte)
  }
}

/// `message` begins with a capital in about every other service.
private struct Members: Decodable {
  let __type: String?
  let code: String?
  let message: String?
  let Message: String?
}
