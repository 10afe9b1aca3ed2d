import Domain

/// Asks where one export of billing data goes.
package struct GetExport: AWSOperation {
  package static let service = Service.dataExports
  package static let name = "GetExport"
  package static let permission: Permission = "bcm-data-exports:GetExport"

  let arn: String

  package init(arn: String) {
    self.arn = arn
  }

  package func request() -> WireRequest {
    json(["ExportArn": .string(arn)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> ExportDestination {
    let target = try JSONAnswer.decode(Answer.self, from: answer)
      .export.destinationConfigurations.s3Destination
    return ExportDestination(
      bucket: target.s3Bucket,
      owner: target.s3BucketOwner.map { AccountID($0) },
      prefix: target.s3Prefix ?? "",
      region: target.s3Region.map { Region($0) }
    )
  }
}

package struct ExportDestination: Hashable, Sendable {
  package var bucket: String
  /// `nil` when the export was made without naming one.
  package var owner: AccountID?
  package var prefix: String
  package var region: Region?

  package init(bucket: String, owner: AccountID? = nil, prefix: String = "", region: Region? = nil)
  {
    self.bucket = bucket
    self.owner = owner
    self.prefix = prefix
    self.region = region
  }
}

private struct Answer: Decodable {
  let export: Export

  struct Export: Decodable {
    let destinationConfigurations: Destinations
  }

  struct Destinations: Decodable {
    let s3Destination: Target
  }

  struct Target: Decodable {
    let s3Bucket: String
    let s3BucketOwner: String?
    let s3Prefix: String?
    let s3Region: String?
  }
}
