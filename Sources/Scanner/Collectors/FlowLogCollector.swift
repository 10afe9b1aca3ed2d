import AWSOperations
import Checks
import Domain

/// VPCs, their flow logs, and what the logs deliver to.
struct FlowLogCollector: Sendable {
  /// What one region says.
  ///
  /// Subnets and log groups are empty where nothing made us ask.
  private struct Answers: Sendable {
    let vpcs: Fact<[VPC]>
    let flowLogs: Fact<[FlowLog]>
    let subnets: Fact<[Subnet]>
    let logGroups: Fact<[LogGroup]>
  }

  /// `DescribeLogGroups` takes at most this many identifiers.
  private static let identifiersPerCall = 50

  let reader: Reader
  private let vpcLists = Memo<Region, Fact<[VPC]>>()

  init(reader: Reader) {
    self.reader = reader
  }

  /// Asked once a scan, for the flow logs and for the security groups.
  func vpcs(in region: Region) async -> Fact<[VPC]> {
    await vpcLists.value(for: region) { await reader.readAll(DescribeVpcs(), in: region) }
  }

  func flowLogs(_ progress: ProgressReport) async -> Contribution {
    let answers = await reader.regional(progress, part: Self.write) { region in
      Fact.known(await read(region))
    }
    return { Self.write(&$0, answers) }
  }

  @Sendable private static func write(_ inventory: inout Inventory, _ answers: Regional<Answers>) {
    inventory.vpcs = answers.part(\.vpcs)
    inventory.flowLogs = answers.part(\.flowLogs)
    inventory.subnets = answers.part(\.subnets)
    inventory.logGroups = answers.part(\.logGroups)
  }

  private func read(_ region: Region) async -> Answers {
    async let vpcs = vpcs(in: region)
    async let flowLogs = reader.readAll(DescribeFlowLogs(), in: region)
    let (known, logs) = (await vpcs, await flowLogs)
    async let subnets = subnets(of: known.value ?? [], logs.value ?? [], in: region)
    async let groups = logGroups(of: logs.value ?? [], in: region)
    return Answers(
      vpcs: known,
      flowLogs: logs,
      subnets: await subnets,
      logGroups: await groups
    )
  }

  /// Subnets matter only where a VPC of ours has no usable log of its own and parts of it may.
  private func subnets(
    of vpcs: [VPC],
    _ logs: [FlowLog],
    in region: Region
  ) async -> Fact<[Subnet]> {
    let covered = Set(logs.filter { $0.isUsable }.map(\.resourceID))
    let bare = vpcs.filter { vpc in
      vpc.ownerID == reader.identity.account.digits && !covered.contains(vpc.id)
    }
    let anySubnetLog = logs.contains { $0.resourceID.hasPrefix("subnet-") }
    guard !bare.isEmpty, anySubnetLog else { return .known([]) }
    return await reader.readAll(DescribeSubnets(), in: region)
  }

  /// Emulators answer with every group, whatever was asked.
  private func logGroups(of logs: [FlowLog], in region: Region) async -> Fact<[LogGroup]> {
    let names = Set(logs.filter { $0.crossAccountRole == nil }.compactMap(\.logGroup)).sorted()
    var groups: [LogGroup] = []
    for start in stride(from: 0, to: names.count, by: Self.identifiersPerCall) {
      let batch = Array(names[start..<min(start + Self.identifiersPerCall, names.count)])
      switch await reader.readAll(DescribeLogGroups(identifiers: batch), in: region) {
      case .unreadable(let gap): return .unreadable(gap)
      case .known(let page): groups += page.filter { batch.contains($0.name) }
      }
    }
    return .known(groups)
  }
}

extension Regional {
  /// One part of each region's answers.
  fileprivate func part<Part: Sendable>(_ part: (Value) -> Fact<Part>) -> Regional<Part> {
    if let gap { return Regional<Part>(unreadable: gap) }
    return Regional<Part>(
      entries.map { entry in
        switch entry.fact {
        case .unreadable(let gap): (entry.region, .unreadable(gap))
        case .known(let answers): (entry.region, part(answers))
        }
      }
    )
  }
}
