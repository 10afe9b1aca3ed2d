import AWSClient
import AWSOperations
import Checks
import Domain

/// Writes what one region told.
typealias RegionPart<Value: Sendable> = @Sendable (inout Inventory, Regional<Value>) -> Void

/// What collectors read through: one scan's client, identity and regions.
struct Reader: Sendable {
  /// Buckets, trails and regions that one collector looks at side by side.
  ///
  /// The client bounds the calls.
  static let window = 256
  /// Buckets that all collectors together look at side by side.
  ///
  /// Each takes some kilobytes while it is looked at, and a call or more at a time: enough of them
  /// to keep all the calls under way that the client allows.
  private static let roomForBuckets = 384

  let client: AWSClient
  let identity: CallerIdentity
  let regionList: RegionList
  let headStart: HeadStart
  /// All that is to be read, where it is not the whole account.
  let unit: UnitScope?
  private let room = ConcurrencyLimiter(limit: Self.roomForBuckets)

  init(
    _ client: AWSClient,
    _ identity: CallerIdentity,
    _ regionList: RegionList,
    _ headStart: HeadStart,
    unit: UnitScope? = nil
  ) {
    self.client = client
    self.identity = identity
    self.regionList = regionList
    self.headStart = headStart
    self.unit = unit
  }

  var homeRegion: Region { regionList.homeRegion }

  func read<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async -> Fact<Operation.Output> {
    do throws(Gap) {
      return .known(try await client.send(operation, in: region))
    } catch {
      return .unreadable(located(error, in: region))
    }
  }

  func readAll<Operation: PagedOperation>(
    _ operation: Operation,
    in region: Region
  ) async -> Fact<[Operation.Item]> {
    do throws(Gap) {
      return .known(try await client.all(operation, in: region))
    } catch {
      return .unreadable(located(error, in: region))
    }
  }

  /// Looks at buckets, or at what stands for each, side by side, and keeps their order.
  func eachBucket<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    _ look: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await elements.concurrentMap(window: Self.window) { [room] element in
      // A scan that was given up lets everybody pass: their calls end at once.
      let isInside = await room.enter()
      defer { if isInside { room.leave() } }
      return await look(element)
    }
  }

  /// One fact for each region in scope, told one by one as they arrive.
  ///
  /// `part` writes what one region told, where that can be judged by itself.
  func regional<Value: Sendable>(
    _ progress: ProgressReport,
    part: RegionPart<Value>? = nil,
    _ read: @escaping @Sendable (Region) async -> Fact<Value>
  ) async -> Regional<Value> {
    switch await regionList.regions() {
    case .unreadable(let gap): Regional(unreadable: gap)
    case .known(let regions): await regional(over: regions, progress, part: part, read)
    }
  }

  func regional<Value: Sendable>(
    over regions: [Region],
    _ progress: ProgressReport,
    part: RegionPart<Value>? = nil,
    _ read: @escaping @Sendable (Region) async -> Fact<Value>
  ) async -> Regional<Value> {
    let counter = progress.counter(.regions, total: regions.count)
    let facts = await regions.concurrentMap(window: Self.window) { region in
      let fact = await read(region)
      counter.advance { part?(&$0, Regional([(region, fact)])) }
      return (region: region, fact: fact)
    }
    return Regional(facts)
  }

  /// The scan began in the home region, so the credentials are good there.
  private func located(_ gap: Gap, in region: Region) -> Gap {
    region == homeRegion ? gap : gap.withCredentialsGoodElsewhere
  }
}

extension Fact {
  /// For collectors that read on from what they have; the gap itself stays in the inventory.
  var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}
