import Testing

@testable import Checks

struct AddressUnionTests {
  @Test(arguments: [
    ["0.0.0.0/0"], ["0.0.0.0/1", "128.0.0.0/1"], ["128.0.0.0/1", "10.0.0.0/8", "0.0.0.0/1"],
    ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"], ["8.8.8.8/0"],
  ])
  func coversEveryAddressOfVersion4(blocks: [String]) {
    #expect(AddressUnion(of: blocks).openFamilies == [.version4])
  }

  @Test(arguments: [["::/0"], ["::/1", "8000::/1"], ["8000::/2", "c000::/2", "::/1"]])
  func coversEveryAddressOfVersion6(blocks: [String]) {
    #expect(AddressUnion(of: blocks).openFamilies == [.version6])
  }

  @Test(arguments: [
    [], ["0.0.0.0/1"], ["0.0.0.0/1", "128.0.0.0/2"], ["0.0.0.0/1", "128.0.0.1/32"],
    ["1.0.0.0/8", "128.0.0.0/1"], ["::/1"], ["0.0.0.0/1", "8000::/1"], ["pl-1"], ["0.0.0.0/33"],
    ["0.0.0/0"], ["256.0.0.0/0"], ["0.0.0.0/0/0"], ["1:2:3/0"], ["::1::/0"], ["g::/0"], ["/0"],
  ])
  func leavesSomethingOut(blocks: [String]) {
    #expect(AddressUnion(of: blocks).openFamilies.isEmpty)
  }

  @Test func bothVersionsMayBeOpen() {
    #expect(
      AddressUnion(of: ["::/0", "0.0.0.0/0"]).openFamilies == [.version4, .version6]
    )
  }

  @Test func readsBlocks() throws {
    let small = try #require(AddressUnion.range(of: "10.1.2.3"))
    #expect(small.1 == 0x0A01_0203...0x0A01_0203)
    let wide = try #require(AddressUnion.range(of: "2001:db8::/32"))
    #expect(wide.1.lowerBound == UInt128(0x2001_0db8) << 96)
    #expect(wide.1.upperBound == (UInt128(0x2001_0db9) << 96) - 1)
    let full = try #require(AddressUnion.range(of: "1:2:3:4:5:6:7:8"))
    #expect(full.1.lowerBound == 0x0001_0002_0003_0004_0005_0006_0007_0008)
  }
}
