import AWSOperations
import Domain
import Testing

struct GetAccountPublicAccessBlockTests {
  @Test func namesTheAccountInHostAndHeader() {
    #expect(
      GetAccountPublicAccessBlock(account: "123456789012").request()
        == WireRequest(
          method: "GET",
          hostPrefix: "123456789012",
          path: "/v20180820/configuration/publicAccessBlock",
          headers: [.init("x-amz-account-id", "123456789012")]
        )
    )
  }

  @Test func readsARecordedAnswer() throws {
    let block = try GetAccountPublicAccessBlock.output(
      from: fixture("s3control.GetPublicAccessBlock.xml")
    )
    #expect(block.ignoresPublicACLs && block.restrictsPublicBuckets)
  }

  @Test func nothingConfiguredBlocksNothing() {
    let output = GetAccountPublicAccessBlock.output(forErrorCode:)
    #expect(output("NoSuchPublicAccessBlockConfiguration") == PublicAccessBlock.none)
    #expect(output("AccessDenied") == nil)
  }
}
