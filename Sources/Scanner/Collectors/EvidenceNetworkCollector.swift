import AWSOperations
import Checks
import Domain

/// Key pairs, security groups and what they are attached to, region by region.
struct EvidenceNetworkCollector: Sendable {
  let reader: Reader
  let flowLogs: FlowLogCollector

  func keyPairs(_ progress: ProgressReport) async -> Contribution {
    let pairs = await reader.regional(progress) { region in
      await reader.read(DescribeKeyPairs(), in: region)
    }
    return { $0.evidence.keyPairs = pairs }
  }

  func securityGroups(_ progress: ProgressReport) async -> Contribution {
    let network = await reader.regional(progress) { region in Fact.known(await facts(of: region)) }
    return { $0.evidence.network = network }
  }

  private func facts(of region: Region) async -> NetworkFacts {
    async let interfaces = reader.readAll(DescribeNetworkInterfaces(), in: region)
    async let vpcs = flowLogs.vpcs(in: region)
    let groups = await reader.readAll(DescribeSecurityGroups(), in: region)
    let lists = await prefixLists(of: groups.value ?? [], in: region)
    return NetworkFacts(
      groups: groups,
      interfaces: await interfaces,
      vpcs: await vpcs,
      prefixLists: lists
    )
  }

  /// Only those that inbound rules refer to.
  private func prefixLists(
    of groups: [SecurityGroup],
    in region: Region
  ) async -> [String: Fact<[String]>] {
    let lists = Set(groups.flatMap(\.inbound).flatMap(\.prefixListIDs)).sorted()
    let entries = await lists.concurrentMap(window: Reader.window) { list in
      (list, await reader.readAll(GetManagedPrefixListEntries(listID: list), in: region))
    }
    return Dictionary(entries) { first, _ in first }
  }
}
