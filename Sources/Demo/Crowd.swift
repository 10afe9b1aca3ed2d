import AWSClient
import FoundationEssentials

/// As many volumes more as somebody wants, to see lists of that length.
///
/// They are spread over the regions, made when they are asked for, and the same every time.
struct Crowd: Sendable {
  /// As many as EC2 gives in one page to who asks for many.
  private static let pageSize = 500
  private static let tokenPrefix = "crowd-"
  /// Oregon has asked to slow down, so that many pages from there take long.
  private static let regions = Pace.distances.keys.filter { $0 != "us-west-2" }.sorted()

  let count: Int

  init(count: Int = 0) {
    self.count = count
  }

  /// Whether the call asks for a page of these volumes.
  static func isAsked(by call: Call) -> Bool {
    call.parameters["NextToken"]?.hasPrefix(tokenPrefix) ?? false
  }

  /// One page, or one volume that is asked for by its name; `nil` for calls about other things.
  func body(answering call: Call) -> String? {
    guard call.service == "ec2", call.operation == "DescribeVolumes" else { return nil }
    let share = share(of: call.region)
    if let id = call.parameters["VolumeId.1"] {
      let number = (0..<share).first { Self.id(of: $0, in: call.region) == id }
      return number.map { Self.document([$0], in: call.region, next: nil) }
    }
    guard Self.isAsked(by: call), let token = call.parameters["NextToken"],
      let first = Int(token.dropFirst(Self.tokenPrefix.count)), first < share
    else { return nil }
    let end = min(share, first + Self.pageSize)
    return Self.document(first..<end, in: call.region, next: end < share ? end : nil)
  }

  /// Leads on from the account's own volumes: their last page is not the last one then.
  func followed(_ body: String, to call: Call) -> String {
    guard call.operation == "DescribeVolumes", call.parameters["VolumeId.1"] == nil,
      share(of: call.region) > 0, !body.contains("<nextToken>")
    else { return body }
    return body.replacing(
      "</DescribeVolumesResponse>",
      with: "<nextToken>\(Self.tokenPrefix)0</nextToken></DescribeVolumesResponse>"
    )
  }

  private func share(of region: String) -> Int {
    guard let index = Self.regions.firstIndex(of: region) else { return 0 }
    return count / Self.regions.count + (index < count % Self.regions.count ? 1 : 0)
  }

  // MARK: What EC2 says

  private static func document(
    _ numbers: some Sequence<Int>,
    in region: String,
    next: Int?
  ) -> String {
    let items = numbers.map { item($0, in: region) }.joined()
    let token = next.map { "<nextToken>\(tokenPrefix)\($0)</nextToken>" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
      <volumeSet>\(items)</volumeSet>\(token)</DescribeVolumesResponse>
      """
  }

  private static func item(_ number: Int, in region: String) -> String {
    let size = [8, 20, 50, 100, 500][number % 5]
    let type = ["gp3", "gp2", "io2"][number % 3]
    let day = number % 28 + 1
    return """
      <item><volumeId>\(id(of: number, in: region))</volumeId><size>\(size)</size>\
      <volumeType>\(type)</volumeType><encrypted>false</encrypted><status>available</status>\
      <createTime>2025-0\(number % 9 + 1)-\(day < 10 ? "0" : "")\(day)T01:30:11.000Z</createTime>\
      <tagSet><item><key>Name</key><value>batch-\(number)</value></item></tagSet></item>
      """
  }

  /// Seventeen digits, as EC2 has them.
  private static func id(of number: Int, in region: String) -> String {
    let place = hexadecimal(regions.firstIndex(of: region) ?? 0, width: 2)
    return "vol-0c" + place + hexadecimal(number, width: 13)
  }

  private static func hexadecimal(_ number: Int, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
