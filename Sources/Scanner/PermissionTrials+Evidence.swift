import AWSOperations
import Domain

extension PermissionTrials {
  /// One call for each permission that only the evidence beside manual rows needs.
  ///
  /// What AWS charges for is not tried. A credential report that is asked for serves for four
  /// hours, so that asking costs nothing.
  func evidence() async -> [PermissionTrial] {
    async let plain = Self.plain(identity.account).concurrentMap(window: Reader.window) {
      await attempt($0, in: home)
    }
    async let buckets = evidenceOfBuckets()
    async let exports = evidenceOfExports()
    async let report = evidenceOfCredentials()
    return await plain + buckets + exports + report
  }

  /// The prefix list is looked for by name: whether or not it exists, the answer tells the
  /// permission.
  private static func plain(_ account: AccountID) -> [any AWSOperation] {
    [
      ListSAMLProviders(), ListOpenIDConnectProviders(), DescribeKeyPairs(),
      DescribeSecurityGroups(), DescribeNetworkInterfaces(),
      GetManagedPrefixListEntries(listID: "pl-0123456789abcdef0"), ListDistributions(),
      DescribeBillingAlarms(), DescribeReportDefinitions(), DescribeBudgets(account: account),
    ]
  }

  /// A report cannot be read before it has been made.
  private func evidenceOfCredentials() async -> [PermissionTrial] {
    [
      await attempt(GenerateCredentialReport(), in: home),
      await attempt(GetCredentialReport(), in: home),
    ]
  }

  private func evidenceOfBuckets() async -> [PermissionTrial] {
    let (list, page) = await asked(ListBuckets(), in: home)
    guard let bucket = page.flatMap({ ListBuckets.items(of: $0).first }) else {
      let kinds: [any AWSOperation.Type] = [
        GetBucketVersioning.self, GetBucketLifecycleConfiguration.self, GetBucketWebsite.self,
      ]
      return untried(kinds, .bucket, list)
    }
    let (name, region) = (bucket.name, bucket.region ?? home)
    return [
      await attempt(GetBucketVersioning(bucket: name), in: region),
      await attempt(GetBucketLifecycleConfiguration(bucket: name), in: region),
      await attempt(GetBucketWebsite(bucket: name), in: region),
    ]
  }

  private func evidenceOfExports() async -> [PermissionTrial] {
    let (list, page) = await asked(ListExports(), in: home)
    guard let export = page.flatMap({ ListExports.items(of: $0).first }) else {
      return [list] + untried([GetExport.self], .export, list)
    }
    return [list, await attempt(GetExport(arn: export.arn), in: home)]
  }
}
