import AWSOperations
import Domain
import TestSupport
import Testing

@testable import AWSClient

struct PagingTests {
  @Test func collectsAllPagesAndTellsHowFarItIs() async throws {
    let script = ScriptedTransport([
      .text(200, Answers.vpcs(["vpc-1", "vpc-2"], nextToken: "t1")),
      .text(200, Answers.vpcs([], nextToken: "t2")),
      .text(200, Answers.vpcs(["vpc-3"], nextToken: "")),
    ])
    var counts: [Int] = []
    let vpcs = try await client(script).all(DescribeVpcs(), in: "us-east-1") { counts.append($0) }
    #expect(vpcs.map(\.id) == ["vpc-1", "vpc-2", "vpc-3"])
    #expect(counts == [2, 2, 3])
    #expect(
      script.requests.map { String(decoding: $0.body, as: UTF8.self).contains("NextToken=t") }
        == [false, true, true]
    )
  }

  @Test func aTokenThatComesTwiceEndsTheList() async {
    let script = ScriptedTransport([
      .text(200, Answers.vpcs([], nextToken: "a")), .text(200, Answers.vpcs([], nextToken: "b")),
      .text(200, Answers.vpcs([], nextToken: "a")),
    ])
    let gap = await gap { try await client(script).all(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .undecodable)
    #expect(gap?.message == "the same page token came twice")
  }

  @Test func aListWithoutEndIsCutOff() async {
    let page = Locked(0)
    let script = ScriptedTransport { _ in
      let number = page.withLock { page in
        page += 1
        return page
      }
      return .text(200, Answers.vpcs([], nextToken: "\(number)"))
    }
    let gap = await gap { try await client(script).all(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .undecodable)
    #expect(script.requests.count == 10_000)
  }

  @Test func aPageThatCannotBeReadIsAGapAndNotAShorterList() async {
    let script = ScriptedTransport([
      .text(200, Answers.vpcs(["vpc-1"], nextToken: "t1")),
      .text(403, Answers.ec2Error("UnauthorizedOperation")),
    ])
    let gap = await gap { try await client(script).all(DescribeVpcs(), in: "us-east-1") }
    #expect(gap?.cause == .accessDenied)
  }

  private func client(_ script: ScriptedTransport) -> AWSClient {
    AWSClient(.scripted(script.transport, FakeClock()))
  }
}
