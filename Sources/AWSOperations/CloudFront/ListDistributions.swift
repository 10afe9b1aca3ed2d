import Domain

/// Lists the CloudFront distributions with what they fetch from and how viewers reach them.
package struct ListDistributions: PagedOperation {
  package typealias Item = Distribution

  package static let service = Service.cloudFront
  package static let name = "ListDistributions"
  package static let permission: Permission = "cloudfront:ListDistributions"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    var query = [WireRequest.Field("MaxItems", "100")]
    if let pageToken { query.append(.init("Marker", pageToken)) }
    return WireRequest(method: "GET", path: "/2020-05-31/distribution", query: query)
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let root = try root("DistributionList", of: answer)
    let isTruncated = try root.requiredBool("IsTruncated")
    return Page(
      items: try root.optionalList("Items", of: "DistributionSummary", Distribution.init),
      nextToken: isTruncated ? try root.requiredString("NextMarker") : nil
    )
  }
}

package struct Distribution: Hashable, Sendable {
  package var id: String
  package var domainName: String
  package var aliases: [String] = []
  /// Host names, such as a bucket's website endpoint.
  package var origins: [String]
  /// Of every behavior: `allow-all`, `https-only` or `redirect-to-https`.
  package var viewerProtocolPolicies: [String]
  package var isEnabled: Bool

  package init(
    id: String,
    domainName: String,
    origins: [String],
    viewerProtocolPolicies: [String],
    isEnabled: Bool = true
  ) {
    self.id = id
    self.domainName = domainName
    self.origins = origins
    self.viewerProtocolPolicies = viewerProtocolPolicies
    self.isEnabled = isEnabled
  }
}

extension Distribution {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    let standard = try element.required("DefaultCacheBehavior")
      .requiredString("ViewerProtocolPolicy")
    let others = try element.child("CacheBehaviors")?.optionalList("Items", of: "CacheBehavior") {
      behavior throws(Undecodable) in
      try behavior.requiredString("ViewerProtocolPolicy")
    }
    self.init(
      id: try element.requiredString("Id"),
      domainName: try element.requiredString("DomainName"),
      origins: try element.required("Origins").list("Items", of: "Origin") {
        origin throws(Undecodable) in
        try origin.requiredString("DomainName")
      },
      viewerProtocolPolicies: [standard] + (others ?? []),
      isEnabled: try element.requiredBool("Enabled")
    )
    aliases = try element.child("Aliases")?.optionalList("Items", of: "CNAME") { $0.text } ?? []
  }
}
