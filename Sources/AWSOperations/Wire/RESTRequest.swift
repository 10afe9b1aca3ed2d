import Domain

extension BucketOperation {
  /// Asks for one sub-resource of the bucket, path style.
  ///
  /// Not in the host name: the certificate of `*.s3.amazonaws.com` does not cover a bucket name
  /// with dots.
  func get(_ subresource: String) -> WireRequest {
    WireRequest(method: "GET", path: bucketPath, query: [.init(subresource, "")])
  }

  var bucketPath: String { "/" + PercentEncoding.encode(bucket) }
}

extension WireRequest {
  /// A call of S3 Control, which names its account in a header and in the host name.
  static func s3Control(
    _ account: AccountID,
    path: [String],
    query: [Field] = []
  ) -> WireRequest {
    WireRequest(
      method: "GET",
      hostPrefix: account.digits,
      path: "/v20180820/" + path.map(PercentEncoding.encode).joined(separator: "/"),
      query: query,
      headers: [.init("x-amz-account-id", account.digits)]
    )
  }
}
